package org.voicepact.contract.boundary;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.evidence.entity.SignedStatement;

/** A signed statement as the API shows it. */
@Schema(name = "SignedStatement")
@JsonNaming(SnakeCaseStrategy.class)
record SignatureRepresentation(
    @Schema(required = true, type = SchemaType.OBJECT, description = "The statement, to read")
    @JsonRawValue
    String statement,

    @Schema(required = true, description = "The exact bytes that were signed, in Base64")
    String statementBytes,

    @Schema(required = true, description = "Over statement_bytes, in Base64")
    String signature,

    @Schema(required = true) SignatureAlgorithm algorithm,
    @Schema(required = true, description = "See GET /keys") String keyId) {

  static SignatureRepresentation of(SignedStatement signed) {
    Base64.Encoder base64 = Base64.getEncoder();
    return new SignatureRepresentation(
        new String(signed.statement(), StandardCharsets.UTF_8),
        base64.encodeToString(signed.statement()),
        base64.encodeToString(signed.signature()),
        signed.algorithm(),
        signed.keyId());
  }

  /** The answer of {@code GET /contracts/{id}/signatures}. */
  @Schema(name = "SignedStatements")
  @JsonNaming(SnakeCaseStrategy.class)
  record Signatures(
      @Schema(required = true) String contractId,

      @Schema(required = true, description = "In the order in which they were recorded")
      List<SignatureRepresentation> signatures) {}
}
