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

  /** How long it takes until the window is over. */
  public Duration rest(Instant now) {
    return Duration.between(now, windowEndsAt);
  }
}
