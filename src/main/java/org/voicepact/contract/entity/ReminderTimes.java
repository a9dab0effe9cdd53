package org.voicepact.contract.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a party is reminded that has not answered.
 *
 * @param afterAsking so long after it was asked
 * @param beforeExpiry so long before its time is over; empty for no such reminder
 */
public record ReminderTimes(List<Duration> afterAsking, Optional<Duration> beforeExpiry) {

  /** Two reminders never come closer together: one that was put off for the night may meet the next. */
  private static final Duration LEAST_BETWEEN = Duration.ofHours(1);

  /** The first reminder of a party that was asked just now. */
  public Optional<Instant> first(Instant asked, Instant expires) {
    return earliest(asked, expires, asked);
  }

  /** The reminder after one that was sent just now. */
  public Optional<Instant> next(Instant asked, Instant expires, Instant now) {
    return earliest(asked, expires, now.plus(LEAST_BETWEEN));
  }

  private Optional<Instant> earliest(Instant asked, Instant expires, Instant after) {
    return Stream.concat(
            afterAsking.stream().map(asked::plus), beforeExpiry.stream().map(expires::minus))
        .filter(time -> time.isAfter(after) && time.isBefore(expires))
        .min(Comparator.naturalOrder());
  }
}
