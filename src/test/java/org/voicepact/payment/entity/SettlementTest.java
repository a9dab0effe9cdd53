package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.entity.ProviderNotice.Claim;

/** What people say became of an order counts where the provider is silent or wrong, and as long as the money is there. */
class SettlementTest {

  @Test
  void aPayoutOfWhichTheProviderKnowsNothingComesBackWhenPeopleSaySo() {
    MoneyWorld world = payoutInReview();

    world.settle(1);

    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.FAILED);
    assertThat(world.holds().get(0).free()).isEqualTo(MoneyWorld.money(100));
    assertThat(world.balances().of(Account.HELD, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(100));
  }

  @Test
  void aPayoutOfWhichTheProviderKnowsNothingIsPaidWhenPeopleSaySo() {
    MoneyWorld world = payoutInReview();
    world.provider.put(world.orders.get(1).id(), MoneyWorld.Truth.MOVED);

    world.settle(1);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    assertThat(world.orders.get(1).receipt()).contains("receipt-order-1");
    assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES))
        .isEqualTo(MoneyWorld.money(100));
  }

  @Test
  void noOtherCauseHidesADoubtWhetherThePaymentCame() {
    MoneyWorld world = MoneyWorld.held();
    world.notice(0, Claim.FAILED, null, "KES");
    Payment payment = world.payments.get(0);

    payment.review(ReviewCause.SILENCE, "the buyer did not answer in time", world.now);

    assertThat(payment.reviewCause()).contains(ReviewCause.PROVIDER);
  }

  @Test
  void nobodySpeaksForAProviderThatIsStillAsked() {
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    Settlement settlement = new Settlement(Settlement.Outcome.MOVED, Optional.of("R1"), world.now);
    MoneyOrder order = world.orders.get(0);

    assertThat(settlement.fits(order)).isFalse();
    assertThatThrownBy(() -> order.settle(settlement)).isInstanceOf(IllegalStateException.class);
    world.call(MoneyWorld.Wire.FINE, true);
    assertThat(settlement.fits(order)).isFalse();
  }

  /** Nobody is told by the provider that a payout was reversed. */
  @Test
  void thatAPayoutCameBackPeopleSayWithoutAContradiction() {
    MoneyWorld world = released();
    Settlement back = new Settlement(Settlement.Outcome.NOT_MOVED, Optional.empty(), world.now);

    Hold hold = world.holds().get(0);
    assertThat(hold.fits(back, world.orders.get(1))).isTrue();
    assertThat(hold.fits(back, world.orders.get(0))).isFalse();
  }

  /** As by the provider’s own office, which tells nobody but the buyer. */
  @Test
  void aPaymentThatTheProviderGaveBackIsNoLongerHeldAndCanComeAgain() {
    MoneyWorld world = MoneyWorld.held();

    world.reverse(0);

    Payment payment = world.payments.get(0);
    assertThat(payment.status()).isEqualTo(PaymentStatus.FAILED);
    assertThat(payment.heldAt()).isEmpty();
    assertThat(world.balances().of(Account.HELD, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(0));
    world.provider.put(payment.orderId(), MoneyWorld.Truth.MOVED);
    world.settle(0);
    world.reverse(0);
    world.provider.put(payment.orderId(), MoneyWorld.Truth.MOVED);
    world.settle(0);
    assertThat(payment.status()).isEqualTo(PaymentStatus.HELD);
    assertThat(world.balances().of(Account.HELD, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(100));
  }

  /** It goes on saying what was true once, also in a notice that it repeats. */
  @Test
  void thatAReversedPaymentHasComeOnlyPeopleSay() {
    MoneyWorld world = MoneyWorld.held();
    world.reverse(0);
    int entries = world.ledger.size();

    world.notice(0, Claim.SUCCEEDED, null, "KES");
    world.call(MoneyWorld.Wire.FINE, true);

    assertThat(world.payments.get(0).reviewCause()).contains(ReviewCause.PROVIDER);
    assertThat(world.ledger).hasSize(entries);
    world.settle(0);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.FAILED);
    assertThat(world.orders.get(0).receipt()).contains("receipt-order-0");
  }

  @Test
  void aPaymentOfWhichSomethingIsPromisedWasNotReversed() {
    MoneyWorld world = MoneyWorld.held();
    world.plan(Payout.Kind.RELEASE, 3600);
    int entries = world.ledger.size();

    world.reverse(0);

    assertThat(world.ledger).hasSize(entries);
  }

  @Test
  void whatTheProviderAnswersEndsTheReviewOfAContradiction() {
    MoneyWorld world = released();
    world.notice(1, Claim.FAILED, null, "KES");
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    int entries = world.ledger.size();

    world.call(MoneyWorld.Wire.FINE, true);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    assertThat(world.ledger).hasSize(entries);
  }

  @Test
  void aPaymentThatCameAfterItsFailureIsHeldOnTheProvidersAnswer() {
    MoneyWorld world = cameAfterAll();
    world.notice(0, Claim.SUCCEEDED, null, "KES");
    assertThat(world.balances().of(Account.HELD, MoneyWorld.KES).minorUnits()).isZero();

    world.call(MoneyWorld.Wire.FINE, true);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.HELD);
    assertThat(world.balances().of(Account.HELD, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(100));
  }

  /** The provider has said that the payment failed; it has come all the same. */
  private static MoneyWorld cameAfterAll() {
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    world.call(MoneyWorld.Wire.FINE, true);
    world.decide(0, false);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.FAILED);
    world.provider.put(world.orders.get(0).id(), MoneyWorld.Truth.MOVED);
    return world;
  }

  private static MoneyWorld payoutInReview() {
    MoneyWorld world = paidIn();
    world.call(MoneyWorld.Wire.CALL_LOST, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.IN_REVIEW);
    return world;
  }

  @Test
  void whatPeopleFoundEndsAContradictionAndAnotherOneMovesNothing() {
    MoneyWorld world = released();
    MoneyOrder payout = world.orders.get(1);
    assertThat(world.notice(1, Claim.FAILED, null, "KES"))
        .isEqualTo(StoredNotice.Verdict.CONTRADICTS);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);

    world.settle(1);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    int entries = world.ledger.size();
    world.settle(1);
    world.notice(1, Claim.FAILED, null, "KES");
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    assertThat(world.ledger).hasSize(entries);

    world.provider.put(payout.id(), MoneyWorld.Truth.REFUSED);
    world.settle(1);

    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.FAILED);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    assertThat(world.balances().of(Account.HELD, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(100));
    assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES).minorUnits()).isZero();
    entries = world.ledger.size();
    assertThat(world.notice(1, Claim.SUCCEEDED, null, "KES"))
        .isEqualTo(StoredNotice.Verdict.CONTRADICTS);
    assertThat(world.ledger).hasSize(entries);
  }

  @Test
  void moneyThatCameAfterAFailureIsHeldWhenPeopleSaySo() {
    MoneyWorld world = cameAfterAll();

    world.settle(0);
    world.settle(0);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.HELD);
    assertThat(world.ledger).hasSize(2);
  }

  @Test
  void aPayoutThatHadFailedIsPaidWhenPeopleSaySo() {
    MoneyWorld world = payoutFailed();
    world.provider.put(world.orders.get(1).id(), MoneyWorld.Truth.MOVED);

    world.settle(1);
    world.settle(1);

    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.PAID);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES))
        .isEqualTo(MoneyWorld.money(100));
    assertThat(world.holds().get(0).hasFree()).isFalse();
  }

  @Test
  void nobodyIsPromisedTheMoneyOfAPayoutThatWasPerhapsPaidAfterAll() {
    MoneyWorld world = payoutFailed();
    int entries = world.ledger.size();

    assertThat(world.notice(1, Claim.SUCCEEDED, null, "KES"))
        .isEqualTo(StoredNotice.Verdict.CONTRADICTS);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    assertThat(world.holds().get(0).hasFree()).isFalse();
    assertThat(world.holds().get(0).isUnderWay()).isTrue();
    assertThat(world.ledger).hasSize(entries);

    world.settle(1);

    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.FAILED);
    assertThat(world.holds().get(0).free()).isEqualTo(MoneyWorld.money(100));
    assertThat(world.holds().get(0).isUnderWay()).isFalse();
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    assertThat(world.ledger).hasSize(entries);
  }

  @Test
  void whatWasPaidAgainCannotBeSaidToHaveBeenPaidBeforeAndTheDoubtCanBeEnded() {
    MoneyWorld world = payoutFailed();
    world.plan(Payout.Kind.RELEASE, 0);
    world.payOut();
    MoneyOrder first = world.orders.get(1);

    assertThat(world.notice(1, Claim.SUCCEEDED, null, "KES"))
        .isEqualTo(StoredNotice.Verdict.CONTRADICTS);
    answerAll(world);
    world.provider.put(first.id(), MoneyWorld.Truth.MOVED);
    int entries = world.ledger.size();
    world.settle(1);

    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.FAILED);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);

    world.provider.put(first.id(), MoneyWorld.Truth.REFUSED);
    world.settle(1);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    assertThat(world.ledger).hasSize(entries);
  }

  @Test
  void aDoubtThatCameWhileTheMoneyWasOutStaysWhenItComesBack() {
    MoneyWorld world = payoutFailed();
    world.plan(Payout.Kind.RELEASE, 0);
    world.payOut();
    world.notice(1, Claim.SUCCEEDED, null, "KES");
    world.askInVain(1);

    world.call(MoneyWorld.Wire.REFUSED, true);

    assertThat(world.payouts.get(1).state()).isEqualTo(Payout.State.FAILED);
    assertThat(world.holds().get(0).hasFree()).isFalse();
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    world.settle(1);
    assertThat(world.holds().get(0).free()).isEqualTo(MoneyWorld.money(100));
  }

  @Test
  void aDoubtAboutWhatWasPaidStaysWhenTheOtherPartIsPaid() {
    MoneyWorld world = MoneyWorld.held();
    world.split(60);
    world.payOut();
    answerOne(world);
    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.PAID);
    world.notice(1, Claim.FAILED, null, "KES");
    world.askInVain(1);
    answerAll(world);
    assertThat(world.payouts.get(1).state()).isEqualTo(Payout.State.PAID);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);

    world.settle(1);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
  }

  @Test
  void aFailedPartDoesNotHideThatThePaymentItselfIsInDoubt() {
    MoneyWorld world = MoneyWorld.held();
    world.split(60);
    world.payOut();
    world.notice(0, Claim.FAILED, null, "KES");
    world.askInVain(0);
    world.call(MoneyWorld.Wire.REFUSED, true);

    assertThat(world.payments.get(0).reviewCause()).contains(ReviewCause.PROVIDER);
    answerAll(world);
    assertThat(world.payments.get(0).reviewCause()).contains(ReviewCause.PROVIDER);
  }

  /** The next order is told, and the provider says that it has paid. */
  private static void answerOne(MoneyWorld world) {
    world.call(MoneyWorld.Wire.FINE, true);
    MoneyOrder told = world.orders.stream()
        .filter(order -> order.state() == MoneyOrder.State.TOLD)
        .findFirst()
        .orElseThrow();
    world.now = told.nextAt();
    world.ask(told);
  }

  private static void answerAll(MoneyWorld world) {
    for (int i = 0; i < 6; i++) {
      world.now = world.now.plusSeconds(10);
      world.call(MoneyWorld.Wire.FINE, true);
    }
  }

  @Test
  void whatIsPlannedAgainDoesNotGoOutWhereItWasPerhapsPaidAfterAll() {
    MoneyWorld world = payoutFailed();
    world.plan(Payout.Kind.RELEASE, 0);

    world.notice(1, Claim.SUCCEEDED, null, "KES");
    world.payOut();

    assertThat(world.payouts.get(1).state()).isEqualTo(Payout.State.STOPPED);
    assertThat(world.orders).hasSize(2);
    world.provider.put(world.orders.get(1).id(), MoneyWorld.Truth.MOVED);
    world.settle(1);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES))
        .isEqualTo(MoneyWorld.money(100));
  }

  @Test
  void thePartOfTheOtherGoesOutAlthoughOneHasFailed() {
    MoneyWorld world = MoneyWorld.held();
    world.split(60);
    world.payOut();
    world.call(MoneyWorld.Wire.REFUSED, true);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    world.call(MoneyWorld.Wire.FINE, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);

    assertThat(world.balances().of(Account.BUYER, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(-60));
    assertThat(world.payments.get(0).reviewCause()).contains(ReviewCause.PAYOUT);
    assertThat(world.holds().get(0).free()).isEqualTo(MoneyWorld.money(60));

    world.plan(Payout.Kind.RELEASE, 0);
    world.payOut();
    world.call(MoneyWorld.Wire.FINE, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(60));
  }

  @Test
  void peopleMayFindOutMoreThanOnce() {
    MoneyWorld world = released();
    String payout = world.orders.get(1).id();
    for (int i = 0; i < 3; i++) {
      world.notice(1, Claim.FAILED, null, "KES");
      world.provider.put(payout, MoneyWorld.Truth.REFUSED);
      world.settle(1);
      assertThat(world.balances().of(Account.HELD, MoneyWorld.KES))
          .isEqualTo(MoneyWorld.money(100));

      world.notice(1, Claim.SUCCEEDED, null, "KES");
      world.provider.put(payout, MoneyWorld.Truth.MOVED);
      world.settle(1);
      assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES))
          .isEqualTo(MoneyWorld.money(100));
      assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    }
  }

  /** The provider refuses to pay out what has come. */
  private static MoneyWorld payoutFailed() {
    MoneyWorld world = paidIn();
    world.call(MoneyWorld.Wire.REFUSED, true);
    assertThat(world.payouts.get(0).state()).isEqualTo(Payout.State.FAILED);
    world.now = world.now.plusSeconds(10);
    return world;
  }

  /** The buyer has paid, and the seller is about to be. */
  private static MoneyWorld paidIn() {
    MoneyWorld world = MoneyWorld.held();
    world.plan(Payout.Kind.RELEASE, 0);
    world.payOut();
    return world;
  }

  private static MoneyWorld released() {
    MoneyWorld world = paidIn();
    world.call(MoneyWorld.Wire.FINE, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    return world;
  }
}
