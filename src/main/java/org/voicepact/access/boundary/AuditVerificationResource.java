package org.voicepact.access.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.evidence.control.VerifyingLog;
import org.voicepact.evidence.control.VerifyingLog.Verified;
import org.voicepact.platform.boundary.ApiResponses;

/** Checks the audit log at once, for administrators. */
@Path("api/v1/audit/verify")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class AuditVerificationResource {

  private final VerifyingLog verifying;
  private final Clock clock;

  @Inject
  public AuditVerificationResource(VerifyingLog verifying, Clock clock) {
    this.verifying = verifying;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "verifyAuditLog",
      summary = "Hash the whole audit log anew and compare it with its last signed head",
      description =
          "It takes longer the longer the log is, and changes nothing. voicepact-verify.jar does the same without this server,"
              + " and looks at everything else as well.")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = @Content(schema = @Schema(implementation = Verification.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Verification verify() {
    Verified found = verifying.verify();
    return new Verification(
        found.fault().isEmpty(),
        Long.toString(found.entries()),
        Long.toString(found.covered()),
        found.fault().orElse(null),
        clock.instant());
  }

  /** The answer. */
  @Schema(name = "AuditVerification")
  @JsonNaming(SnakeCaseStrategy.class)
  record Verification(
      @Schema(required = true, description = "Whether all is as it was signed")
      boolean valid,

      @Schema(
          required = true,
          description = "How many entries are as they were hashed, from the first on")
      String entries,

      @Schema(required = true, description = "How many the last signed head covers")
      String covered,

      @Schema(description = "What is wrong first") String fault,
      @Schema(required = true) Instant verifiedAt) {}
}
