package org.voicepact.platform.entity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some weeks in UTC, from a Monday on, that figures are counted by.
 *
 * @param first the first Monday
 * @param number how many, the present one among them
 */
public record Weeks(LocalDate first, int number) {

  /** The last so many up to now. */
  public static Weeks until(Instant now, int number) {
    LocalDate monday = monday(now.atZone(ZoneOffset.UTC).toLocalDate());
    return new Weeks(monday.minusWeeks(number - 1L), number);
  }

  /** The Monday of the week that a day belongs to. */
  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** When the first week begins. */
  public Instant start() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Their Mondays, the first first. */
  public List<LocalDate> mondays() {
    return IntStream.range(0, number).mapToObj(first::plusWeeks).toList();
  }
}
