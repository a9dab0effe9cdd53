package org.voicepact.platform.entity;

import java.time.Duration;
import java.util.List;

/** Something was tried too often. */
public final class TooManyRequests extends Refusal {

  private static final long serialVersionUID = 1L;

  private final long retryAfterSeconds;

  /**
   * @param retryAfter when it may be tried again
   */
  public TooManyRequests(Duration retryAfter) {
    super(Kind.TOO_MANY_REQUESTS, "Too many requests; see Retry-After", List.of());
    this.retryAfterSeconds = Math.max(1, wholeSeconds(retryAfter));
  }

  /** A part of a second counts as a whole one, so that nobody comes too early. */
  public static long wholeSeconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }

  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
