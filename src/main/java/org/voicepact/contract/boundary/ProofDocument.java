package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of a proof file for the API's documentation; {@code /schemas/proof-1.json} says it exactly. */
@Schema(name = "Proof")
@JsonNaming(SnakeCaseStrategy.class)
record ProofDocument(
    @Schema(required = true, example = "voicepact/proof/1") String type,
    @Schema(required = true) List<Version> versions,
    @Schema(required = true) List<Statement> statements,
    @Schema(required = true) List<Entry> entries,
    @Schema(required = true) List<Entry> keys,
    @Schema(required = true) Head head,

    @Schema(required = true, description = "A C2SP checkpoint")
    String checkpoint,

    Disclosure disclosure) {

  /** A version of the terms. */
  @Schema(name = "ProvenVersion")
  @JsonNaming(SnakeCaseStrategy.class)
  record Version(
      @Schema(required = true) String hash,

      @Schema(required = true, description = "The text that was hashed")
      String canonical) {}

  /** A statement about an answer. */
  @Schema(name = "ProvenStatement")
  @JsonNaming(SnakeCaseStrategy.class)
  record Statement(
      @Schema(required = true, description = "The text that was signed")
      String statement,

      @Schema(required = true, description = "In Base64") String signature) {}

  /** An entry of the audit log. */
  @Schema(name = "ProvenEntry")
  @JsonNaming(SnakeCaseStrategy.class)
  record Entry(
      @Schema(required = true, description = "The text that is a leaf of the log")
      String entry,

      @Schema(required = true, description = "Hashes in Base64, RFC 9162, section 2.1.3")
      List<String> path) {}

  /** A contract's head. */
  @Schema(name = "ContractHead")
  @JsonNaming(SnakeCaseStrategy.class)
  record Head(
      @Schema(required = true, description = "The text that was signed")
      String head,

      @Schema(required = true, description = "In Base64") String signature) {}

  /** What is behind the commitments. */
  @Schema(name = "ProvenDisclosure")
  @JsonNaming(SnakeCaseStrategy.class)
  record Disclosure(@Schema(required = true) List<Object> parties, Object transcript) {}
}
