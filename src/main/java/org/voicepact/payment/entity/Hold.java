package org.voicepact.payment.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.voicepact.platform.entity.Money;

/** A payment with all that goes out of it: never more than has come in. */
public final class Hold {

  private final Payment payment;
  private final List<Payout> payouts;

  public Hold(Payment payment, List<Payout> payouts) {
    this.payment = payment;
    this.payouts = new ArrayList<>(payouts);
  }

  /**
   * What is held of it and nobody has been promised; less than nothing where a payout was made again and the first one was
   * perhaps paid after all.
   */
  public Money free() {
    long taken = sum(Payout::takes).minorUnits();
    long came = payment.heldAt().isPresent() ? payment.amount().minorUnits() : 0;
    return Money.ofMinorUnits(came - taken, payment.amount().currency());
  }

  public boolean hasFree() {
    return free().amount().signum() > 0;
  }

  /**
   * Plans that a part goes out.
   *
   * @param id new
   * @param due from when on it goes
   */
  public Payout plan(String id, Payout.Kind kind, Money amount, Instant now, Instant due) {
    if (amount.minorUnits() > free().minorUnits()) {
      throw new IllegalStateException("more would go out than is held");
    }
    goOn(now);
    Payout payout = new Payout(id, payment, kind, amount, now, due);
    payouts.add(payout);
    return payout;
  }

  /**
   * What an answer has made of an order means for its payment, or for its payout.
   *
   * @return the movement that follows, which was not made before
   */
  public Optional<Movement> follow(MoneyOrder order, MoneyOrder.Effect effect, Instant now) {
    return order.direction() == Direction.COLLECTION
        ? collected(order, effect, now)
        : paidOut(payoutOf(order), order, effect, now);
  }

  private Optional<Movement> collected(MoneyOrder order, MoneyOrder.Effect effect, Instant now) {
    switch (effect) {
      case NONE -> {
        if (order.state() == MoneyOrder.State.TOLD) {
          payment.pending(now);
        }
      }
      case SUCCEEDED -> {
        Optional<Movement> movement = payment.collected(now);
        if (movement.isEmpty()) {
          reaffirm(ReviewCause.PROVIDER, now);
        }
        return movement;
      }
      case FAILED -> {
        if (payment.heldAt().isPresent()) {
          return Optional.of(payment.reversed(order.failure(), now));
        }
        payment.failed(order.failure(), now);
      }
      case IN_REVIEW -> payment.review(ReviewCause.PROVIDER, order.failure(), now);
    }
    return Optional.empty();
  }

  private Optional<Movement> paidOut(
      Payout payout, MoneyOrder order, MoneyOrder.Effect effect, Instant now) {
    return switch (effect) {
      case NONE -> Optional.empty();
      case SUCCEEDED -> paid(payout, now);
      case FAILED -> failed(payout, order.failure(), now);
      case IN_REVIEW -> {
        doubt(payout, order.failure(), now);
        yield Optional.empty();
      }
    };
  }

