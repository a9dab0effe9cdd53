package org.voicepact.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.voicepact.platform.entity.DatabaseReady;

/**
 * What happens once, in order, before the first request: settings, schema, clock, then {@link DatabaseReady}.
 * Where a setting is wrong or the database cannot be used the process ends: Liberty by itself would keep running without the application,
 * and an operator's supervisor would take that for a start.
 */
@Singleton
public class StartingUp {

  /** EX_CONFIG of sysexits.h. */
  private static final int WRONG_SETTINGS = 78;

  /** EX_UNAVAILABLE of sysexits.h. */
  private static final int NO_DATABASE = 69;

  /** EX_SOFTWARE of sysexits.h. */
  private static final int SOFTWARE = 70;

  private static final Duration CLOCK_PAUSE = Duration.ofMinutes(1);
  private static final Duration LOOK_PAUSE = Duration.ofSeconds(1);

  @Resource(lookup = "jdbc/voicepact-migrations")
  private DataSource migrations;

  private final CheckingSettings settings;
  private final DatabaseRights rights;
  private final DatabaseClock clock;
  private final DatabaseAvailability database;
  private final RecurringWork recurring;
  private final RequestIds ids;
  private final Event<DatabaseReady> ready;

  @Inject
  public StartingUp(
      CheckingSettings settings,
      DatabaseRights rights,
      DatabaseClock clock,
      DatabaseAvailability database,
      RecurringWork recurring,
      RequestIds ids,
      Event<DatabaseReady> ready) {
    this.settings = settings;
    this.rights = rights;
    this.clock = clock;
    this.database = database;
    this.recurring = recurring;
    this.ids = ids;
    this.ready = ready;
  }

  /** What the migrations say otherwise to H2 than to PostgreSQL. */
  private Map<String, String> placeholders() throws SQLException {
    boolean isH2 = DatabaseProduct.isH2(migrations);
    return Map.of(
        // What may be lost in a breakdown is not logged where the database can leave that out.
        "unlogged",
        isH2 ? "" : "UNLOGGED",
        // H2 stores when the numbers that it holds are used up, also while others change rows. Each
        // connection of PostgreSQL holds its own, which would no longer tell what came first.
        "sequence_cache",
        isH2 ? "1000000" : "1");
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    Set<String> faults = settings.faults();
    if (!faults.isEmpty()) {
      throw endProcess(WRONG_SETTINGS, String.join("\n  ", faults), null);
    }
    try {
      Flyway.configure(StartingUp.class.getClassLoader())
          .dataSource(migrations)
          .callbackLocations("classpath:db/migration")
          .placeholders(placeholders())
          .load()
          .migrate();
      rights.grant(migrations);
      clock.synchronise();
    } catch (FlywayException | SQLException e) {
      throw endProcess(
          NO_DATABASE, "the database cannot be opened or brought up to date (see DATA_DIR)", e);
    }
    recurring.every(LOOK_PAUSE, "looking for the database", database::look);
    recurring.every(CLOCK_PAUSE, "reading the database's time", clock::synchronise);
    try {
      ids.ownRun(() -> ready.fire(new DatabaseReady()));
    } catch (RuntimeException e) {
      throw endProcess(SOFTWARE, "its start failed; the log has the reason", e);
    }
  }

  private static IllegalStateException endProcess(int exitCode, String reason, Exception cause) {
    String message = "VoicePact does not start:\n  " + reason;
    System.err.println(message);
    // Another thread, because the server's own shutdown waits for this one to leave the
    // application's start.
    new Thread(() -> Runtime.getRuntime().exit(exitCode), "refused start").start();
    return new IllegalStateException(message, cause);
  }
}
