package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;
import static org.voicepact.contract.entity.ContractFixture.TIME_TO_ANSWER;
import static org.voicepact.contract.entity.ContractFixture.WITNESS;

import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.entity.ContractRefusal.Reason;

class ContractTest {

  private static final Optional<Integer> NO_VERSION = Optional.empty();
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void aNewContractWaitsForEveryParty() {
    Contract contract = ContractFixture.ofThree();

    assertThat(contract.status()).isEqualTo(ContractStatus.PENDING);
    assertThat(contract.version()).isEqualTo(1);
    assertThat(contract.answers(Confirmation.PENDING)).isEqualTo(3);
    assertThat(contract.createdAt()).isEqualTo(NOON);
    assertThat(contract.updatedAt()).isEqualTo(NOON);
    assertThat(contract.expiresAt()).isEqualTo(NOON.plus(TIME_TO_ANSWER));
    assertThat(contract.confirmedAt()).isEmpty();
    assertThat(contract.cancelReason()).isEmpty();
    assertThat(contract.phones()).containsExactly(SELLER, BUYER, WITNESS);
    assertThat(contract.personalDataErasedAt()).isEmpty();
  }

  @Test
  void theLastYesConfirmsTheContractAndNoneBefore() {
    Contract contract = ContractFixture.ofThree();

    assertThat(contract.confirm(WITNESS, NO_VERSION, LATER)).isEqualTo(Effect.RECORDED);
    assertThat(contract.confirm(SELLER, NO_VERSION, LATER)).isEqualTo(Effect.RECORDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.PENDING);
    assertThat(contract.confirmedAt()).isEmpty();

    assertThat(contract.confirm(BUYER, NO_VERSION, LATER.plusSeconds(1))).isEqualTo(Effect.DECIDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.CONFIRMED);
    assertThat(contract.confirmedAt()).contains(LATER.plusSeconds(1));
    assertThat(contract.party(SELLER).answeredAt()).contains(LATER);
  }

  @Test
  void theSameYesAgainChangesNothing() {
    Contract contract = ContractFixture.ofTwo();
    contract.confirm(SELLER, NO_VERSION, NOON);
    String before = contract.stateTag();

    assertThat(contract.confirm(SELLER, Optional.of(1), LATER)).isEqualTo(Effect.NONE);
    assertThat(contract.stateTag()).isEqualTo(before);
    assertThat(contract.updatedAt()).isEqualTo(NOON);
    assertThat(contract.party(SELLER).answeredAt()).contains(NOON);
  }

  @Test
  void theSameYesAgainChangesNothingAlsoAfterAllHaveConfirmed() {
    Contract contract = ContractFixture.confirmed();
    String before = contract.stateTag();

    assertThat(contract.confirm(SELLER, NO_VERSION, LATER)).isEqualTo(Effect.NONE);
    assertThat(contract.confirm(BUYER, Optional.of(1), LATER)).isEqualTo(Effect.NONE);
    assertThat(contract.stateTag()).isEqualTo(before);
    assertThat(contract.confirmedAt()).contains(NOON);
  }

  @Test
  void oneNoCancelsTheContractWhateverTheOthersHaveAnswered() {
    Contract contract = ContractFixture.ofThree();
    contract.confirm(SELLER, NO_VERSION, NOON);
    contract.confirm(BUYER, NO_VERSION, NOON);

    assertThat(contract.decline(WITNESS, NO_VERSION, LATER)).isEqualTo(Effect.DECIDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.CANCELLED);
    assertThat(contract.answers(Confirmation.CONFIRMED)).isEqualTo(2);
    assertThat(contract.party(WITNESS).confirmation()).isEqualTo(Confirmation.DECLINED);
    assertThat(contract.cancelReason()).isEmpty();
  }

