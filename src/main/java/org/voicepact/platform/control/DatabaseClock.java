package org.voicepact.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * The application's clock: it follows the database's time, so that several servers agree and a server
 * with a wrong clock ends nothing early. Between two readings it counts on by itself, so that a jump of the server's own
 * clock does not move it. Its instants are cut to milliseconds, as they are stored.
 */
@ApplicationScoped
public class DatabaseClock extends Clock {

  private static final String NOW =
      "SELECT CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

  @Resource(lookup = "jdbc/voicepact", shareable = false)
  private DataSource dataSource;

  /** The answer may have been so long under way; after a longer time a reading that was made before is better. */
  private static final Duration LONGEST_READING = Duration.ofSeconds(1);

  private volatile Reading reading =
      new Reading(Clock.systemUTC().instant(), System.nanoTime(), false);

  /**
   * @param time what the clock showed
   * @param nanos what {@link System#nanoTime} was at that moment
   */
  private record Reading(Instant time, long nanos, boolean isOfDatabase) {}

  /** Reads the database's time again. */
  public void synchronise() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      long asked = System.nanoTime();
      try (ResultSet now = statement.executeQuery(NOW)) {
        now.next();
        read(Instant.ofEpochMilli(now.getLong(1)), asked, System.nanoTime());
      }
    }
  }

  /**
   * Counts on from what the database showed at some moment between two. The later one is taken for it, so that this
   * clock may be late by the time between them and is never early.
   *
   * @param asked of {@link System#nanoTime}
   * @param answered likewise
   */
  void read(Instant time, long asked, long answered) {
    if (!reading.isOfDatabase() || answered - asked <= LONGEST_READING.toNanos()) {
      reading = new Reading(time, answered, true);
    }
  }

  @Override
  public Instant instant() {
    Reading from = reading;
    return from.time().plusNanos(System.nanoTime() - from.nanos()).truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ZonedView(zone);
  }

  private final class ZonedView extends Clock {
    private final ZoneId zone;

    ZonedView(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return DatabaseClock.this.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new ZonedView(other);
    }
  }
}
