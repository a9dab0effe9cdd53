package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.MEDIATOR;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;
import static org.voicepact.contract.entity.ContractFixture.STRANGER;
import static org.voicepact.contract.entity.ContractFixture.WITNESS;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Dispute.Decision;
import org.voicepact.platform.entity.PhoneNumber;

class FulfilmentTest {

  private static final Optional<Integer> NO_VERSION = Optional.empty();
  private static final Optional<Integer> LAST = Optional.empty();
  private static final Optional<BigDecimal> HUNDRED = Optional.of(new BigDecimal("100.000"));
  private static final Optional<BigDecimal> NO_NUMBER = Optional.empty();
  private static final Decision COMPLETED = new Decision(Outcome.COMPLETED, "both agree");
  private static final Decision CANCELLED = new Decision(Outcome.CANCELLED, "it was wet");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Map<String, PhoneNumber> PHONES = Map.of(
      "seller", SELLER,
      "buyer", BUYER,
      "witness", WITNESS,
      "mediator", MEDIATOR,
      "stranger", STRANGER);

  private final Contract contract = ContractFixture.active();
  private final Fulfilment fulfilment = contract.fulfilment();

  private static Claimed part(String quantity) {
    return new Claimed(Optional.of(new BigDecimal(quantity)), Optional.empty());
  }

  private Effect claim(Claimed claimed) {
    return fulfilment.claim(SELLER, NO_VERSION, claimed, HUNDRED, () -> true, LATER);
  }

  private Effect accept() {
    return fulfilment.accept(BUYER, NO_VERSION, LAST, LATER);
  }

  private static Contract in(ContractStatus status) {
    return switch (status) {
      case PENDING -> ContractFixture.ofTwo();
      case CONFIRMED -> ContractFixture.confirmed();
      case ACTIVE -> ContractFixture.active();
      case DISPUTED -> disputed(ContractFixture.active());
      case COMPLETED -> completed(ContractFixture.active());
      case CANCELLED -> ContractFixture.declined();
      case EXPIRED -> ContractFixture.expired();
    };
  }

  private static Contract disputed(Contract contract) {
    contract.fulfilment().dispute(SELLER, NO_VERSION, "not paid", NOON);
    return contract;
  }

  private static Contract completed(Contract contract) {
    contract.fulfilment().claim(SELLER, NO_VERSION, Claimed.ALL, HUNDRED, () -> true, NOON);
    contract.fulfilment().accept(BUYER, NO_VERSION, LAST, NOON);
    return contract;
  }

  private static Object act(Contract contract, String act, PhoneNumber phone) {
    Fulfilment fulfilment = contract.fulfilment();
    return switch (act) {
      case "claim" -> fulfilment.claim(phone, NO_VERSION, Claimed.ALL, HUNDRED, () -> true, LATER);
      case "accept" -> fulfilment.accept(phone, NO_VERSION, LAST, LATER);
      case "dispute" -> fulfilment.dispute(phone, NO_VERSION, "broken", LATER);
      case "resolve" -> fulfilment.resolve(phone, NO_VERSION, COMPLETED, LATER);
      default -> throw new IllegalArgumentException(act);
    };
  }