  @Test
  void aPartyMayTakeBackItsYesWhileOthersAreStillAsked() {
    Contract contract = ContractFixture.ofTwo();
    contract.confirm(SELLER, NO_VERSION, NOON);

    assertThat(contract.decline(SELLER, NO_VERSION, LATER)).isEqualTo(Effect.DECIDED);
    assertThat(contract.answers(Confirmation.CONFIRMED)).isZero();
  }

  @Test
  void theSameNoAgainChangesNothing() {
    Contract contract = ContractFixture.declined();
    String before = contract.stateTag();

    assertThat(contract.decline(SELLER, NO_VERSION, LATER)).isEqualTo(Effect.NONE);
    assertThat(contract.stateTag()).isEqualTo(before);
  }

  @Test
  void cancellingKeepsTheReasonAndAgainChangesNothing() {
    Contract contract = ContractFixture.ofTwo();

    assertThat(contract.cancel(SELLER, Optional.empty(), "no rain", NOON))
        .isEqualTo(Effect.DECIDED);
    String before = contract.stateTag();
    assertThat(contract.cancel(BUYER, Optional.empty(), "another reason", LATER))
        .isEqualTo(Effect.NONE);

    assertThat(contract.status()).isEqualTo(ContractStatus.CANCELLED);
    assertThat(contract.cancelReason()).contains("no rain");
    assertThat(contract.stateTag()).isEqualTo(before);
  }

  @Test
  void anAmendmentAsksEverybodyAgainAndGivesThemTheWholeTime() {
    Contract contract = ContractFixture.ofTwo();
    contract.confirm(SELLER, NO_VERSION, NOON);

    int number = contract.amend(SELLER, LATER, LATER.plus(TIME_TO_ANSWER));

    assertThat(number).isEqualTo(2).isEqualTo(contract.version());
    assertThat(contract.status()).isEqualTo(ContractStatus.PENDING);
    assertThat(contract.answers(Confirmation.PENDING)).isEqualTo(2);
    assertThat(contract.party(SELLER).answeredAt()).isEmpty();
    assertThat(contract.expiresAt()).isEqualTo(LATER.plus(TIME_TO_ANSWER));
    assertThat(contract.updatedAt()).isEqualTo(LATER);
    assertThat(contract.createdAt()).isEqualTo(NOON);
  }

  @Test
  void anAnswerToAnotherVersionThanTheCurrentOneDoesNotCount() {
    Contract contract = ContractFixture.ofTwo();
    contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));
    String before = contract.stateTag();

    assertRefused(Reason.OUTDATED_VERSION, () -> contract.confirm(BUYER, Optional.of(1), LATER));
    assertRefused(Reason.OUTDATED_VERSION, () -> contract.confirm(BUYER, Optional.of(3), LATER));
    assertRefused(Reason.OUTDATED_VERSION, () -> contract.decline(BUYER, Optional.of(1), LATER));
    assertThat(contract.stateTag()).isEqualTo(before);
    assertThat(contract.confirm(BUYER, Optional.of(2), LATER)).isEqualTo(Effect.RECORDED);
  }

  @Test
  void aYesToAnEarlierVersionIsNotTakenForARepeat() {
    Contract contract = ContractFixture.ofTwo();
    contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));
    contract.confirm(BUYER, Optional.of(2), NOON);

    assertRefused(Reason.OUTDATED_VERSION, () -> contract.confirm(BUYER, Optional.of(1), LATER));
  }

  /** Boxed numbers are compared by what they say, also beyond the small ones that Java shares. */
  @Test
  void versionsAreComparedAsNumbers() {
    Contract contract = ContractFixture.ofTwo();
    for (int i = 0; i < 999; i++) {
      contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));
    }

    assertThat(contract.confirm(BUYER, Optional.of(1000), LATER)).isEqualTo(Effect.RECORDED);
  }

  @Test
  void nobodyCanChangeThePartiesFromOutside() {
    assertThatThrownBy(() -> ContractFixture.ofTwo().parties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void assertRefused(Reason reason, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ContractRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
