package org.voicepact.payment.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.payment.control.Reconciliations;
import org.voicepact.payment.entity.Difference;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.platform.entity.Json;

/** In what a provider's statement and our books differ. */
@Schema(name = "Reconciliation")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReconciliationRepresentation(
    @Schema(required = true, examples = "6f1f7f36-3e2b-4a53-9c1b-0d4c1f0b7a55")
    String reconciliationId,

    @Schema(required = true) String provider,

    @Schema(required = true, description = "ISO 8601 in UTC, inclusive")
    String from,

    @Schema(required = true, description = "Likewise") String to,

    @Schema(required = true, description = "When they were compared")
    String comparedAt,

    @Schema(required = true) Reconciliation.Status status,

    @Schema(required = true, description = "How many movements the statement has")
    int movements,

    @Schema(
        required = true,
        description = "How many charges of the provider's it has; they are not compared")
    int charges,

    @Schema(required = true, description = "How many differences there are")
    int found,

    @Schema(
        description =
            "When somebody had looked at them, or the same time was compared again; absent before")
    String seenAt,

    @Schema(description = "None where both say the same; of very many the first. Absent in lists")
    List<Differing> differences) {

  /**
   * @param differences see {@link Reconciliations#differences}
   */
  static ReconciliationRepresentation of(Reconciliation found, JsonNode differences) {
    return with(found, List.of(Json.mapper().convertValue(differences, Differing[].class)));
  }

  static ReconciliationRepresentation withoutDifferences(Reconciliation found) {
    return with(found, null);
  }

  private static ReconciliationRepresentation with(
      Reconciliation found, List<Differing> differences) {
    return new ReconciliationRepresentation(
        found.id(),
        found.provider(),
        Json.time(found.from()),
        Json.time(found.to()),
        Json.time(found.comparedAt()),
        found.status(),
        found.movements(),
        found.charges(),
        found.found(),
        found.seenAt().map(Json::time).orElse(null),
        differences);
  }

  /** One difference, as {@link Difference} is kept. */
  @Schema(name = "ReconciliationDifference")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Differing(
      @Schema(required = true) Difference.Kind kind,

      @Schema(description = "The provider's number; absent where our books have none")
      String receipt,

      @Schema(required = true, description = "What the statement says")
      List<Line> statement,

      @Schema(required = true, description = "What our books say")
      List<Movement> ledger) {}

  /** A line of the statement. */
  @Schema(name = "StatementLine")
  @JsonNaming(SnakeCaseStrategy.class)
  record Line(
      @Schema(required = true, description = "From 1") int line,

      @Schema(required = true) Direction direction,

      @Schema(required = true) BigDecimal amount,

      @Schema(required = true) String currency,

      @Schema(required = true, description = "ISO 8601 in UTC")
      String completedAt) {}

  /** A movement in our books. */
  @Schema(name = "RecordedMovement")
  @JsonNaming(SnakeCaseStrategy.class)
  record Movement(
      @Schema(
          required = true,
          description = "The transaction_id of the payment, or that of a payout")
      String transactionId,

      @Schema(required = true) Direction direction,

      @Schema(required = true) BigDecimal amount,

      @Schema(required = true) String currency) {}
}
