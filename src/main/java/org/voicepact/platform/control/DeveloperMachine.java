package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this server is one that somebody tries things out with: in development, and reached from its own machine alone. */
@Singleton
public class DeveloperMachine {

  private final boolean is;

  @Inject
  public DeveloperMachine(
      Environment environment, @ConfigProperty(name = "HTTP_HOST") String host) {
    this.is = environment.name() == Environment.Name.DEVELOPMENT && Loopback.isName(host);
  }

  public boolean is() {
    return is;
  }
}
