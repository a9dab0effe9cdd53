package org.voicepact.ussd.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.MEDIATOR;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Dispute.Decision;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.platform.entity.PhoneNumber;

class ActTest {

  private final Contract completed = ContractFixture.active();

  @BeforeEach
  void complete() {
    completed
        .fulfilment()
        .claim(SELLER, Optional.empty(), Claimed.ALL, Optional.empty(), () -> true, NOON);
    completed.fulfilment().accept(BUYER, Optional.empty(), Optional.empty(), NOON);
  }

  @Test
  void buyerAndSellerCanStopWhatFollowsACompletedContract() {
    assertThat(acts(BUYER, true)).containsExactly(Act.DISPUTE);
    assertThat(acts(SELLER, true)).containsExactly(Act.DISPUTE);
    assertThat(acts(MEDIATOR, true)).isEmpty();
  }

  @Test
  void whereNothingFollowsNothingCanBeDone() {
    assertThat(acts(BUYER, false)).isEmpty();
  }

  @Test
  void whatWasDisputedOnceIsNotStoppedAgain() {
    completed.fulfilment().disputeLate(BUYER, Optional.empty(), "half of it is wet", NOON);
    completed.fulfilment().resolve(MEDIATOR, Optional.empty(), completion(), NOON);

    assertThat(acts(BUYER, true)).isEmpty();
  }

  private static Decision completion() {
    return new Decision(Outcome.COMPLETED, "it was dry");
  }

  private List<Act> acts(PhoneNumber phone, boolean canStop) {
    return Act.of(completed, completed.party(phone), NOON, canStop);
  }
}
