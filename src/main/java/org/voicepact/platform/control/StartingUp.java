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
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.voicepact.platform.entity.DatabaseReady;

/** What happens once, in order, before the first request: schema, clock, then {@link DatabaseReady}. */
@Singleton
public class StartingUp {

  @Resource(lookup = "jdbc/voicepact-migrations")
  private DataSource migrations;

  private static final Duration CLOCK_PAUSE = Duration.ofMinutes(1);

  private final DatabaseClock clock;
  private final RecurringWork recurring;
  private final Event<DatabaseReady> ready;

  @Inject
  public StartingUp(DatabaseClock clock, RecurringWork recurring, Event<DatabaseReady> ready) {
    this.clock = clock;
    this.recurring = recurring;
    this.ready = ready;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) throws SQLException {
    Flyway.configure(StartingUp.class.getClassLoader())
        .dataSource(migrations)
        .callbackLocations("classpath:db/migration")
        .load()
        .migrate();
    clock.synchronise();
    recurring.every(CLOCK_PAUSE, "reading the database's time", clock::synchronise);
    ready.fire(new DatabaseReady());
  }
}
