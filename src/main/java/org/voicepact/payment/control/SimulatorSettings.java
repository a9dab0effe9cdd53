package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.WholeNumberSetting;

/** How the simulated provider behaves. */
@Singleton
public class SimulatorSettings implements Configured {

  private static final String DELAY = "PAYMENT_SIMULATOR_DELAY";
  private static final Duration PROMPT = Duration.ofMinutes(10);
  private static final String NEVER = "never";

  private final Optional<Duration> delay;

  /**
   * @param delay seconds, or {@code never}
   * @throws IllegalStateException where it is neither
   */
  @Inject
  public SimulatorSettings(@ConfigProperty(name = DELAY) String delay) {
    this.delay = delay.strip().equals(NEVER)
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(seconds(delay)));
  }

  private static int seconds(String delay) {
    try {
      return WholeNumberSetting.read(DELAY, delay, 0);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + ", or " + NEVER, e);
    }
  }

  /** After which a prompt that nobody has answered ends, as a phone's does. */
  public Duration expiry() {
    return PROMPT.plus(delay.orElse(Duration.ZERO));
  }

  /** After which a prompt is approved by itself; empty where it is not. */
  public Optional<Duration> delay() {
    return delay;
  }
}
