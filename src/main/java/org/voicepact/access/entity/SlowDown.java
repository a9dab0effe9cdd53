package org.voicepact.access.entity;

import java.time.Duration;

/**
 * How tries that fail slow down the ones after them. Nobody is ever locked out, or strangers could keep a person from
 * working by typing wrong passwords.
 *
 * @param free how many may fail before the first wait
 */
public record SlowDown(int free) {

  /** So long after the last one all that failed is forgotten. */
  public static final Duration MEMORY = Duration.ofDays(1);

  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Two to its power is more seconds than the longest wait has. */
  private static final int LAST_POWER = 10;

  /** The wait after so many failures: 2 seconds, 4, 8 and so on to 15 minutes. */
  public Duration delay(int failures) {
    if (failures < free) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free + 1, LAST_POWER));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