  /** The payout that the provider was told with this order. */
  public Payout payoutOf(MoneyOrder order) {
    return payouts.stream()
        .filter(payout -> payout.orderId().filter(order.id()::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private Optional<Movement> paid(Payout payout, Instant now) {
    Optional<Movement> movement = payout.paid(now);
    if (movement.isPresent() && isOver()) {
      end(now);
    } else {
      reaffirm(ReviewCause.PAYOUT, now);
    }
    return movement;
  }

  /** Whether all of it has gone out, and nobody doubts that. */
  private boolean isOver() {
    return !hasFree() && !isUnderWay() && !isInDoubt();
  }

  private boolean isInDoubt() {
    return payouts.stream().anyMatch(Payout::isInDoubt);
  }

  private void end(Instant now) {
    payment.end(has(Payout.Kind.RELEASE) ? PaymentStatus.RELEASED : PaymentStatus.REFUNDED, now);
  }

  /** What was in doubt is known: the payment is where it was before, unless something else of it is in doubt. */
  private void reaffirm(ReviewCause doubt, Instant now) {
    if (!payment.isInReviewFor(doubt)) {
      return;
    }
    if (isOver()) {
      end(now);
    } else if (isInDoubt() || doubt == ReviewCause.PROVIDER || !hasFree()) {
      goOn(now);
    }
  }

  /** As far as nothing else of it is in doubt. */
  private void goOn(Instant now) {
    payment.goOn(now);
    if (isInDoubt()) {
      payment.review(ReviewCause.PAYOUT, "a payout of it is in doubt", now);
    }
  }

  private Optional<Movement> failed(Payout payout, String why, Instant now) {
    Optional<Movement> movement = payout.failed(why, now);
    if (isOver()) {
      // Its money has gone out again meanwhile.
      end(now);
    } else {
      payment.review(ReviewCause.PAYOUT, why, now);
    }
    return movement;
  }

  private void doubt(Payout payout, String why, Instant now) {
    if (payout.state() == Payout.State.FAILED) {
      stopUntilKept(payout, why, now);
    }
    payout.doubt(why, now);
    payment.review(ReviewCause.PAYOUT, why, now);
  }

  /** What was planned with the money of a failed payout and has not gone must not go. */
  private void stopUntilKept(Payout failed, String why, Instant now) {
    for (int i = payouts.size() - 1; i >= 0 && !keeps(failed); i--) {
      payouts.get(i).stop(why, now);
    }
  }

  private boolean has(Payout.Kind kind) {
    return payouts.stream()
        .anyMatch(payout -> payout.kind() == kind && payout.state() == Payout.State.PAID);
  }

  private static boolean isOnItsWay(Payout payout) {
    return payout.takes() && payout.state() != Payout.State.PAID;
  }

  /** Whether what a failed payout did not take is still there, and promised to nobody else. */
  private boolean keeps(Payout failed) {
    long own = failed.isContested() ? failed.amount().minorUnits() : 0;
    return failed.amount().minorUnits() <= free().minorUnits() + own;
  }

  /** Whether the money of an order is still there, should its payout not have failed after all. */
  public boolean keeps(MoneyOrder doubted) {
    if (doubted.direction() == Direction.COLLECTION) {
      return true;
    }
    Payout payout = payoutOf(doubted);
    return payout.state() != Payout.State.FAILED || keeps(payout);
  }

  /** The orders of payouts that are on their way, the last one first. */
  public List<String> ordered() {
    List<String> ordered = new ArrayList<>();
    for (Payout payout : payouts) {
      if (payout.state() == Payout.State.ORDERED) {
        payout.orderId().ifPresent(order -> ordered.add(0, order));
      }
    }
    return ordered;
  }

  /**
   * Whether people can say of one of its orders what became of it: that a failed payout was paid after all only while
   * its money is there, since it may have been made again, and that a payment has gone back only while all of it is there.
   */
  public boolean fits(Settlement settlement, MoneyOrder order) {
    if (!settlement.fits(order)) {
      return false;
    }
    boolean hasMoved = settlement.outcome() == Settlement.Outcome.MOVED;
    if (order.direction() == Direction.COLLECTION) {
      return hasMoved || payment.heldAt().isEmpty() || free().equals(payment.amount());
    }
    return !hasMoved || keeps(order);
  }

  /** Whether money would be held by it that is not held by the books. */
  public boolean wouldHold(Settlement settlement, MoneyOrder order) {
    return order.direction() == Direction.COLLECTION
        ? settlement.outcome() == Settlement.Outcome.MOVED && payment.heldAt().isEmpty()
        : settlement.outcome() == Settlement.Outcome.NOT_MOVED
            && order.state() == MoneyOrder.State.SUCCEEDED;
  }

  /** Whether something of it is planned or told, and not paid yet. */
  public boolean isUnderWay() {
    return payouts.stream().anyMatch(Hold::isOnItsWay);
  }

  /** How much has gone out so. */
  public Money paid(Payout.Kind kind) {
    return sum(payout -> payout.kind() == kind && payout.state() == Payout.State.PAID);
  }

  /** How much has gone out so, or is to. */
  public Money taken(Payout.Kind kind) {
    return sum(payout -> payout.kind() == kind && payout.takes());
  }

  /** How much of it was planned to go out so from then on, and has gone or is to. */
  public Money takenSince(Payout.Kind kind, Instant since) {
    return sum(
        payout -> payout.kind() == kind && payout.takes() && !payout.createdAt().isBefore(since));
  }

  private Money sum(Predicate<Payout> which) {
    long sum = payouts.stream()
        .filter(which)
        .mapToLong(payout -> payout.amount().minorUnits())
        .sum();
    return Money.ofMinorUnits(sum, payment.amount().currency());
  }

  public Payment payment() {
    return payment;
  }

  /** In the order in which they were planned. */
  public List<Payout> payouts() {
    return List.copyOf(payouts);
  }
}
