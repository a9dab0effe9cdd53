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
 * with a wrong clock ends nothing early. Its instants are cut to milliseconds, as they are stored.
 */
@ApplicationScoped
public class DatabaseClock extends Clock {

  private static final String NOW =
      "SELECT CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  private final Clock local = Clock.systemUTC();
  private volatile Duration offset = Duration.ZERO;

  /** Reads the database's time again and remembers how far the local clock is from it. */
  public void synchronise() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet now = statement.executeQuery(NOW)) {
      now.next();
      offset = Duration.between(local.instant(), Instant.ofEpochMilli(now.getLong(1)));
    }
  }

  @Override
  public Instant instant() {
    return local.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
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
