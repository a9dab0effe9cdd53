package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.evidence.control.VerifyingHere;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Report;
import org.voicepact.platform.entity.UnreadableInput;

/** Checks a proof file for whoever has none of the programs that do so without a server. */
@Path("api/v1/verify")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
public class VerifyResource {

  private final VerifyingHere verifying;

  @Inject
  public VerifyResource(VerifyingHere verifying) {
    this.verifying = verifying;
  }

  @POST
  @PermitAll
  @RateLimited(Limited.VERIFY)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "verifyProof",
      summary = "Check a proof file by the keys of this installation",
      description =
          "voicepact-verify.jar does the same without a server, and by keys that you choose.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProofDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "What came of it; also where the proof does not hold",
      content = @Content(schema = @Schema(implementation = Verification.class)))
  public Verification verify(byte[] file) {
    try {
      return Verification.of(verifying.check(file));
    } catch (NotThisFormat e) {
      throw new UnreadableInput(e.getMessage());
    }
  }

  /** The answer. */
  @Schema(name = "Verification")
  @JsonNaming(SnakeCaseStrategy.class)
  record Verification(
      @Schema(
          required = true,
          enumeration = {"holds", "signer_unknown", "failed"},
          description = "signer_unknown: it is consistent, but this installation has not made it")
      String verdict,

      @Schema(
          required = true,
          description = "What was found to be true, up to the first that is not")
      List<String> checks,

      @Schema(
          required = true,
          description = "How far the proof reaches, or the first that is wrong")
      String conclusion) {

    static Verification of(Report report) {
      return new Verification(
          report.verdict().name().toLowerCase(Locale.ROOT), report.checks(), report.conclusion());
    }
  }
}
