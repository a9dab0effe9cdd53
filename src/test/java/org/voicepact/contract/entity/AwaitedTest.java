package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.MEDIATOR;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.entity.Awaited.Act;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Dispute.Decision;

class AwaitedTest {

  private static final Optional<Integer> ANY = Optional.empty();
  private static final Optional<BigDecimal> TEN = Optional.of(BigDecimal.TEN);
  private static final Instant LATER = NOON.plusSeconds(60);

  private static void claim(Contract contract, Claimed claimed) {
    contract.fulfilment().claim(SELLER, ANY, claimed, TEN, () -> true, LATER);
  }

  private static void is(Contract contract, Act act, List<Role> by, Instant until) {
    assertThat(Awaited.of(contract)).contains(new Awaited(act, by, Optional.ofNullable(until)));
  }

  @Test
  void aPendingContractWaitsForThoseWhoHaveNotAnswered() {
    Contract contract = ContractFixture.ofThree();
    is(
        contract,
        Act.CONFIRMATION,
        List.of(Role.SELLER, Role.BUYER, Role.WITNESS),
        contract.expiresAt());

    contract.confirm(BUYER, ANY, NOON);
    is(contract, Act.CONFIRMATION, List.of(Role.SELLER, Role.WITNESS), contract.expiresAt());
  }

  @Test
  void whatAllHaveConfirmedWaitsForThePrice() {
    is(ContractFixture.confirmed(), Act.PAYMENT, List.of(Role.BUYER), null);
  }

  @Test
  void sellerAndBuyerTakeTurnsUntilAllIsAccepted() {
    Contract contract = ContractFixture.active();
    is(contract, Act.DELIVERY, List.of(Role.SELLER), null);

    claim(contract, new Claimed(Optional.of(new BigDecimal("4")), Optional.empty()));
    is(contract, Act.ACCEPTANCE, List.of(Role.BUYER), null);

    contract.fulfilment().noticeSent(1, LATER, Duration.ofDays(3));
    is(contract, Act.ACCEPTANCE, List.of(Role.BUYER), LATER.plus(Duration.ofDays(3)));

    contract.fulfilment().accept(BUYER, ANY, ANY, LATER);
    is(contract, Act.DELIVERY, List.of(Role.SELLER), null);

    claim(contract, Claimed.ALL);
    contract.fulfilment().accept(BUYER, ANY, ANY, LATER);
    assertThat(Awaited.of(contract)).isEmpty();
  }

  @Test
  void aDisputeWaitsForTheMediatorWhereThereIsOne() {
    Contract contract = ContractFixture.active();
    contract.fulfilment().dispute(BUYER, ANY, "wet", LATER);
    is(contract, Act.DECISION, List.of(Role.MEDIATOR), null);

    contract
        .fulfilment()
        .resolve(MEDIATOR, ANY, new Decision(Outcome.CANCELLED, "it was wet"), LATER);
    assertThat(Awaited.of(contract)).isEmpty();
  }

  @Test
  void elseItWaitsForTheOffice() {
    Contract contract = ContractFixture.confirmed();
    contract.activate(NOON);
    contract.fulfilment().dispute(BUYER, ANY, "wet", LATER);

    is(contract, Act.DECISION, List.of(), null);
  }

  @Test
  void whatHasEndedWaitsForNothing() {
    assertThat(Awaited.of(ContractFixture.declined())).isEmpty();
    assertThat(Awaited.of(ContractFixture.expired())).isEmpty();
  }
}
