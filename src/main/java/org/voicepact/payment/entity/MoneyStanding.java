package org.voicepact.payment.entity;

import java.util.Currency;
import java.util.List;
import org.voicepact.platform.entity.Money;

/**
 * How the money of a contract stands.
 *
 * @param price what it costs in all
 * @param held what has come and has not gone out
 * @param released what the seller has got
 * @param refunded what the buyer has got back
 * @param coming what the buyer is being asked for
 */
public record MoneyStanding(Money price, Money held, Money released, Money refunded, Money coming) {

  public static MoneyStanding of(Money price, List<Hold> holds) {
    Currency currency = price.currency();
    long came = 0;
    long released = 0;
    long refunded = 0;
    long coming = 0;
    for (Hold hold : holds) {
      long amount = hold.payment().amount().minorUnits();
      released += hold.paid(Payout.Kind.RELEASE).minorUnits();
      refunded += hold.paid(Payout.Kind.REFUND).minorUnits();
      if (hold.payment().heldAt().isPresent()) {
        came += amount;
      } else if (hold.payment().status() != PaymentStatus.FAILED) {
        coming += amount;
      }
    }
    return new MoneyStanding(
        price,
        Money.ofMinorUnits(came - released - refunded, currency),
        Money.ofMinorUnits(released, currency),
        Money.ofMinorUnits(refunded, currency),
        Money.ofMinorUnits(coming, currency));
  }

  /** What is still to be paid: neither here nor asked for. */
  public Money owed() {
    long owed =
        price.minorUnits() - held.minorUnits() - released.minorUnits() - coming.minorUnits();
    return Money.ofMinorUnits(Math.max(owed, 0), price.currency());
  }

  /** Whether more than the price has come. */
  public boolean isExceeded() {
    return held.minorUnits() + released.minorUnits() > price.minorUnits();
  }

  /** Whether all of the price has come. */
  public boolean isFull() {
    return held.minorUnits() + released.minorUnits() >= price.minorUnits();
  }
}
