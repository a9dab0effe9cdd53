package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.StringJoiner;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether callers are told the inside of a fault of the server ({@code DEBUG}); never in production. */
@Singleton
public class Debugging implements Configured {

  private static final int MOST_CAUSES = 10;
  private static final int LONGEST = 2000;

  private final boolean on;

  /**
   * @throws IllegalStateException where the setting is neither true nor false, or true in production
   */
  @Inject
  public Debugging(
      @ConfigProperty(name = "DEBUG") Optional<String> setting, Environment environment) {
    this.on = BooleanSetting.read("DEBUG", setting);
    if (on && environment.isProduction()) {
      throw new IllegalStateException("DEBUG must not be true when ENVIRONMENT is production");
    }
  }

  public boolean isOn() {
    return on;
  }

  /**
   * The words for the caller.
   *
   * @param otherwise what is said while debugging is off
   */
  public String detail(Throwable error, String otherwise) {
    if (!on || error == null) {
      return otherwise;
    }
    StringJoiner causes = new StringJoiner("; caused by ");
    Throwable cause = error;
    // Bounded, because causes can run in a circle.
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      causes.add(cause.toString());
      cause = cause.getCause();
    }
    String inside = causes.toString();
    return inside.length() <= LONGEST ? inside : inside.substring(0, LONGEST);
  }
}
