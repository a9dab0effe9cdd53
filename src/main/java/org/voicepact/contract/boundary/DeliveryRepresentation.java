package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Fulfilment;

/** What was delivered of a contract, as the API shows it. */
@Schema(name = "ContractDelivery")
@JsonNaming(SnakeCaseStrategy.class)
record DeliveryRepresentation(
    @Schema(
        required = true,
        description = "The sum of what was accepted, as far as it was said in numbers",
        examples = "40")
    BigDecimal acceptedQuantity,

    @Schema(
        required = true,
        description = "In the order in which they were made; the last may wait")
    List<ClaimRepresentation> claims) {

  /** What the seller says to have delivered. */
  @Schema(name = "DeliveryClaim")
  @JsonNaming(SnakeCaseStrategy.class)
  record ClaimRepresentation(
      @Schema(required = true, description = "From 1 on") int number,

      @Schema(
          description =
              "In the unit of the terms; absent where it is all, and the terms name no number",
          examples = "40")
      BigDecimal quantity,

      @Schema(required = true, description = "Nothing is owed any more once it is accepted")
      boolean last,

      @Schema(description = "The seller's own words; absent once they were erased")
      String note,

      @Schema(required = true) Instant claimedAt,

      @Schema(description = "From then on silence is acceptance; absent until the buyer was told")
      Instant acceptUntil,

      @Schema(description = "Absent while it waits for the buyer")
      Instant acceptedAt,

      @Schema(description = "Whether it was accepted because the buyer said nothing in time")
      Boolean acceptedSilently) {

    static ClaimRepresentation of(Delivery claim) {
      return new ClaimRepresentation(
          claim.number(),
          claim.quantity().orElse(null),
          claim.isLast(),
          claim.note().orElse(null),
          claim.claimedAt(),
          claim.acceptUntil().orElse(null),
          claim.acceptedAt().orElse(null),
          claim.acceptedAt().map(any -> claim.isAcceptedSilently()).orElse(null));
    }
  }

  static Optional<DeliveryRepresentation> of(Fulfilment fulfilment) {
    return Optional.of(fulfilment)
        .filter(any -> !any.claims().isEmpty())
        .map(any -> new DeliveryRepresentation(
            any.accepted(), any.claims().stream().map(ClaimRepresentation::of).toList()));
  }
}
