package org.voicepact.platform.control;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Tells the log once that the database cannot be used, and once that it can be used again, however many requests and
 * schedules meet it meanwhile.
 */
@Singleton
public class DatabaseAvailability {

  private static final Logger LOG = Logger.getLogger(DatabaseAvailability.class.getName());
  private static final int PATIENCE_SECONDS = 2;

  /** A full disk lets it be read, so that it answers does not mean that all is well. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  @Resource(lookup = "jdbc/voicepact", shareable = false)
  private DataSource dataSource;

  /**
   * How long after a breakdown a key that is taken may be a number that the database gave away twice: what was under way
   * in that moment may still use one that it has forgotten.
   */
  private static final Duration AFTERMATH = Duration.ofMinutes(1);

  private final Clock clock;
  private final PersistenceSession session;
  private boolean away;
  private long failures;
  private Instant firstFailure;
  private Instant lastFailure;
  private Instant lastAway = Instant.MIN;

  @Inject
  public DatabaseAvailability(Clock clock, PersistenceSession session) {
    this.clock = clock;
    this.session = session;
  }

  /**
   * Notes a failure if it is the database's and passes.
   *
   * @return empty where it is any other, of which the log must be told by the caller
   */
  public Optional<DatabaseFault> note(Throwable failure) {
    Optional<DatabaseFault> fault = DatabaseFault.of(failure)
        .or(() -> isAftermath(failure) ? Optional.of(DatabaseFault.BUSY) : Optional.empty());
    fault.ifPresent(kind -> note(kind, failure));
    return fault;
  }

  private synchronized boolean isAftermath(Throwable failure) {
    return clock.instant().minus(AFTERMATH).isBefore(lastAway) && DatabaseFault.isTakenKey(failure);
  }

  private synchronized void note(DatabaseFault kind, Throwable failure) {
    Instant now = clock.instant();
    lastFailure = now;
    failures++;
    if (kind == DatabaseFault.AWAY) {
      lastAway = now;
      session.forgetKeys();
    }
    if (!away) {
      away = true;
      failures = 1;
      firstFailure = now;
      LOG.log(
          Level.WARNING,
          failure,
          () -> "the database cannot be used (" + kind
              + "); what needs it is refused or tried again until it can, without a line for each");
    }
  }

  /** Looks whether it is back; a look that fails is noted. */
  public void look() {
    if (!isAwaitingReturn()) {
      return;
    }
    try {
      if (answers()) {
        noteReturn();
      }
    } catch (SQLException e) {
      note(DatabaseFault.AWAY, e);
    }
  }

  /**
   * Whether it answers within two seconds, once there is a connection.
   *
   * @throws SQLException where there is none
   */
  public boolean answers() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    }
  }

  private synchronized boolean isAwaitingReturn() {
    return away && clock.instant().isAfter(lastFailure.plus(QUIET));
  }

  private synchronized void noteReturn() {
    away = false;
    Duration lasted = Duration.between(firstFailure, lastFailure);
    LOG.log(
        Level.WARNING,
        () -> "the database can be used again; " + failures + " failures in " + lasted.toMillis()
            + " ms were not told of one by one");
  }
}
