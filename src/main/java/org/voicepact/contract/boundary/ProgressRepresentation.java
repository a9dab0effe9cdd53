package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.boundary.StatusRepresentation.Progress;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractType;

/**
 * All that a stranger learns of a contract: neither who takes part in it nor what was agreed, nor the hash, which opens
 * the page that says so.
 */
@Schema(name = "ContractProgress")
@JsonNaming(SnakeCaseStrategy.class)
record ProgressRepresentation(
    @Schema(required = true) String contractId,
    @Schema(required = true) ContractType contractType,
    @Schema(required = true) ContractStatus status,
    @Schema(required = true) int version,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant updatedAt,
    @Schema(required = true) Instant expiresAt,
    Instant confirmedAt,
    @Schema(required = true) Progress progress) {

  static ProgressRepresentation of(ContractView view) {
    Contract contract = view.contract();
    return new ProgressRepresentation(
        contract.id().value(),
        contract.type(),
        contract.status(),
        contract.version(),
        contract.createdAt(),
        contract.updatedAt(),
        contract.expiresAt(),
        contract.confirmedAt().orElse(null),
        Progress.of(contract));
  }
}
