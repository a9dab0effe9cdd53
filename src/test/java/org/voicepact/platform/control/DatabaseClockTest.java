package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TEST = Duration.ofMinutes(1);

  private final DatabaseClock clock = new DatabaseClock();

  private void read(Instant time, Duration underWay) {
    long answered = System.nanoTime();
    clock.read(time, answered - underWay.toNanos(), answered);
  }

  @Test
  void aServerWhoseClockIsAnHourAheadGoesByTheDatabase() {
    Instant database = Instant.now().minus(HOUR);
    read(database, Duration.ZERO);
    assertThat(clock.instant()).isBetween(database.minusMillis(1), database.plus(TEST));
    assertThat(clock.withZone(ZoneId.of("Africa/Nairobi")).instant())
        .isBetween(database.minusMillis(1), database.plus(TEST));
  }

  @Test
  void aServerWhoseClockIsAnHourBehindGoesByTheDatabase() {
    Instant database = Instant.now().plus(HOUR);
    read(database, Duration.ZERO);
    assertThat(clock.instant()).isBetween(database.minusMillis(1), database.plus(TEST));
  }

  @Test
  void itGoesOnBetweenTwoReadings() {
    Instant database = Instant.parse("2026-02-01T10:00:00Z");
    long answered = System.nanoTime() - HOUR.toNanos();
    clock.read(database, answered, answered);
    assertThat(clock.instant())
        .isBetween(database.plus(HOUR), database.plus(HOUR).plus(TEST));
  }

  @Test
  void aReadingThatWasLongUnderWayIsTakenOnlyWhereThereIsNoBetter() {
    Instant first = Instant.parse("2026-02-01T10:00:00Z");
    read(first, Duration.ofSeconds(20));
    assertThat(clock.instant()).isBetween(first, first.plus(TEST));
    read(first.plus(HOUR), Duration.ofSeconds(20));
    assertThat(clock.instant()).isBetween(first, first.plus(TEST));
    read(first.plus(HOUR), Duration.ofMillis(900));
    assertThat(clock.instant()).isAfterOrEqualTo(first.plus(HOUR).minusMillis(1));
  }
}
