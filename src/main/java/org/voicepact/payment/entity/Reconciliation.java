package org.voicepact.payment.entity;

import java.time.Instant;
import java.util.List;

/**
 * What a provider's statement and our books say of the same time.
 *
 * @param provider by its name
 * @param from the beginning of that time, inclusive
 * @param to its end, inclusive
 */
public record Reconciliation(
    String provider, Instant from, Instant to, Statement statement, List<Difference> differences) {

  public Reconciliation {
    differences = List.copyOf(differences);
  }
}