  /** The third column is what the one in the role may do, the fourth whom all others are told that it is. */
  @ParameterizedTest
  @CsvSource({
    "PENDING,   claim,   seller,   NOT_YET_ACTIVE, NOT_THE_SELLER",
    "CONFIRMED, claim,   seller,   NOT_YET_ACTIVE, NOT_THE_SELLER",
    "ACTIVE,    claim,   seller,   RECORDED,       NOT_THE_SELLER",
    "DISPUTED,  claim,   seller,   DISPUTED,       NOT_THE_SELLER",
    "COMPLETED, claim,   seller,   COMPLETED,      NOT_THE_SELLER",
    "CANCELLED, claim,   seller,   CANCELLED,      NOT_THE_SELLER",
    "EXPIRED,   claim,   seller,   EXPIRED,        NOT_THE_SELLER",
    "PENDING,   accept,  buyer,    NOT_YET_ACTIVE, NOT_THE_BUYER",
    "CONFIRMED, accept,  buyer,    NOT_YET_ACTIVE, NOT_THE_BUYER",
    "ACTIVE,    accept,  buyer,    NOTHING_CLAIMED, NOT_THE_BUYER",
    "DISPUTED,  accept,  buyer,    DISPUTED,       NOT_THE_BUYER",
    "COMPLETED, accept,  buyer,    NONE,           NOT_THE_BUYER",
    "CANCELLED, accept,  buyer,    CANCELLED,      NOT_THE_BUYER",
    "EXPIRED,   accept,  buyer,    EXPIRED,        NOT_THE_BUYER",
    "PENDING,   dispute, buyer,    NOT_YET_ACTIVE, NEITHER_BUYER_NOR_SELLER",
    "CONFIRMED, dispute, buyer,    NOT_YET_ACTIVE, NEITHER_BUYER_NOR_SELLER",
    "ACTIVE,    dispute, buyer,    DECIDED,        NEITHER_BUYER_NOR_SELLER",
    "ACTIVE,    dispute, seller,   DECIDED,        NEITHER_BUYER_NOR_SELLER",
    "DISPUTED,  dispute, buyer,    DISPUTED,       NEITHER_BUYER_NOR_SELLER",
    "COMPLETED, dispute, buyer,    COMPLETED,      NEITHER_BUYER_NOR_SELLER",
    "CANCELLED, dispute, buyer,    CANCELLED,      NEITHER_BUYER_NOR_SELLER",
    "EXPIRED,   dispute, buyer,    EXPIRED,        NEITHER_BUYER_NOR_SELLER",
    "ACTIVE,    resolve, mediator, NOT_DISPUTED,   NOT_THE_MEDIATOR",
    "DISPUTED,  resolve, mediator, DECIDED,        NOT_THE_MEDIATOR",
    "COMPLETED, resolve, mediator, NOT_DISPUTED,   NOT_THE_MEDIATOR"
  })
  void whoMayDoWhatInWhichStatus(
      ContractStatus status, String act, String role, String expected, Reason others) {
    assertThat(result(status, act, PHONES.get(role))).isEqualTo(expected);
    for (Party other : in(status).parties()) {
      boolean isTrader = other.role() == Role.BUYER || other.role() == Role.SELLER;
      if (!other.role().wire().equals(role) && !(act.equals("dispute") && isTrader)) {
        assertThat(result(status, act, other.phone().orElseThrow())).isEqualTo(others.name());
      }
    }
    assertThat(result(status, act, STRANGER)).isEqualTo("NOT_A_PARTY");
  }

  /** A refusal also leaves the contract as it was. */
  private static String result(ContractStatus status, String act, PhoneNumber phone) {
    Contract contract = in(status);
    String before = contract.stateTag();
    try {
      return act(contract, act, phone).toString();
    } catch (ContractRefusal refusal) {
      assertThat(contract.stateTag()).isEqualTo(before);
      assertThat(contract.status()).isEqualTo(status);
      return refusal.reason().name();
    }
  }

