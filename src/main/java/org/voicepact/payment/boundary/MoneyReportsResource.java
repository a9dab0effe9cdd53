package org.voicepact.payment.boundary;

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
import org.voicepact.payment.control.MoneyReports;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.ReportAnswer;
import org.voicepact.platform.boundary.ReportRequest;
import org.voicepact.platform.entity.Weeks;

/** Figures about money; they name nobody. */
@Path("api/v1/reports")
@Singleton
@Tag(name = "Reports")
public class MoneyReportsResource {

  private final MoneyReports reports;
  private final Clock clock;

  @Inject
  public MoneyReportsResource(MoneyReports reports, Clock clock) {
    this.reports = reports;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PAYMENTS})
  @Path("money")
  @Produces({MediaType.APPLICATION_JSON, ReportAnswer.CSV})
  @Operation(
      operationId = "reportMoney",
      summary = "Money that came, lay here and went, by week and currency")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = MoneyReport.class)),
        @Content(mediaType = ReportAnswer.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response money(@BeanParam ReportRequest request) {
    Weeks period = request.period(clock);
    List<Moved> rows = reports.moved(period).stream().map(Moved::of).toList();
    return request.answer(
        "money",
        new MoneyReport(period.first().toString(), rows),
        rows,
        List.of("week", "currency", "received", "released", "refunded", "held"));
  }

  /** The answer. */
  @Schema(name = "MoneyReport")
  @JsonNaming(SnakeCaseStrategy.class)
  record MoneyReport(
      @Schema(
          required = true,
          examples = "2026-09-07",
          description = "The Monday of the first week")
      String from,

      @Schema(required = true) List<Moved> rows) {}

  /** A week's money in one currency. */
  @Schema(name = "MoneyReportRow")
  @JsonNaming(SnakeCaseStrategy.class)
  record Moved(
      @Schema(required = true, examples = "2026-11-23", description = "Its Monday")
      String week,

      @Schema(required = true, examples = "KES") String currency,

      @Schema(required = true, description = "Paid in by buyers")
      BigDecimal received,

      @Schema(required = true, description = "Paid to sellers")
      BigDecimal released,

      @Schema(required = true, description = "Paid back to buyers")
      BigDecimal refunded,

      @Schema(required = true, description = "What lay here when the week was over")
      BigDecimal held) {

    static Moved of(MoneyReports.Moved each) {
      return new Moved(
          each.week().toString(),
          each.currency(),
          each.received(),
          each.released(),
          each.refunded(),
          each.held());
    }
  }
}
