package org.voicepact.contract.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The hours of the night, in which nobody is reminded.
 *
 * @param from the first hour, as 21 for 21:00
 * @param until the hour with which they are over, as 7 for 07:00; less than {@code from} where midnight is among them
 */
public record QuietHours(int from, int until) {

  private static final int HOURS = 24;

  /**
   * When a message may be sent that is due now: now itself, or once it is day in all of these zones.
   *
   * @return empty where there is no such time within two days
   */
  public Optional<Instant> allowed(Instant now, List<ZoneId> zones) {
    Instant time = now;
    for (int tried = 0; tried < HOURS; tried++) {
      Instant asked = time;
      Optional<Instant> later = zones.stream()
          .filter(zone -> isQuiet(asked.atZone(zone)))
          .findFirst()
          .map(zone -> end(asked.atZone(zone)));
      if (later.isEmpty()) {
        return Optional.of(time);
      }
      time = later.get();
    }
    return Optional.empty();
  }

  private boolean isQuiet(ZonedDateTime local) {
    int hour = local.getHour();
    return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
  }

  private Instant end(ZonedDateTime local) {
    ZonedDateTime end = local.with(LocalTime.of(until % HOURS, 0));
    return (end.isAfter(local) ? end : end.plus(Duration.ofDays(1))).toInstant();
  }
}
