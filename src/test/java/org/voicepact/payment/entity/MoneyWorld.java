package org.voicepact.payment.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * One contract's money as the server keeps it, and beside it, written down plainly, what a provider really did. The
 * provider does whatever it is told, as often as it is told.
 */
final class MoneyWorld {

  static final ContractId CONTRACT = new ContractId("AG-2026-000123");
  static final PhoneNumber BUYER = new PhoneNumber("+254722000111");
  static final PhoneNumber SELLER = new PhoneNumber("+254712345678");
  static final Currency KES = Currency.getInstance("KES");

  /** What the provider knows of an order that it was told. */
  enum Truth {
    WAITING,
    MOVED,
    REFUSED,
    /** It has moved and was given back, and the provider says only that it has moved. */
    REVERSED
  }

  /** What becomes of a call on its way. */
  enum Wire {
    FINE,
    ANSWER_LOST,
    CALL_LOST,
    NOT_CALLED,
    REFUSED,
    /** The server dies before the call leaves. */
    CRASH_BEFORE,
    /** The server dies when the provider has it. */
    CRASH_AFTER
  }

  final List<MoneyOrder> orders = new ArrayList<>();
  final List<Payment> payments = new ArrayList<>();
  final List<Payout> payouts = new ArrayList<>();
  final List<LedgerEntry> ledger = new ArrayList<>();
  final Map<String, Truth> provider = new HashMap<>();
  final Map<String, Integer> told = new HashMap<>();
  Instant now = Instant.parse("2026-11-24T12:00:00Z");
  boolean mayRelease;
  private final Set<String> movements = new HashSet<>();

  /** A new one in which the buyer has paid 100. */
  static MoneyWorld held() {
    MoneyWorld world = new MoneyWorld();
    world.checkout(100);
    world.call(MoneyWorld.Wire.FINE, true);
    world.decide(0, true);
    world.now = world.now.plusSeconds(10);
    world.call(MoneyWorld.Wire.FINE, true);
    return world;
  }

  /** The buyer is to pay. */
  void checkout(int shillings) {
    MoneyOrder order = order(Direction.COLLECTION, BUYER, money(shillings));
    payments.add(new Payment("payment-" + payments.size(), order, 1, now));
  }

  private MoneyOrder order(Direction direction, PhoneNumber phone, Money amount) {
    MoneyOrder order = new MoneyOrder(
        "order-" + orders.size(),
        direction,
        new Carrier("simulator", false),
        CONTRACT,
        phone,
        amount,
        now);
    orders.add(order);
    return order;
  }

  static Money money(long shillings) {
    return new Money(BigDecimal.valueOf(shillings), KES);
  }

  /** A server takes the next order whose turn it is, and calls the provider for it. */
  void call(Wire wire, boolean clearAnswer) {
    Optional<MoneyOrder> due = orders.stream()
        .filter(each -> each.isDue(now))
        .min(Comparator.comparing(MoneyOrder::nextAt));
    due.ifPresent(order -> {
      if (order.take(now) == MoneyOrder.Turn.TELL) {
        tell(order, wire);
      } else if (wire != Wire.CRASH_BEFORE && wire != Wire.CRASH_AFTER) {
        follow(order, order.answered(clearAnswer ? truth(order) : unclear(wire), now));
      }
    });
  }

  /** A server asks for one order, and the provider answers truly. */
  void ask(MoneyOrder order) {
    order.take(now);
    follow(order, order.answered(truth(order), now));
  }

  /** A server asks for one order, of which the provider knows nothing any more. */
  void askInVain(int which) {
    pick(orders, which).ifPresent(order -> {
      order.take(now);
      follow(order, order.answered(new Standing.NotKnown("too long ago"), now));
    });
  }

  private void tell(MoneyOrder order, Wire wire) {
    if (wire == Wire.FINE || wire == Wire.ANSWER_LOST || wire == Wire.CRASH_AFTER) {
      arrives(order);
    }
    switch (wire) {
      case FINE -> reply(order, new ProviderReply.Taken(Optional.of("ref-" + order.id())));
      case ANSWER_LOST, CALL_LOST -> reply(order, new ProviderReply.Lost("time out"));
      case NOT_CALLED -> reply(order, new ProviderReply.NotCalled("no route"));
      case REFUSED -> reply(order, new ProviderReply.Refused("no such phone"));
      case CRASH_BEFORE, CRASH_AFTER -> {}
    }
  }

  private void arrives(MoneyOrder order) {
    told.merge(order.id(), 1, Integer::sum);
    provider.put(order.id(), order.direction() == Direction.PAYOUT ? Truth.MOVED : Truth.WAITING);
  }

  private void reply(MoneyOrder order, ProviderReply reply) {
    follow(order, order.told(reply, now));
  }

  private Standing truth(MoneyOrder order) {
    Truth truth = provider.get(order.id());
    if (truth == null) {
      return new Standing.NotKnown("never heard of it");
    }
    return switch (truth) {
      case WAITING -> new Standing.Waiting();
      case MOVED, REVERSED ->
        new Standing.Succeeded(Optional.of("receipt-" + order.id()), Optional.of(order.amount()));
      case REFUSED -> new Standing.Failed("the PIN was not typed");
    };
  }

  private static Standing unclear(Wire wire) {
    return wire == Wire.FINE ? new Standing.AnswersLater() : new Standing.NoAnswer("time out");
  }

