package org.voicepact.contract.control;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Turn;
import org.voicepact.platform.control.QueryConditions;

/**
 * What {@link org.voicepact.contract.entity.Awaited} says of one contract, as a condition of a query of contracts {@code c}, so
 * that the database can count and page by it.
 */
final class WhoseTurn {

  private static final String PARTY =
      "EXISTS (SELECT t.id FROM Party t WHERE t.contract = c AND t.role = :turn";
  private static final String UNANSWERED = "(c.status = " + status("PENDING") + " AND " + PARTY
      + " AND t.confirmation = org.voicepact.contract.entity.Confirmation.PENDING))";
  private static final String CONFIRMED = "c.status = " + status("CONFIRMED");
  private static final String ACTIVE = "c.status = " + status("ACTIVE");
  private static final String DISPUTED = "c.status = " + status("DISPUTED");

  /** There is one at most. */
  private static final String CLAIM =
      "EXISTS (SELECT d.id FROM Delivery d WHERE d.contract = c AND d.acceptedAt IS NULL)";

  private WhoseTurn() {}

  static void narrow(QueryConditions conditions, Turn turn) {
    // The statuses stand in front as well: by what is joined by OR alone, H2 looks into no index.
    String clause = switch (turn) {
      case BUYER ->
        in("PENDING", "CONFIRMED", "ACTIVE")
            + anyOf(UNANSWERED, CONFIRMED, "(" + ACTIVE + " AND " + CLAIM + ")");
      case SELLER ->
        in("PENDING", "ACTIVE") + anyOf(UNANSWERED, "(" + ACTIVE + " AND NOT " + CLAIM + ")");
      case MEDIATOR ->
        in("PENDING", "DISPUTED") + anyOf(UNANSWERED, "(" + DISPUTED + " AND " + PARTY + "))");
      case WITNESS -> UNANSWERED;
      case OFFICE -> "(" + DISPUTED + " AND NOT " + PARTY + "))";
    };
    // The office decides where there is no mediator.
    Role role = turn == Turn.OFFICE ? Role.MEDIATOR : Role.valueOf(turn.name());
    conditions.add(clause, "turn", role);
  }

  private static String in(String... statuses) {
    return Stream.of(statuses)
        .map(WhoseTurn::status)
        .collect(Collectors.joining(", ", "c.status IN (", ") AND "));
  }

  private static String anyOf(String... cases) {
    return "(" + String.join(" OR ", cases) + ")";
  }

  private static String status(String name) {
    return "org.voicepact.contract.entity.ContractStatus." + name;
  }
}
