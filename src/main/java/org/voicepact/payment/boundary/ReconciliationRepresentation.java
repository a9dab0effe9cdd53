package org.voicepact.payment.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.payment.entity.Difference;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.payment.entity.RecordedMovement;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.Json;

/** In what a provider's statement and our books differ. */
@Schema(name = "Reconciliation")
@JsonNaming(SnakeCaseStrategy.class)
record ReconciliationRepresentation(
    @Schema(required = true) String provider,

    @Schema(required = true, description = "ISO 8601 in UTC, inclusive")
    String from,

    @Schema(required = true, description = "Likewise") String to,

    @Schema(required = true, description = "How many movements the statement has")
    int movements,

    @Schema(
        required = true,
        description = "How many charges of the provider's it has; they are not compared")
    int charges,

    @Schema(required = true, description = "None where both say the same")
    List<Differing> differences) {

  static ReconciliationRepresentation of(Reconciliation found) {
    return new ReconciliationRepresentation(
        found.provider(),
        Json.time(found.from()),
        Json.time(found.to()),
        found.statement().lines().size(),
        found.statement().charges().size(),
        found.differences().stream().map(Differing::of).toList());
  }

  /** One difference. */
  @Schema(name = "ReconciliationDifference")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Differing(
      @Schema(required = true) Difference.Kind kind,

      @Schema(description = "The provider's number; absent where our books have none")
      String receipt,

      @Schema(required = true, description = "What the statement says")
      List<Line> statement,

      @Schema(required = true, description = "What our books say")
      List<Movement> ledger) {

    static Differing of(Difference difference) {
      return new Differing(
          difference.kind(),
          difference.receipt().orElse(null),
          difference.lines().stream().map(Line::of).toList(),
          difference.movements().stream().map(Movement::of).toList());
    }
  }

  /** A line of the statement. */
  @Schema(name = "StatementLine")
  @JsonNaming(SnakeCaseStrategy.class)
  record Line(
      @Schema(required = true, description = "From 1") int line,

      @Schema(required = true) Direction direction,

      @Schema(required = true) BigDecimal amount,

      @Schema(required = true) String currency,

      @Schema(required = true, description = "ISO 8601 in UTC")
      String completedAt) {

    static Line of(StatementLine line) {
      return new Line(
          line.number(),
          line.direction(),
          line.amount().amount(),
          line.amount().currency().getCurrencyCode(),
          Json.time(line.completedAt()));
    }
  }

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

      @Schema(required = true) String currency) {

    static Movement of(RecordedMovement movement) {
      return new Movement(
          movement.id(),
          movement.direction(),
          movement.amount().amount(),
          movement.amount().currency().getCurrencyCode());
    }
  }
}
