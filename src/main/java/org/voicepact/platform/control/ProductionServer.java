package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * In production the server around the application leaves things out, the documentation of the API for one.
 * It looks at the environment variable alone; {@code ENVIRONMENT} from any other source of settings
 * would leave it a server for development.
 */
@Singleton
public class ProductionServer implements Configured {

  @Inject
  public ProductionServer(Environment environment) {
    this(environment, Optional.ofNullable(System.getenv("ENVIRONMENT")));
  }

  /**
   * @throws IllegalStateException where the application runs in production and the server does not
   */
  ProductionServer(Environment environment, Optional<String> variable) {
    if (environment.isProduction()
        && !variable.equals(Optional.of(environment.name().wire()))) {
      throw new IllegalStateException(
          "ENVIRONMENT must be set to production as an environment variable, not by other means");
    }
  }
}
