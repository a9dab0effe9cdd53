package org.voicepact.contract.boundary;

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
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.ContractReports;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.ReportAnswer;
import org.voicepact.platform.boundary.ReportRequest;
import org.voicepact.platform.entity.Weeks;

/** Figures about contracts; they name nobody. */
@Path("api/v1/reports")
@Singleton
@Tag(name = "Reports")
public class ContractReportsResource {

  private final ContractReports reports;
  private final Clock clock;

  @Inject
  public ContractReportsResource(ContractReports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Path("contracts")
  @Produces({MediaType.APPLICATION_JSON, ReportAnswer.CSV})
  @Operation(
      operationId = "reportContracts",
      summary = "Contracts by the week in which they were made, and by status")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ContractsReport.class)),
        @Content(mediaType = ReportAnswer.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response contracts(@BeanParam ReportRequest request) {
    Weeks period = request.period(clock);
    List<Made> rows = reports.made(period).stream()
        .map(each -> new Made(each.week().toString(), each.status(), each.contracts()))
        .toList();
    return request.answer(
        "contracts",
        new ContractsReport(period.first().toString(), rows),
        rows,
        List.of("week", "status", "contracts"));
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Path("confirmations")
  @Produces({MediaType.APPLICATION_JSON, ReportAnswer.CSV})
  @Operation(
      operationId = "reportConfirmations",
      summary = "How long parties took to say yes, by channel",
      description =
          "The median, from when the terms were sent out. A channel without an answer is left out.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ConfirmationsReport.class)),
        @Content(mediaType = ReportAnswer.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response confirmations(@BeanParam ReportRequest request) {
    Weeks period = request.period(clock);
    List<Confirmed> rows = reports.confirmed(period).stream()
        .map(each -> new Confirmed(each.channel(), each.answers(), each.medianSeconds()))
        .toList();
    return request.answer(
        "confirmations",
        new ConfirmationsReport(period.first().toString(), rows),
        rows,
        List.of("channel", "answers", "median_seconds"));
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Path("disputes")
  @Produces({MediaType.APPLICATION_JSON, ReportAnswer.CSV})
  @Operation(
      operationId = "reportDisputes",
      summary = "Disputes by the week in which they were raised")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = DisputesReport.class)),
        @Content(mediaType = ReportAnswer.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response disputes(@BeanParam ReportRequest request) {
    Weeks period = request.period(clock);
    List<Disputed> rows = reports.disputed(period).stream()
        .map(each -> new Disputed(each.week().toString(), each.raised(), each.decided()))
        .toList();
    return request.answer(
        "disputes",
        new DisputesReport(period.first().toString(), rows),
        rows,
        List.of("week", "raised", "decided"));
  }

  /** The answer. */
  @Schema(name = "ContractsReport")
  @JsonNaming(SnakeCaseStrategy.class)
  record ContractsReport(
      @Schema(
          required = true,
          examples = "2026-09-07",
          description = "The Monday of the first week")
      String from,

      @Schema(required = true) List<Made> rows) {}

  /** Contracts that were made in a week. */
  @Schema(name = "ContractsReportRow")
  @JsonNaming(SnakeCaseStrategy.class)
  record Made(
      @Schema(required = true, examples = "2026-11-23", description = "Its Monday")
      String week,

      @Schema(required = true, description = "What they are at present")
      ContractStatus status,

      @Schema(required = true) long contracts) {}

  /** The answer. */
  @Schema(name = "ConfirmationsReport")
  @JsonNaming(SnakeCaseStrategy.class)
  record ConfirmationsReport(
      @Schema(
          required = true,
          examples = "2026-09-07",
          description = "The Monday of the first week")
      String from,

      @Schema(required = true) List<Confirmed> rows) {}

  /** Answers by one channel. */
  @Schema(name = "ConfirmationsReportRow")
  @JsonNaming(SnakeCaseStrategy.class)
  record Confirmed(
      @Schema(required = true, examples = "sms") String channel,
      @Schema(required = true) long answers,
      @Schema(required = true) BigDecimal medianSeconds) {}

  /** The answer. */
  @Schema(name = "DisputesReport")
  @JsonNaming(SnakeCaseStrategy.class)
  record DisputesReport(
      @Schema(
          required = true,
          examples = "2026-09-07",
          description = "The Monday of the first week")
      String from,

      @Schema(required = true) List<Disputed> rows) {}

  /** Disputes of a week. */
  @Schema(name = "DisputesReportRow")
  @JsonNaming(SnakeCaseStrategy.class)
  record Disputed(
      @Schema(required = true, examples = "2026-11-23", description = "Its Monday")
      String week,

      @Schema(required = true) long raised,

      @Schema(required = true, description = "Those of them that are decided by now")
      long decided) {}
}
