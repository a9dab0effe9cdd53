package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;
import static org.voicepact.contract.entity.ContractFixture.STRANGER;
import static org.voicepact.contract.entity.ContractFixture.confirmed;
import static org.voicepact.contract.entity.ContractFixture.declined;
import static org.voicepact.contract.entity.ContractFixture.expired;

import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.entity.ContractRefusal.Reason;

/** What can no longer be done, and who can never do it. */
class ContractRefusalsTest {

  private static final Optional<Integer> NO_VERSION = Optional.empty();
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void whoIsNoPartyCanDoNothingInAnyStatus() {
    for (Contract contract :
        new Contract[] {ContractFixture.ofTwo(), confirmed(), declined(), expired()}) {
      String before = contract.stateTag();
      assertRefused(Reason.NOT_A_PARTY, () -> contract.confirm(STRANGER, NO_VERSION, LATER));
      assertRefused(Reason.NOT_A_PARTY, () -> contract.decline(STRANGER, NO_VERSION, LATER));
      assertRefused(
          Reason.NOT_A_PARTY, () -> contract.cancel(STRANGER, Optional.empty(), "x", LATER));
      assertRefused(Reason.NOT_A_PARTY, () -> contract.amend(STRANGER, LATER, LATER));
      assertRefused(Reason.NOT_A_PARTY, () -> contract.party(STRANGER));
      assertThat(contract.stateTag()).isEqualTo(before);
    }
  }

  @Test
  void whenAllHaveConfirmedNothingCanBeTakenBack() {
    Contract contract = confirmed();

    assertRefused(Reason.NO_LONGER_PENDING, () -> contract.decline(SELLER, NO_VERSION, LATER));
    assertRefused(
        Reason.NO_LONGER_PENDING, () -> contract.cancel(SELLER, Optional.empty(), "x", LATER));
    assertRefused(Reason.NO_LONGER_PENDING, () -> contract.amend(SELLER, LATER, LATER));
    assertThat(contract.isOverdue(contract.expiresAt().plusSeconds(1))).isFalse();
    assertThatThrownBy(() -> contract.expire(contract.expiresAt()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(contract.status()).isEqualTo(ContractStatus.CONFIRMED);
  }

  @Test
  void aCancelledContractStaysCancelled() {
    Contract contract = declined();

    assertRefused(Reason.CANCELLED, () -> contract.confirm(SELLER, NO_VERSION, LATER));
    assertRefused(Reason.CANCELLED, () -> contract.confirm(BUYER, NO_VERSION, LATER));
    assertRefused(Reason.CANCELLED, () -> contract.decline(BUYER, NO_VERSION, LATER));
    assertRefused(Reason.CANCELLED, () -> contract.amend(BUYER, LATER, LATER));
    assertThat(contract.cancel(BUYER, Optional.empty(), "x", LATER)).isEqualTo(Effect.NONE);
    assertThat(contract.cancelReason()).isEmpty();
    assertThatThrownBy(() -> contract.expire(contract.expiresAt()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(contract.status()).isEqualTo(ContractStatus.CANCELLED);
  }

  @Test
  void anExpiredContractStaysExpired() {
    Contract contract = expired();

    assertRefused(Reason.EXPIRED, () -> contract.confirm(SELLER, NO_VERSION, LATER));
    assertRefused(Reason.EXPIRED, () -> contract.confirm(BUYER, NO_VERSION, LATER));
    assertRefused(Reason.EXPIRED, () -> contract.decline(BUYER, NO_VERSION, LATER));
    assertRefused(Reason.EXPIRED, () -> contract.cancel(BUYER, Optional.empty(), "x", LATER));
    assertRefused(Reason.EXPIRED, () -> contract.amend(BUYER, LATER, LATER));
    assertThatThrownBy(() -> contract.expire(contract.expiresAt()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(contract.status()).isEqualTo(ContractStatus.EXPIRED);
  }

  @Test
  void aContractIsOverdueFromTheVeryMomentOnAtWhichItExpires() {
    Contract contract = ContractFixture.ofTwo();
    Instant end = contract.expiresAt();

    assertThat(contract.isOverdue(end.minusMillis(1))).isFalse();
    assertThatThrownBy(() -> contract.expire(end.minusMillis(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(contract.isOverdue(end)).isTrue();
    contract.expire(end);
    assertThat(contract.status()).isEqualTo(ContractStatus.EXPIRED);
    assertThat(contract.updatedAt()).isEqualTo(end);
  }

  private static void assertRefused(Reason reason, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ContractRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
