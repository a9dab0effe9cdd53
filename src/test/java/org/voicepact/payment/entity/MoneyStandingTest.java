package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyStandingTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static Hold held(String id, int shillings) {
    MoneyOrder order = new MoneyOrder(
        "order-" + id,
        Direction.COLLECTION,
        new Carrier("simulator", false),
        MoneyWorld.CONTRACT,
        MoneyWorld.BUYER,
        MoneyWorld.money(shillings),
        NOON);
    Payment payment = new Payment(id, order, 1, NOON);
    payment.collected(NOON);
    return new Hold(payment, List.of());
  }

  @Test
  void moreThanThePriceIsNoticed() {
    Hold first = held("first", 100);
    Hold second = held("second", 100);

    assertThat(MoneyStanding.of(MoneyWorld.money(200), List.of(first, second)).isExceeded())
        .isFalse();
    assertThat(MoneyStanding.of(MoneyWorld.money(100), List.of(first, second)).isExceeded())
        .isTrue();
  }

  /** What is on its way counts, although nobody has it yet. */
  @Test
  void whatIsToGoToTheSellerIsTaken() {
    Hold hold = held("first", 100);
    hold.plan("payout", Payout.Kind.RELEASE, MoneyWorld.money(60), NOON, NOON);

    assertThat(hold.taken(Payout.Kind.RELEASE)).isEqualTo(MoneyWorld.money(60));
    assertThat(hold.taken(Payout.Kind.REFUND)).isEqualTo(MoneyWorld.money(0));
    assertThat(hold.paid(Payout.Kind.RELEASE)).isEqualTo(MoneyWorld.money(0));
  }
}
