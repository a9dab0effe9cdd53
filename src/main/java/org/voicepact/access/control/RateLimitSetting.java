package org.voicepact.access.control;

import java.util.Optional;
import org.voicepact.access.entity.RateLimit;

/** Reads settings that are limits, as {@code 10/minute}. */
final class RateLimitSetting {

  private static final String OFF = "off";

  private RateLimitSetting() {}

  /**
   * @return empty where the limit is {@code off}
   * @throws IllegalStateException where the value is no limit
   */
  static Optional<RateLimit> read(String name, String value) {
    if (value.strip().equalsIgnoreCase(OFF)) {
      return Optional.empty();
    }
    return Optional.of(RateLimit.parse(value)
        .orElseThrow(() -> new IllegalStateException(
            name + " must be off, or a number per second, minute, hour or day, as 10/minute")));
  }
}
