package org.voicepact.platform.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.voicepact.platform.entity.DatabaseReady;

/** Started: settings are right and the schema is up to date. That the process lives is shown by its answer alone. */
@Startup
@Singleton
public class ServerHealth implements HealthCheck {

  private volatile boolean started;

  void started(@Observes DatabaseReady ready) {
    started = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("server").status(started).build();
  }
}
