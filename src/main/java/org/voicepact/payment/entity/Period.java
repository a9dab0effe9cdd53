package org.voicepact.payment.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A time that a statement is of, both ends inclusive. */
public record Period(Instant from, Instant to) {

  /** Statements may tell whole seconds, so that one of these may lie between two that follow each other. */
  private static final Duration GAP = Duration.ofSeconds(1);

  /**
   * Whether some of these leave nothing out between two moments.
   *
   * @param known sorted by their beginnings
   */
  public static boolean cover(List<Period> known, Instant start, Instant end) {
    Instant reached = start;
    for (Period each : known) {
      if (each.from.isAfter(reached.plus(GAP))) {
        break;
      }
      reached = each.to.isAfter(reached) ? each.to : reached;
    }
    return reached.isAfter(start) && !reached.isBefore(end.minus(GAP));
  }
}
