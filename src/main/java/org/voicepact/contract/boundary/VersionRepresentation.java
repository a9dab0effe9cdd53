package org.voicepact.contract.boundary;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.evidence.entity.HashAlgorithm;
import org.voicepact.platform.entity.Money;

/** One version of a contract's terms. */
@Schema(name = "ContractVersion")
@JsonNaming(SnakeCaseStrategy.class)
record VersionRepresentation(
    @Schema(required = true) int version,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant expiresAt,
    BigDecimal totalAmount,
    @Schema(required = true) String currency,

    @Schema(required = true, implementation = TermsDocument.class) @JsonRawValue
    String terms,

    @Schema(required = true) String contractHash,
    @Schema(required = true) HashAlgorithm hashAlgorithm) {

  static VersionRepresentation of(ContractVersion version) {
    return new VersionRepresentation(
        version.number(),
        version.createdAt(),
        version.expiresAt(),
        version.totalAmount().map(Money::amount).orElse(null),
        version.currency(),
        version.termsJson(),
        version.hash(),
        version.hashAlgorithm());
  }

  /** The answer of {@code GET /contracts/{id}/versions}. */
  @Schema(name = "ContractVersions")
  @JsonNaming(SnakeCaseStrategy.class)
  record Versions(
      @Schema(required = true) String contractId,

      @Schema(required = true, description = "The oldest first")
      List<VersionRepresentation> versions) {}
}