  @Test
  void allAtOnceCompletesTheContract() {
    assertThat(claim(Claimed.ALL)).isEqualTo(Effect.RECORDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(fulfilment.open().orElseThrow().quantity()).contains(new BigDecimal("100"));
    assertThat(fulfilment.accepted()).isZero();

    assertThat(accept()).isEqualTo(Effect.DECIDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.COMPLETED);
    assertThat(contract.updatedAt()).isEqualTo(LATER);
    assertThat(fulfilment.open()).isEmpty();
    assertThat(fulfilment.accepted()).isEqualTo("100");
  }

  @Test
  void partsAddUpAndTheLastOneCompletesTheContract() {
    claim(part("40"));
    assertThat(accept()).isEqualTo(Effect.RECORDED);
    claim(part("59.5"));
    assertThat(accept()).isEqualTo(Effect.RECORDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.ACTIVE);
    assertRefused(Reason.MORE_THAN_AGREED, () -> claim(part("0.51")));
    claim(part("0.50"));
    assertThat(accept()).isEqualTo(Effect.DECIDED);

    assertThat(contract.status()).isEqualTo(ContractStatus.COMPLETED);
    assertThat(fulfilment.claims()).extracting(Delivery::number).containsExactly(1, 2, 3);
    assertThat(fulfilment.claims())
        .extracting(Delivery::isLast)
        .containsExactly(false, false, true);
    assertThat(fulfilment.accepted()).isEqualTo("100");
  }

  @Test
  void whereTheRecordHasNoRoomOnlyAllThatIsLeftIsClaimed() {
    assertThatExceptionOfType(ContractRefusal.class)
        .isThrownBy(
            () -> fulfilment.claim(SELLER, NO_VERSION, part("40"), HUNDRED, () -> false, LATER))
        .extracting(ContractRefusal::reason)
        .isEqualTo(Reason.IN_TOO_MANY_PARTS);
    assertThat(fulfilment.claims()).isEmpty();

    assertThat(fulfilment.claim(SELLER, NO_VERSION, part("100"), HUNDRED, () -> false, LATER))
        .isEqualTo(Effect.RECORDED);
    assertThat(fulfilment.claim(SELLER, NO_VERSION, part("100"), HUNDRED, () -> false, LATER))
        .isEqualTo(Effect.NONE);
  }

  @Test
  void withoutANumberInTheTermsOnlyAllOfItIsTheLast() {
    fulfilment.claim(SELLER, NO_VERSION, part("1000"), NO_NUMBER, () -> true, LATER);
    assertThat(accept()).isEqualTo(Effect.RECORDED);
    fulfilment.claim(SELLER, NO_VERSION, Claimed.ALL, NO_NUMBER, () -> true, LATER);

    assertThat(fulfilment.open().orElseThrow().quantity()).isEmpty();
    assertThat(accept()).isEqualTo(Effect.DECIDED);
    assertThat(fulfilment.accepted()).isEqualTo("1000");
  }

  @Test
  void theSameClaimAgainChangesNothingAndAnotherOneMustWait() {
    claim(part("40.0"));
    String before = contract.stateTag();

    assertThat(claim(part("40"))).isEqualTo(Effect.NONE);
    assertRefused(Reason.CLAIM_WAITS, () -> claim(part("41")));
    assertRefused(Reason.CLAIM_WAITS, () -> claim(part("4000")));
    assertRefused(Reason.CLAIM_WAITS, () -> claim(Claimed.ALL));
    assertRefused(
        Reason.CLAIM_WAITS,
        () -> claim(new Claimed(Optional.of(new BigDecimal("40")), Optional.of("two lorries"))));
    assertThat(contract.stateTag()).isEqualTo(before);
    assertThat(fulfilment.claims()).hasSize(1);
  }

  @Test
  void allThatIsOwedIsTheSameClaimAsItsNumber() {
    claim(Claimed.ALL);

    assertThat(claim(part("100"))).isEqualTo(Effect.NONE);
  }

  @Test
  void toAcceptAgainChangesNothingAndNeverMeansTheNextClaim() {
    claim(part("40"));
    accept();
    String before = contract.stateTag();
    assertThat(accept()).isEqualTo(Effect.NONE);
    assertThat(contract.stateTag()).isEqualTo(before);

    claim(part("60"));
    assertThat(fulfilment.accept(BUYER, NO_VERSION, Optional.of(1), LATER)).isEqualTo(Effect.NONE);
    assertRefused(
        Reason.NOTHING_CLAIMED, () -> fulfilment.accept(BUYER, NO_VERSION, Optional.of(3), LATER));
    assertThat(fulfilment.open()).isPresent();
    assertThat(fulfilment.accept(BUYER, NO_VERSION, Optional.of(2), LATER))
        .isEqualTo(Effect.DECIDED);
  }

  @Test
  void anotherVersionThanTheCurrentOneIsNotMeant() {
    Optional<Integer> other = Optional.of(2);

    assertRefused(
        Reason.OUTDATED_VERSION,
        () -> fulfilment.claim(SELLER, other, Claimed.ALL, HUNDRED, () -> true, LATER));
    assertRefused(Reason.OUTDATED_VERSION, () -> fulfilment.accept(BUYER, other, LAST, LATER));
    assertRefused(Reason.OUTDATED_VERSION, () -> fulfilment.dispute(BUYER, other, "broken", LATER));
    assertRefused(
        Reason.OUTDATED_VERSION, () -> fulfilment.resolve(MEDIATOR, other, COMPLETED, LATER));
    assertRefused(
        Reason.OUTDATED_VERSION, () -> fulfilment.resolveByOperator(other, COMPLETED, LATER));
  }

  @Test
  void silenceIsAcceptanceOnlyAfterTheBuyerWasToldAndHadTime() {
    claim(Claimed.ALL);
    assertThat(fulfilment.isSilenceOver(LATER.plus(Duration.ofDays(1000)))).isFalse();
    assertThatThrownBy(() -> fulfilment.acceptSilently(LATER.plus(Duration.ofDays(1000))))
        .isInstanceOf(IllegalStateException.class);

    Instant end = LATER.plus(Duration.ofDays(7));
    fulfilment.noticeSent(1, LATER, Duration.ofDays(7));
    fulfilment.noticeSent(1, LATER.plusSeconds(9), Duration.ofDays(7));
    assertThat(fulfilment.isSilenceOver(end.minusMillis(1))).isFalse();
    assertThatThrownBy(() -> fulfilment.acceptSilently(end.minusMillis(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(fulfilment.isSilenceOver(end)).isTrue();

    assertThat(fulfilment.acceptSilently(end)).isEqualTo(Effect.DECIDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.COMPLETED);
    assertThat(fulfilment.last().orElseThrow().isAcceptedSilently()).isTrue();
    assertThat(fulfilment.isSilenceOver(end)).isFalse();
    assertThat(fulfilment.accept(BUYER, NO_VERSION, LAST, end)).isEqualTo(Effect.NONE);
  }

  @Test
  void whatIsShownOfADeliveryIsPartOfTheStateOfItsContract() {
    claim(Claimed.ALL);
    String untold = contract.stateTag();

    fulfilment.noticeSent(1, LATER, Duration.ofDays(7));
    String told = contract.stateTag();
    fulfilment.noticeLost(1);

    assertThat(List.of(told, contract.stateTag())).doesNotContain(untold).doesNotHaveDuplicates();
  }

  @Test
  void aNoticeOfAnotherClaimBeginsNoTime() {
    claim(part("40"));
    accept();
    claim(part("60"));

    fulfilment.noticeSent(1, LATER, Duration.ofDays(7));

    assertThat(fulfilment.claims())
        .extracting(Delivery::noticeSentAt)
        .containsOnly(Optional.empty());
  }

  @Test
  void aDisputeEndsTheTimeOfSilence() {
    claim(Claimed.ALL);
    fulfilment.noticeSent(1, LATER, Duration.ofDays(7));
    disputed(contract);

    assertThat(fulfilment.isSilenceOver(LATER.plus(Duration.ofDays(8)))).isFalse();
  }

  @Test
  void theSameDisputeAgainChangesNothing() {
    disputed(contract);
    String before = contract.stateTag();

    assertThat(fulfilment.dispute(SELLER, NO_VERSION, "not paid", LATER)).isEqualTo(Effect.NONE);
    assertRefused(
        Reason.DISPUTED, () -> fulfilment.dispute(SELLER, NO_VERSION, "not at all", LATER));
    assertRefused(Reason.DISPUTED, () -> fulfilment.dispute(BUYER, NO_VERSION, "not paid", LATER));
    assertThat(contract.stateTag()).isEqualTo(before);
    assertThat(contract.dispute().orElseThrow().raisedBy()).isEqualTo(Role.SELLER);
  }

  @Test
  void aDecisionStands() {
    disputed(contract);
    assertThat(fulfilment.resolve(MEDIATOR, NO_VERSION, CANCELLED, LATER))
        .isEqualTo(Effect.DECIDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.CANCELLED);
    String before = contract.stateTag();

    assertThat(fulfilment.resolve(MEDIATOR, NO_VERSION, CANCELLED, LATER)).isEqualTo(Effect.NONE);
    assertThat(fulfilment.resolveByOperator(NO_VERSION, CANCELLED, LATER)).isEqualTo(Effect.NONE);
    assertRefused(
        Reason.DECIDED_OTHERWISE, () -> fulfilment.resolve(MEDIATOR, NO_VERSION, COMPLETED, LATER));
    assertThat(contract.stateTag()).isEqualTo(before);
    Dispute dispute = contract.dispute().orElseThrow();
    assertThat(dispute.decidedBy()).contains(Dispute.Decider.MEDIATOR);
    assertThat(dispute.grounds()).contains("it was wet");
    assertThat(dispute.resolvedAt()).contains(LATER);
  }

  /** As long as something that follows from its completion can be stopped. */
  @Test
  void aCompletedContractIsDisputedOnceMore() {
    completed(contract);

    assertThat(fulfilment.disputeLate(BUYER, NO_VERSION, "it is wet", LATER))
        .isEqualTo(Effect.DECIDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.DISPUTED);
    fulfilment.resolve(MEDIATOR, NO_VERSION, COMPLETED, LATER);
    assertRefused(
        Reason.COMPLETED, () -> fulfilment.disputeLate(BUYER, NO_VERSION, "still wet", LATER));
  }

  @Test
  void aDecisionThatDividesIsAnotherThanOneThatDoesNot() {
    disputed(contract);
    Decision half =
        new Decision(Outcome.COMPLETED, Optional.of(new BigDecimal("175000.0")), "half of it");
    fulfilment.resolve(MEDIATOR, NO_VERSION, half, LATER);

    assertThat(fulfilment.resolve(
            MEDIATOR,
            NO_VERSION,
            new Decision(Outcome.COMPLETED, Optional.of(new BigDecimal("175000")), "half"),
            LATER))
        .isEqualTo(Effect.NONE);
    assertRefused(
        Reason.DECIDED_OTHERWISE, () -> fulfilment.resolve(MEDIATOR, NO_VERSION, COMPLETED, LATER));
    assertThat(contract.dispute().orElseThrow().sellerAmount().orElseThrow())
        .isEqualByComparingTo("175000");
  }

  @Test
  void anOperatorDecidesAsWell() {
    disputed(contract);

    assertThat(fulfilment.resolveByOperator(NO_VERSION, COMPLETED, LATER))
        .isEqualTo(Effect.DECIDED);
    assertThat(contract.status()).isEqualTo(ContractStatus.COMPLETED);
    assertThat(contract.dispute().orElseThrow().decidedBy()).contains(Dispute.Decider.OPERATOR);
  }

  @Test
  void whatPeopleSaidGoesWithTheirPersonalDataAndNotBefore() {
    fulfilment.claim(
        SELLER,
        NO_VERSION,
        new Claimed(Optional.empty(), Optional.of("to Otieno's store")),
        HUNDRED,
        () -> true,
        LATER);
    for (Contract underWay : List.of(contract, disputed(contract))) {
      assertRefused(Reason.UNDER_WAY, () -> underWay.erasePersonalData(LATER));
    }
    fulfilment.resolve(MEDIATOR, NO_VERSION, COMPLETED, LATER);

    contract.erasePersonalData(LATER);

    assertThat(fulfilment.claims()).extracting(Delivery::note).containsOnly(Optional.empty());
    Dispute dispute = contract.dispute().orElseThrow();
    assertThat(dispute.reason()).isEmpty();
    assertThat(dispute.grounds()).isEmpty();
    assertThat(dispute.outcome()).contains(Outcome.COMPLETED);
  }

  private static void assertRefused(Reason reason, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ContractRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