  /** The buyer types the PIN, or does not. */
  void decide(int which, boolean pays) {
    pick(orders, which)
        .filter(order -> provider.get(order.id()) == Truth.WAITING)
        .ifPresent(order -> provider.put(order.id(), pays ? Truth.MOVED : Truth.REFUSED));
  }

  /** Somebody tells something of an order, be it true or not. */
  StoredNotice.Verdict notice(
      int which, ProviderNotice.Claim claim, BigDecimal amount, String currency) {
    return pick(orders, which)
        .map(order -> {
          ProviderNotice notice = new ProviderNotice(
              Optional.of(order.id()),
              Optional.empty(),
              claim,
              ProviderNotice.Answers.NOTHING,
              Optional.of("forged"),
              Optional.ofNullable(amount).or(() -> Optional.of(order.amount().amount())),
              Optional.of(currency),
              Optional.empty(),
              Optional.empty());
          Fitting.Judged judged = Fitting.judge(order, notice, now);
          follow(order, judged.effect());
          return judged.verdict();
        })
        .orElse(StoredNotice.Verdict.UNKNOWN);
  }

  /** Two people look up what has really become of an order, and say it. */
  void settle(int which) {
    pick(orders, which).ifPresent(order -> {
      boolean moved = provider.get(order.id()) == Truth.MOVED;
      Settlement settlement = new Settlement(
          moved ? Settlement.Outcome.MOVED : Settlement.Outcome.NOT_MOVED,
          moved ? Optional.of("receipt-" + order.id()) : Optional.empty(),
          now);
      if (!settlement.isKnownOf(order) && holdOf(order).fits(settlement, order)) {
        follow(order, order.settle(settlement));
      }
    });
  }

  /** The provider gives a payment back of which nothing is promised yet, and two people find it. */
  void reverse(int which) {
    pick(payments, which).ifPresent(payment -> {
      MoneyOrder order = orders.stream()
          .filter(each -> each.id().equals(payment.orderId()))
          .findFirst()
          .orElseThrow();
      Settlement back = new Settlement(Settlement.Outcome.NOT_MOVED, Optional.empty(), now);
      if (order.state() == MoneyOrder.State.SUCCEEDED && holdOf(order).fits(back, order)) {
        provider.put(order.id(), Truth.REVERSED);
        follow(order, order.settle(back));
      }
    });
  }

  private void follow(MoneyOrder order, MoneyOrder.Effect effect) {
    holdOf(order).follow(order, effect, now).ifPresent(this::move);
  }

  private Hold holdOf(MoneyOrder order) {
    return holds().stream()
        .filter(hold -> hold.payment().orderId().equals(order.id())
            || hold.payouts().stream()
                .anyMatch(each -> each.orderId().filter(order.id()::equals).isPresent()))
        .findFirst()
        .orElseThrow();
  }

  /** As the table does, it takes no movement twice. */
  private void move(Movement movement) {
    if (!movements.add(movement.key())) {
      throw new AssertionError(movement.key() + " would be written twice");
    }
    ledger.addAll(movement.entries(now));
  }

  /** What is free is to go out, after a while. */
  void plan(Payout.Kind kind, int afterSeconds) {
    for (Hold hold : holds()) {
      if (hold.hasFree()) {
        plan(hold, kind, hold.free(), afterSeconds);
      }
    }
  }

  private void plan(Hold hold, Payout.Kind kind, Money amount, int afterSeconds) {
    payouts.add(
        hold.plan("payout-" + payouts.size(), kind, amount, now, now.plusSeconds(afterSeconds)));
  }

  /** A mediator divides what is free. */
  void split(int percent) {
    for (Hold hold : holds()) {
      long seller = hold.free().minorUnits() * percent / 100;
      if (seller > 0) {
        plan(hold, Payout.Kind.RELEASE, Money.ofMinorUnits(seller, KES), 0);
      }
      if (hold.hasFree()) {
        plan(hold, Payout.Kind.REFUND, hold.free(), 0);
      }
    }
  }

  void dispute() {
    mayRelease = false;
    payouts.forEach(payout -> payout.stop("disputed", now));
  }

  /** Payouts whose time has come are ordered. */
  void payOut() {
    for (Payout payout : payouts) {
      Payment payment = payments.stream()
          .filter(each -> each.id().equals(payout.paymentId()))
          .findFirst()
          .orElseThrow();
      if (payout.state() == Payout.State.SCHEDULED
          && !payout.dueAt().isAfter(now)
          && payment.mayGoOut()) {
        PhoneNumber receiver = payout.kind() == Payout.Kind.RELEASE ? SELLER : BUYER;
        move(payout.ordered(order(Direction.PAYOUT, receiver, payout.amount())));
      }
    }
  }

  List<Hold> holds() {
    return payments.stream()
        .map(payment -> new Hold(
            payment,
            payouts.stream()
                .filter(payout -> payout.paymentId().equals(payment.id()))
                .toList()))
        .toList();
  }

  /** From the entries alone. */
  Balances balances() {
    Balances balances = new Balances();
    ledger.forEach(entry -> balances.add(entry.account(), entry.currency(), entry.amount()));
    return balances;
  }

  /** How much the provider has really moved this way, to or from this phone. */
  long really(Direction direction, PhoneNumber phone) {
    return orders.stream()
        .filter(order -> order.direction() == direction)
        .filter(order -> order.phone().filter(phone::equals).isPresent())
        .filter(order -> provider.get(order.id()) == Truth.MOVED)
        .mapToLong(order -> order.amount().minorUnits() * told.get(order.id()))
        .sum();
  }

  static <T> Optional<T> pick(List<T> list, int which) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(which % list.size()));
  }
}
