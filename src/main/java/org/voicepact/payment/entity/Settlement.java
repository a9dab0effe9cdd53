package org.voicepact.payment.entity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.payment.entity.MoneyOrder.State;
import org.voicepact.platform.entity.WireValue;

/**
 * What people have found out about an order of which the provider says nothing clear, or one thing and then another.
 *
 * @param receipt the provider's number of the movement; empty where nothing has moved
 * @param at when it moved, or when it was found that it has not
 */
public record Settlement(Outcome outcome, Optional<String> receipt, Instant at) {

  /** What became of it. */
  public enum Outcome implements WireValue {
    MOVED,
    NOT_MOVED;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the books say so already, and nobody has said otherwise since. */
  public boolean isKnownOf(MoneyOrder order) {
    if (order.isContradicted()) {
      return false;
    }
    return outcome == Outcome.MOVED
        ? order.state() == State.SUCCEEDED && receipt.equals(order.receipt())
        : order.state() == State.FAILED;
  }

  /**
   * Whether people can say it of the order as it stands. What has moved can have come back since, of which no provider tells; a
   * payout that no provider could be told of yet is taken back.
   */
  public boolean fits(MoneyOrder order) {
    return switch (order.state()) {
      case IN_REVIEW -> true;
      case QUEUED -> outcome == Outcome.NOT_MOVED && order.direction() == Direction.PAYOUT;
      case SUCCEEDED -> outcome == Outcome.NOT_MOVED || order.isContradicted();
      case FAILED -> order.isContradicted() || outcome == Outcome.MOVED;
      default -> false;
    };
  }

  /** The same for two people who say the same of the same order, and for no others. */
  public String said(MoneyOrder order) {
    return String.join(
        "\n",
        order.id(),
        outcome.wire(),
        receipt.orElse(""),
        outcome == Outcome.MOVED ? at.toString() : "");
  }
}
