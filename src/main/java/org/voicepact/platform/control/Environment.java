package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.entity.WireValue;

/** Which of the three kinds of installation this is ({@code ENVIRONMENT}). */
@Singleton
public class Environment implements Configured {

  /** The values of {@code ENVIRONMENT}. */
  public enum Name implements WireValue {
    DEVELOPMENT,
    TESTING,
    PRODUCTION;

    @Override
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Name name;

  @Inject
  public Environment(@ConfigProperty(name = "ENVIRONMENT") String environment) {
    Optional<Name> known = WireValue.of(Name.class, environment);
    this.name = known.orElseThrow(() ->
        new IllegalStateException("ENVIRONMENT must be one of: " + WireValue.allowed(Name.class)));
  }

  public Name name() {
    return name;
  }

  public boolean isProduction() {
    return name == Name.PRODUCTION;
  }
}
