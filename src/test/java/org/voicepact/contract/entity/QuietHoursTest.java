package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final QuietHours NIGHT = new QuietHours(21, 7);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T17:59:59Z, 2026-11-24T17:59:59Z",
    "2026-11-24T18:00:00Z, 2026-11-25T04:00:00Z",
    "2026-11-24T22:30:00Z, 2026-11-25T04:00:00Z",
    "2026-11-25T03:59:59Z, 2026-11-25T04:00:00Z",
    "2026-11-25T04:00:00Z, 2026-11-25T04:00:00Z",
  })
  void inTheNightOneWaitsForTheMorning(Instant due, Instant allowed) {
    assertThat(NIGHT.allowed(due, List.of(NAIROBI))).contains(allowed);
  }

  @Test
  void hoursWithoutMidnightAreOverOnTheSameDay() {
    assertThat(
            new QuietHours(12, 14).allowed(Instant.parse("2026-11-24T09:30:00Z"), List.of(NAIROBI)))
        .contains(Instant.parse("2026-11-24T11:00:00Z"));
  }

  @Test
  void whereItIsNightSomewhereInTheCountryOneWaits() {
    List<ZoneId> congo = List.of(ZoneId.of("Africa/Kinshasa"), ZoneId.of("Africa/Lubumbashi"));

    assertThat(NIGHT.allowed(Instant.parse("2026-11-24T19:30:00Z"), congo))
        .contains(Instant.parse("2026-11-25T06:00:00Z"));
    assertThat(NIGHT.allowed(Instant.parse("2026-11-25T05:30:00Z"), congo))
        .contains(Instant.parse("2026-11-25T06:00:00Z"));
  }

  @Test
  void zonesThatNeverHaveDayTogetherAllowNothing() {
    List<ZoneId> zones = List.of(ZoneId.of("UTC"), ZoneId.of("UTC+12"));

    assertThat(new QuietHours(12, 0).allowed(Instant.parse("2026-11-24T12:00:00Z"), zones))
        .isEmpty();
  }

  @Property
  void whatIsAllowedIsNeverQuietAndNeverMoreThanADayAway(
      @ForAll @IntRange(max = 23) int from,
      @ForAll @IntRange(max = 23) int length,
      @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long second) {
    int until = (from + Math.max(1, length)) % 24;
    Instant due = Instant.ofEpochSecond(second);

    Optional<Instant> allowed = new QuietHours(from, until).allowed(due, List.of(NAIROBI));

    assertThat(allowed).isPresent();
    ZonedDateTime local = allowed.get().atZone(NAIROBI);
    int sinceBegin = Math.floorMod(local.getHour() - from, 24);
    assertThat(sinceBegin).isGreaterThanOrEqualTo(Math.floorMod(until - from, 24));
    assertThat(allowed.get()).isBetween(due, due.plusSeconds(24 * 3600));
    assertThat(allowed.get().equals(due) || local.toLocalTime().equals(LocalTime.of(until, 0)))
        .isTrue();
  }
}
