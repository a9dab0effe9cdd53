package org.voicepact.payment.entity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Money;
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

  private static final int MOST_SHOWN = 100;

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

  /** As it is kept and shown, with the first of very many lines or movements. */
  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("kind", kind.wire());
    receipt.ifPresent(each -> document.put("receipt", each));
    ArrayNode statement = document.putArray("statement");
    for (StatementLine line : first(lines)) {
      ObjectNode theirs = statement.addObject().put("line", line.number());
      put(theirs, line.direction(), line.amount());
      theirs.put("completed_at", Json.time(line.completedAt()));
    }
    ArrayNode ledger = document.putArray("ledger");
    for (RecordedMovement movement : first(movements)) {
      ObjectNode ours = ledger.addObject().put("transaction_id", movement.id());
      put(ours, movement.direction(), movement.amount());
    }
    return document;
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(all.size(), MOST_SHOWN));
  }

  private static void put(ObjectNode movement, Direction direction, Money amount) {
    movement.put("direction", direction.wire());
    movement.put("amount", amount.amount());
    movement.put("currency", amount.currency().getCurrencyCode());
  }
}
