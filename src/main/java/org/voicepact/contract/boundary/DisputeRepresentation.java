package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.Dispute;
import org.voicepact.contract.entity.Dispute.Decider;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.entity.PlainDecimal;

/** A dispute as the API shows it. */
@Schema(name = "ContractDispute")
@JsonNaming(SnakeCaseStrategy.class)
record DisputeRepresentation(
    @Schema(required = true, description = "Buyer or seller")
    Role raisedBy,

    @Schema(description = "In that party's own words; absent once they were erased")
    String reason,

    @Schema(required = true) Instant raisedAt,

    @Schema(description = "Absent until it was decided") Outcome outcome,

    Decider decidedBy,

    @Schema(
        description = "How much of the money that was held the seller gets, where it was divided")
    BigDecimal sellerAmount,

    @Schema(description = "Why it was decided so; absent once it was erased")
    String decisionReason,

    Instant resolvedAt) {

  static DisputeRepresentation of(Dispute dispute) {
    return new DisputeRepresentation(
        dispute.raisedBy(),
        dispute.reason().orElse(null),
        dispute.raisedAt(),
        dispute.outcome().orElse(null),
        dispute.decidedBy().orElse(null),
        dispute.sellerAmount().map(PlainDecimal::spelled).map(BigDecimal::new).orElse(null),
        dispute.grounds().orElse(null),
        dispute.resolvedAt().orElse(null));
  }
}
