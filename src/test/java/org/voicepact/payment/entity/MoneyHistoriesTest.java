package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.entity.ProviderNotice.Claim;

/**
 * Whatever providers, strangers, servers and people do, and in whatever order: the ledger sums to zero, nobody is paid
 * twice, nothing is released without an acceptance or a decision, and what the ledger says has really happened.
 */
class MoneyHistoriesTest {

  enum Act {
    CHECKOUT,
    CALL,
    PIN,
    TRUE_NOTICE,
    FORGED_NOTICE,
    OTHER_AMOUNT,
    OTHER_CURRENCY,
    ACCEPT,
    DISPUTE,
    RELEASE,
    REFUND,
    SPLIT,
    PAY_OUT,
    SETTLE,
    REVERSE,
    WAIT
  }

  /**
   * One thing that happens.
   *
   * @param number how much, or which order, or how long
   */
  record Step(Act act, MoneyWorld.Wire wire, int number, boolean yes) {}

  @Property(tries = 2000)
  void everyHistoryKeepsTheMoneyTogether(@ForAll("steps") @Size(max = 80) List<Step> steps) {
    MoneyWorld world = new MoneyWorld();
    for (Step step : steps) {
      world.now = world.now.plusSeconds(1);
      long releasedBefore = toldReleases(world);

      carryOut(world, step);

      check(world);
      if (!world.mayRelease) {
        assertThat(orderedReleases(world))
            .as("orders of a release that nobody decided")
            .isZero();
      }
      assertThat(toldReleases(world)).isGreaterThanOrEqualTo(releasedBefore);
    }
    settle(world);
    check(world);
    assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES).minorUnits()
            + openPayouts(world, Payout.Kind.RELEASE))
        .as("what the seller has got, or has in review")
        .isGreaterThanOrEqualTo(world.really(Direction.PAYOUT, MoneyWorld.SELLER));
  }

  private static void carryOut(MoneyWorld world, Step step) {
    switch (step.act()) {
      case CHECKOUT -> world.checkout(1 + step.number());
      case CALL -> world.call(step.wire(), step.yes());
      case PIN -> world.decide(step.number(), step.yes());
      case TRUE_NOTICE ->
        MoneyWorld.pick(world.orders, step.number())
            .map(order -> world.provider.get(order.id()))
            .filter(truth -> truth != MoneyWorld.Truth.WAITING)
            .ifPresent(truth -> world.notice(
                step.number(),
                truth == MoneyWorld.Truth.REFUSED ? Claim.FAILED : Claim.SUCCEEDED,
                null,
                "KES"));
      case FORGED_NOTICE ->
        noneMoves(
            world,
            () -> world.notice(
                step.number(), step.yes() ? Claim.SUCCEEDED : Claim.FAILED, null, "KES"));
      case OTHER_AMOUNT ->
        noneMoves(
            world,
            () ->
                world.notice(step.number(), Claim.SUCCEEDED, BigDecimal.valueOf(1_000_000), "KES"));
      case OTHER_CURRENCY ->
        noneMoves(world, () -> world.notice(step.number(), Claim.SUCCEEDED, null, "UGX"));
      case ACCEPT -> {
        world.mayRelease = true;
        world.plan(Payout.Kind.RELEASE, step.number());
      }
      case DISPUTE -> {
        if (orderedReleases(world) == 0) {
          world.dispute();
        }
      }
      case RELEASE -> {
        world.mayRelease = true;
        world.plan(Payout.Kind.RELEASE, 0);
      }
      case REFUND -> world.plan(Payout.Kind.REFUND, 0);
      case SPLIT -> {
        world.mayRelease = true;
        world.split(step.number());
      }
      case PAY_OUT -> world.payOut();
      case SETTLE -> world.settle(step.number());
      case REVERSE -> world.reverse(step.number());
      case WAIT -> world.now = world.now.plusSeconds(60L * step.number());
    }
  }

  /** No notice ever moves money by itself. */
  private static void noneMoves(MoneyWorld world, Runnable notice) {
    int before = world.ledger.size();
    notice.run();
    assertThat(world.ledger).hasSize(before);
  }

  private static void check(MoneyWorld world) {
    Balances balances = world.balances();
    assertThat(balances.sumToZero()).isTrue();
    assertThat(world.told.values()).allMatch(times -> times == 1);
    long buyer = balances.of(Account.BUYER, MoneyWorld.KES).minorUnits();
    long held = balances.of(Account.HELD, MoneyWorld.KES).minorUnits();
    long seller = balances.of(Account.SELLER, MoneyWorld.KES).minorUnits();
    long provider = balances.of(Account.PROVIDER, MoneyWorld.KES).minorUnits();
    assertThat(held).as("held").isNotNegative();
    assertThat(provider).as("with the provider").isNotNegative();
    long came = world.really(Direction.COLLECTION, MoneyWorld.BUYER);
    long toSeller = world.really(Direction.PAYOUT, MoneyWorld.SELLER);
    long toBuyer = world.really(Direction.PAYOUT, MoneyWorld.BUYER);
    assertThat(toSeller + toBuyer).as("paid out, against what came").isLessThanOrEqualTo(came);
    assertThat(seller).as("with the seller").isLessThanOrEqualTo(toSeller);
    assertThat(-buyer).as("of the buyer").isLessThanOrEqualTo(came);
    assertThat(held)
        .isEqualTo(world.holds().stream().mapToLong(MoneyHistoriesTest::held).sum());
  }

  /** What a payment has of the money that is held, by its own account. */
  private static long held(Hold hold) {
    long keptBack = hold.payouts().stream()
        .filter(payout -> payout.state() == Payout.State.SCHEDULED
            || payout.state() == Payout.State.FAILED && payout.isContested())
        .mapToLong(payout -> payout.amount().minorUnits())
        .sum();
    return hold.free().minorUnits() + keptBack;
  }

  private static long orderedReleases(MoneyWorld world) {
    return world.payouts.stream()
        .filter(payout -> payout.kind() == Payout.Kind.RELEASE)
        .filter(payout -> payout.orderId().isPresent())
        .count();
  }

  private static long toldReleases(MoneyWorld world) {
    return world.really(Direction.PAYOUT, MoneyWorld.SELLER);
  }

  private static long openPayouts(MoneyWorld world, Payout.Kind kind) {
    return world.payouts.stream()
        .filter(payout -> payout.kind() == kind)
        .filter(payout ->
            payout.state() == Payout.State.IN_REVIEW || payout.state() == Payout.State.ORDERED)
        .mapToLong(payout -> payout.amount().minorUnits())
        .sum();
  }

  /** In the end everything works, and every order comes to an end or before a person. */
  private static void settle(MoneyWorld world) {
    for (int i = 0; i < 1200; i++) {
      world.now = world.now.plusSeconds(600);
      world.call(MoneyWorld.Wire.FINE, true);
    }
    assertThat(world.orders)
        .allMatch(order -> order.isEnded() || order.state() == MoneyOrder.State.IN_REVIEW);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Act> acts = Arbitraries.frequency(
        Tuple.of(3, Act.CHECKOUT),
        Tuple.of(12, Act.CALL),
        Tuple.of(5, Act.PIN),
        Tuple.of(3, Act.TRUE_NOTICE),
        Tuple.of(3, Act.SETTLE),
        Tuple.of(1, Act.REVERSE),
        Tuple.of(2, Act.FORGED_NOTICE),
        Tuple.of(1, Act.OTHER_AMOUNT),
        Tuple.of(1, Act.OTHER_CURRENCY),
        Tuple.of(2, Act.ACCEPT),
        Tuple.of(1, Act.DISPUTE),
        Tuple.of(1, Act.RELEASE),
        Tuple.of(1, Act.REFUND),
        Tuple.of(1, Act.SPLIT),
        Tuple.of(5, Act.PAY_OUT),
        Tuple.of(6, Act.WAIT));
    Arbitrary<MoneyWorld.Wire> wires = Arbitraries.frequency(
        Tuple.of(12, MoneyWorld.Wire.FINE),
        Tuple.of(2, MoneyWorld.Wire.ANSWER_LOST),
        Tuple.of(1, MoneyWorld.Wire.CALL_LOST),
        Tuple.of(1, MoneyWorld.Wire.NOT_CALLED),
        Tuple.of(1, MoneyWorld.Wire.REFUSED),
        Tuple.of(1, MoneyWorld.Wire.CRASH_BEFORE),
        Tuple.of(2, MoneyWorld.Wire.CRASH_AFTER));
    return Combinators.combine(
            acts, wires, Arbitraries.integers().between(0, 100), Arbitraries.of(true, true, false))
        .as(Step::new)
        .list();
  }

  /** A share of the histories must really get money through, or the property would say little. */
  @Test
  void aPlainHistoryReleasesTheMoney() {
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    world.call(MoneyWorld.Wire.FINE, true);
    world.decide(0, true);
    assertThat(world.notice(0, Claim.SUCCEEDED, null, "KES")).isEqualTo(StoredNotice.Verdict.FITS);
    world.call(MoneyWorld.Wire.FINE, true);
    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.HELD);
    world.plan(Payout.Kind.RELEASE, 0);
    world.payOut();
    world.call(MoneyWorld.Wire.FINE, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.RELEASED);
    assertThat(world.balances().of(Account.SELLER, MoneyWorld.KES))
        .isEqualTo(MoneyWorld.money(100));
    assertThat(world.balances().of(Account.BUYER, MoneyWorld.KES).minorUnits()).isEqualTo(-10_000);
  }

  @Test
  void aNoticeRepeatedManyTimesIsOneEntry() {
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    world.call(MoneyWorld.Wire.FINE, true);
    world.decide(0, true);
    for (int i = 0; i < 360; i++) {
      world.notice(0, Claim.SUCCEEDED, null, "KES");
      world.call(MoneyWorld.Wire.FINE, true);
    }

    assertThat(world.ledger).hasSize(2);
  }

  @Test
  void whatContradictsIsLookedAtByAPersonAndMovesNothing() {
    MoneyWorld world = MoneyWorld.held();

    assertThat(world.notice(0, Claim.FAILED, null, "KES"))
        .isEqualTo(StoredNotice.Verdict.CONTRADICTS);

    assertThat(world.payments.get(0).status()).isEqualTo(PaymentStatus.IN_REVIEW);
    assertThat(world.balances().of(Account.HELD, MoneyWorld.KES)).isEqualTo(MoneyWorld.money(100));
  }
}
