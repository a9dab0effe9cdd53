package org.voicepact.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** How often one thing was tried within a window that begins with the first try and then has a fixed length. */
@Entity
@Table(name = "attempt")
public class Attempt {

  @Id
  private String subject;

  private int count;

  @Column(name = "window_ends_at")
  private Instant windowEndsAt;

  protected Attempt() {}

  public String subject() {
    return subject;
  }

  /** Whether the limit leaves no further try at this time. */
  public boolean isExhausted(RateLimit limit, Instant now) {
    return now.isBefore(windowEndsAt) && count >= limit.amount();
  }

  public void add(RateLimit limit, Instant now) {
    if (!now.isBefore(windowEndsAt)) {
      count = 0;
      windowEndsAt = now.plus(limit.window());
    }
    count++;
  }

  /** How long the next try has to wait, where each that failed makes it longer. */
  public Duration waitUnder(SlowDown slowing, Instant now) {
    if (!now.isBefore(windowEndsAt)) {
      return Duration.ZERO;
    }
    Instant last = windowEndsAt.minus(SlowDown.MEMORY);
    Duration left = Duration.between(now, last.plus(slowing.delay(count)));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Counts a try; the count is kept for {@link SlowDown#MEMORY} after the last one. */
  public void addSlowing(Instant now) {
    if (!now.isBefore(windowEndsAt)) {
      count = 0;
    }
    count++;
    windowEndsAt = now.plus(SlowDown.MEMORY);
  }

  /** Takes back one that was counted. */
  public void takeBack() {
    count = Math.max(0, count - 1);
  }

  public void forgetAll() {
    count = 0;
  }

  /** How long it takes until the window is over. */
  public Duration rest(Instant now) {
    return Duration.between(now, windowEndsAt);
  }
}
