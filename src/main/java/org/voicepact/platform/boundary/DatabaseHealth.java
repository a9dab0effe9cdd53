package org.voicepact.platform.boundary;

import jakarta.annotation.Resource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the database answers within two seconds. */
@Readiness
@Singleton
public class DatabaseHealth implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(DatabaseHealth.class.getName());
  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "jdbc/voicepact")
  private DataSource dataSource;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the database does not answer", e);
      return false;
    }
  }
}
