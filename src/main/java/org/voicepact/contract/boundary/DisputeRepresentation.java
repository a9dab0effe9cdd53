package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.Dispute;
import org.voicepact.contract.entity.Dispute.Decider;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.contract.entity.Role;

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
        dispute.grounds().orElse(null),
        dispute.resolvedAt().orElse(null));
  }
}
