package org.voicepact.payment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.HoldsReport;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.ReviewCause;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.entity.Json;

/** What is held, as a table for other programs. */
@Path("api/v1/payments/reports/holds")
@Singleton
@Tag(name = "Payments")
public class HoldsReportResource {

  private static final String CSV = "text/csv";
  private static final String HEADER =
      "payment_id,contract_id,status,currency,amount,held,released,refunded,held_at,review";

  private final HoldsReport report;

  @Inject
  public HoldsReportResource(HoldsReport report) {
    this.report = report;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Produces(CSV)
  @Operation(
      operationId = "holdsReport",
      summary = "All money that has come, and where it is",
      description = "In CSV (RFC 4180); without names and numbers.")
  @APIResponse(
      responseCode = "200",
      description = "A line for each payment whose money has come",
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response holds() {
    StringBuilder table = new StringBuilder(HEADER).append("\r\n");
    report.holds().forEach(hold -> table.append(line(hold)).append("\r\n"));
    return Response.ok(table.toString(), CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"holds.csv\"")
        .build();
  }

  /** No value has a comma, a quote or a line end in it. */
  private static String line(Hold hold) {
    Payment payment = hold.payment();
    BigDecimal released = hold.paid(Payout.Kind.RELEASE).amount();
    BigDecimal refunded = hold.paid(Payout.Kind.REFUND).amount();
    BigDecimal amount = payment.amount().amount();
    return String.join(
        ",",
        payment.id(),
        payment.contract().value(),
        payment.status().wire(),
        payment.amount().currency().getCurrencyCode(),
        amount.toPlainString(),
        amount.subtract(released).subtract(refunded).toPlainString(),
        released.toPlainString(),
        refunded.toPlainString(),
        Json.time(payment.heldAt().orElseThrow()),
        payment.reviewCause().map(ReviewCause::wire).orElse(""));
  }
}
