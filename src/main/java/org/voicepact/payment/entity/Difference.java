package org.voicepact.payment.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.WireValue;

/**
 * A difference between a provider's statement and our books.
 *
 * @param receipt on which the two differ; empty where our books have none
 * @param lines of the statement that have it
 * @param movements in our books that have it
 */
public record Difference(
    Kind kind,
    Optional<String> receipt,
    List<StatementLine> lines,
    List<RecordedMovement> movements) {

  /** In what they differ. */
  public enum Kind implements WireValue {
    /** Money has moved of which our books know nothing. */
    MISSING_IN_LEDGER,
    /** Our books have a movement of which the statement knows nothing. */
    MISSING_AT_PROVIDER,
    /** Another amount, another currency or the other way. */
    OTHER_AMOUNT,
    /** One receipt stands for several movements. */
    TWICE,
    /** Nobody has said by which receipt the provider knows the movement, so that it cannot be looked for. */
    WITHOUT_RECEIPT;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Difference {
    lines = List.copyOf(lines);
    movements = List.copyOf(movements);
  }
}
