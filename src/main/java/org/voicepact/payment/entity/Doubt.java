package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Whether something was said since the end of an order that does not agree with it. The provider is asked about that;
 * what it does not clear up, people do.
 */
@Embeddable
class Doubt {

  /** After so many times that the provider was asked about nothing, only people look at it: somebody plays with us. */
  private static final int MOST_ASKED = 3;

  private boolean contradicted;

  @Column(name = "doubted_at")
  private Instant askedSince;

  @Column(name = "doubts")
  private int times;

  protected Doubt() {}

  /**
   * Something contradicts the end.
   *
   * @return whether the provider is to be asked anew
   */
  boolean raise(Instant now) {
    contradicted = true;
    if (askedSince != null || times >= MOST_ASKED) {
      return false;
    }
    askedSince = now;
    times++;
    return true;
  }

  /** The provider has nothing to say that would clear it up. */
  void leaveToPeople() {
    contradicted = true;
    askedSince = null;
  }

  /** People know better than the provider, which goes on saying what was true once: it is not asked any more. */
  void leaveOnlyToPeople() {
    times = MOST_ASKED;
  }

  /** How it ended is known. */
  void clear() {
    contradicted = false;
    askedSince = null;
  }

  boolean isOpen() {
    return contradicted;
  }

  /** Whether the provider is asked about it. */
  boolean isAsked() {
    return askedSince != null;
  }

  /** Whether it was asked for too long. */
  boolean isOverdue(Instant now) {
    return askedSince != null && now.isAfter(askedSince.plus(MoneyOrder.LONGEST_UNCLEAR));
  }
}
