package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.entity.PhoneNumber;

/** Where a contract is and who has answered. */
@Schema(name = "ContractStatusReport")
@JsonNaming(SnakeCaseStrategy.class)
record StatusRepresentation(
    @Schema(required = true) String contractId,
    @Schema(required = true) ContractStatus status,
    @Schema(required = true) int version,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant updatedAt,
    @Schema(required = true) Instant expiresAt,
    Instant confirmedAt,

    @Schema(description = "Since when names, numbers and words are no longer known")
    Instant personalDataErasedAt,

    @Schema(required = true) List<Signature> signatures,
    @Schema(required = true) Progress progress) {

  /** What one party has answered. */
  @Schema(name = "PartyAnswer")
  @JsonNaming(SnakeCaseStrategy.class)
  record Signature(
      @Schema(required = true) Role role,
      @Schema(description = "Absent once it was erased") String phoneNumber,
      @Schema(required = true) Confirmation status,
      Instant signedAt) {}

  /** How many of the parties have answered the current version. */
  @Schema(name = "SignatureProgress")
  record Progress(
      @Schema(required = true) int signed,
      @Schema(required = true) int declined,
      @Schema(required = true) int total,

      @Schema(required = true, description = "All have confirmed")
      boolean complete) {

    static Progress of(Contract contract) {
      int signed = contract.answers(Confirmation.CONFIRMED);
      int total = contract.parties().size();
      return new Progress(signed, contract.answers(Confirmation.DECLINED), total, signed == total);
    }
  }

  static StatusRepresentation of(Contract contract, Function<PhoneNumber, String> phone) {
    return new StatusRepresentation(
        contract.id().value(),
        contract.status(),
        contract.version(),
        contract.createdAt(),
        contract.updatedAt(),
        contract.expiresAt(),
        contract.confirmedAt().orElse(null),
        contract.personalDataErasedAt().orElse(null),
        contract.parties().stream()
            .map(party -> new Signature(
                party.role(),
                party.phone().map(phone).orElse(null),
                party.confirmation(),
                party.answeredAt().orElse(null)))
            .toList(),
        Progress.of(contract));
  }
}
