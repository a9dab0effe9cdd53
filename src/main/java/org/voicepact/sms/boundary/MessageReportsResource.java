package org.voicepact.sms.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.ReportAnswer;
import org.voicepact.platform.boundary.ReportRequest;
import org.voicepact.platform.entity.Weeks;
import org.voicepact.sms.control.MessageReports;

/** Figures about messages; they name nobody. */
@Path("api/v1/reports")
@Singleton
@Tag(name = "Reports")
public class MessageReportsResource {

  private final MessageReports reports;
  private final Clock clock;

  @Inject
  public MessageReportsResource(MessageReports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Path("messages")
  @Produces({MediaType.APPLICATION_JSON, ReportAnswer.CSV})
  @Operation(
      operationId = "reportMessages",
      summary = "How many messages have arrived, by network",
      description =
          "Of those that left. The country is that of the calling code; the network is named where delivery reports name it.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = MessagesReport.class)),
        @Content(mediaType = ReportAnswer.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response messages(@BeanParam ReportRequest request) {
    Weeks period = request.period(clock);
    List<Network> rows = reports.networks(period).stream().map(Network::of).toList();
    return request.answer(
        "messages",
        new MessagesReport(period.first().toString(), rows),
        rows,
        List.of("country", "network", "left", "delivered", "failed"));
  }

  /** The answer. */
  @Schema(name = "MessagesReport")
  @JsonNaming(SnakeCaseStrategy.class)
  record MessagesReport(
      @Schema(
          required = true,
          examples = "2026-09-07",
          description = "The Monday of the first week")
      String from,

      @Schema(required = true) List<Network> rows) {}

  /** The messages to one network. */
  @Schema(name = "MessagesReportRow")
  @JsonNaming(SnakeCaseStrategy.class)
  record Network(
      @Schema(examples = "KE", description = "Absent where no number is known any more")
      String country,

      @Schema(examples = "63902", description = "As delivery reports name it")
      String network,

      @Schema(required = true, description = "Taken by the gateway, or lost on the way to it")
      long left,

      @Schema(required = true) long delivered,
      @Schema(required = true) long failed) {

    static Network of(MessageReports.Network each) {
      return new Network(
          each.country().isEmpty() ? null : each.country(),
          each.network().isEmpty() ? null : each.network(),
          each.left(),
          each.delivered(),
          each.failed());
    }
  }
}
