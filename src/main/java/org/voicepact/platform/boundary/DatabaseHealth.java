package org.voicepact.platform.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.voicepact.platform.control.DatabaseAvailability;

/** Ready: the database answers within two seconds. The answer itself never takes longer, whatever the database does. */
@Readiness
@Singleton
public class DatabaseHealth implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(DatabaseHealth.class.getName());
  private static final int PATIENCE_SECONDS = 2;

  @Resource
  private ManagedThreadFactory threads;

  private final DatabaseAvailability database;
  private FutureTask<Boolean> probe;

  @Inject
  public DatabaseHealth(DatabaseAvailability database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try {
      return probe().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException e) {
      if (database.note(e).isEmpty()) {
        LOG.log(Level.WARNING, "the database does not answer", e);
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One that is under way is shared, so that a database that hangs does not cost a thread for each question. */
  private synchronized FutureTask<Boolean> probe() {
    if (probe == null || probe.isDone()) {
      probe = new FutureTask<>(database::answers);
      threads.newThread(probe).start();
    }
    return probe;
  }
}
