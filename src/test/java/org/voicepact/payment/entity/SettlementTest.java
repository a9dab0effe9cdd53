package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.entity.ProviderNotice.Claim;

/** What people say became of an order counts where the provider is silent or contradicts itself, and nowhere else. */
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

  private static MoneyWorld payoutInReview() {
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    world.call(MoneyWorld.Wire.FINE, true);
    world.decide(0, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    world.plan(Payout.Kind.RELEASE, 0);
    world.payOut();
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
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    world.call(MoneyWorld.Wire.FINE, true);
    world.decide(0, false);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.FAILED);
    world.provider.put(world.orders.get(0).id(), MoneyWorld.Truth.MOVED);

    world.settle(0);
    world.settle(0);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.HELD);
    assertThat(world.ledger).hasSize(2);
  }

  private static MoneyWorld released() {
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    world.call(MoneyWorld.Wire.FINE, true);
    world.decide(0, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    world.plan(Payout.Kind.RELEASE, 0);
    world.payOut();
    world.call(MoneyWorld.Wire.FINE, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    return world;
  }
}
