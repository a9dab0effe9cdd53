package org.voicepact.access.entity;

import java.util.Locale;

/** By what requests are counted: each caller, contract, number and address has a count of its own. */
public enum Counted {
  CALLER(1),
  CONTRACT(1),
  NUMBER(1),
  /** Operators of telephone networks put whole districts behind one address, so it may do more. */
  ADDRESS(10);

  private final int factor;

  Counted(int factor) {
    this.factor = factor;
  }

  public RateLimit of(RateLimit limit) {
    return limit.times(factor);
  }

  /** The name of the limit in the answers, as {@code create} or {@code confirm-contract}. */
  public String policy(Limited limited) {
    return this == CALLER ? limited.wire() : limited.wire() + "-" + name().toLowerCase(Locale.ROOT);
  }
}
