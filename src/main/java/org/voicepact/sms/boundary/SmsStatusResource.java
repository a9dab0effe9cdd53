package org.voicepact.sms.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
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
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.sms.control.OutboxFigures;
import org.voicepact.sms.control.OutboxFigures.Figures;
import org.voicepact.sms.entity.Sending.Status;

/** Whether messages leave. */
@Path("api/v1/sms/status")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "SMS")
public class SmsStatusResource {

  private final OutboxFigures figures;
  private final Clock clock;

  @Inject
  public SmsStatusResource(OutboxFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Operation(operationId = "smsStatus", summary = "The gateway, and how many messages wait")
  @APIResponse(
      responseCode = "200",
      description = "Figures",
      content = @Content(schema = @Schema(implementation = SmsStatus.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public SmsStatus status() {
    Figures now = figures.read();
    return new SmsStatus(
        "SMS",
        now.gateway(),
        count(now, Status.QUEUED) + count(now, Status.SENDING),
        count(now, Status.UNKNOWN),
        count(now, Status.PARKED),
        now.oldestQueued().orElse(null),
        clock.instant());
  }

  private static long count(Figures figures, Status status) {
    return figures.counts().getOrDefault(status, 0L);
  }

  /** The answer. */
  @JsonNaming(SnakeCaseStrategy.class)
  record SmsStatus(
      @Schema(required = true, examples = "SMS") String service,
      @Schema(required = true, examples = "log") String gateway,

      @Schema(required = true, description = "To be sent, now or at the next attempt")
      long queued,

      @Schema(required = true, description = "The gateway's answer was lost")
      long unknown,

      @Schema(required = true, description = "Kept and not sent; the self-check has the reasons")
      long parked,

      @Schema(description = "When the one was made that has waited longest")
      Instant oldestQueuedAt,

      @Schema(required = true) Instant timestamp) {}
}
