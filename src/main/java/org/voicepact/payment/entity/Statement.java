package org.voicepact.payment.entity;

import java.util.List;

/**
 * A provider's statement of what has moved.
 *
 * @param lines the movements
 * @param charges what the provider took for them; they may bear the receipts of the movements
 */
public record Statement(List<StatementLine> lines, List<StatementLine> charges) {

  public Statement {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
  }
}
