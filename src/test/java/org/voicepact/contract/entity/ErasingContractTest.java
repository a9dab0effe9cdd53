package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.contract.entity.ContractRefusal.Reason;

class ErasingContractTest {

  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void namesNumbersKeysAndTheReasonGoAndCommitmentsAndAnswersStay() {
    Contract contract = ContractFixture.ofTwo();
    contract.confirm(SELLER, Optional.empty(), NOON);
    contract.cancel(BUYER, Optional.empty(), "no rain", NOON);

    assertThat(contract.erasePersonalData(LATER)).isTrue();

    assertThat(contract.phones()).isEmpty();
    assertThat(contract.cancelReason()).isEmpty();
    assertThat(contract.personalDataErasedAt()).contains(LATER);
    assertThat(contract.status()).isEqualTo(ContractStatus.CANCELLED);
    for (int i = 0; i < 2; i++) {
      Party party = contract.parties().get(i);
      assertThat(party.name()).isEmpty();
      assertThat(party.phone()).isEmpty();
      assertThat(party.commitmentKey()).isEmpty();
      assertThat(party.commitment()).isEqualTo("commitment-" + i);
    }
    assertThat(contract.parties())
        .extracting(Party::confirmation)
        .containsExactly(Confirmation.CONFIRMED, Confirmation.PENDING);
    assertThat(contract.parties()).extracting(Party::role).containsExactly(Role.SELLER, Role.BUYER);
  }

  @Test
  void whenItHasEndedAndWhenItIsConfirmedItCanBeErased() {
    for (Contract contract : List.of(
        ContractFixture.confirmed(), ContractFixture.declined(), ContractFixture.expired())) {
      assertThat(contract.erasePersonalData(LATER)).isTrue();
    }
  }

  @Test
  void whileItsPartiesAreAskedNothingIsErased() {
    Contract contract = ContractFixture.ofTwo();
    String before = contract.stateTag();

    assertThatThrownBy(() -> contract.erasePersonalData(LATER))
        .isInstanceOfSatisfying(
            ContractRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNDER_WAY))
        .hasMessageContaining("once it is confirmed, completed, cancelled or expired");

    assertThat(contract.phones()).containsExactly(SELLER, BUYER);
    assertThat(contract.stateTag()).isEqualTo(before);
  }

  @Test
  void toEraseAgainChangesNothing() {
    Contract contract = ContractFixture.confirmed();
    contract.erasePersonalData(NOON);
    String before = contract.stateTag();

    assertThat(contract.erasePersonalData(LATER)).isFalse();

    assertThat(contract.personalDataErasedAt()).contains(NOON);
    assertThat(contract.stateTag()).isEqualTo(before);
  }

  /** What is shown of it has changed, so no cache may go on showing the names. */
  @Test
  void theStateHasANewTagAndTheTimeOfTheLastActStays() {
    Contract contract = ContractFixture.confirmed();
    String before = contract.stateTag();

    contract.erasePersonalData(LATER);

    assertThat(contract.stateTag()).isNotEqualTo(before);
    assertThat(contract.updatedAt()).isEqualTo(NOON);
  }

  @Test
  void noNumberIsAPartysAnyMore() {
    Contract contract = ContractFixture.confirmed();
    contract.erasePersonalData(NOON);

    assertThatThrownBy(() -> contract.confirm(SELLER, Optional.empty(), LATER))
        .isInstanceOfSatisfying(
            ContractRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_PARTY));
  }

  @Test
  void aTranscriptKeepsItsCommitmentAlone() {
    Transcript transcript =
        new Transcript(ContractFixture.ID, "the words", new byte[32], "a commitment");

    transcript.erasePersonalData();

    assertThat(transcript.words()).isEmpty();
    assertThat(transcript.commitmentKey()).isEmpty();
    assertThat(transcript.commitment()).isEqualTo("a commitment");
  }

  @ParameterizedTest
  @EnumSource
  void theStatusesInWhichSomethingIsStillToBeDecidedAreThese(ContractStatus status) {
    Set<ContractStatus> underWay =
        EnumSet.of(ContractStatus.PENDING, ContractStatus.ACTIVE, ContractStatus.DISPUTED);

    assertThat(status.isUnderWay()).isEqualTo(underWay.contains(status));
  }

  /** What README.md draws, line by line. */
  @Test
  void aStatusChangesAsTheReadmeDrawsIt() {
    List<String> changes = Arrays.stream(ContractStatus.values())
        .flatMap(from -> Arrays.stream(ContractStatus.values())
            .filter(from::mayBecome)
            .map(to -> from.wire() + " --> " + to.wire()))
        .toList();

    assertThat(changes)
        .containsExactlyInAnyOrder(
            "pending --> confirmed",
            "pending --> cancelled",
            "pending --> expired",
            "confirmed --> active",
            "confirmed --> cancelled",
            "active --> completed",
            "active --> disputed",
            "completed --> disputed",
            "disputed --> completed",
            "disputed --> cancelled");
  }
}
