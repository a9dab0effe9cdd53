package org.voicepact.payment.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.ListingPayments;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.control.Cursors;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.WireValue;

/** The payments of all contracts. */
@Path("api/v1/payments")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentsResource {

  private static final int MOST = 200;

  private final ListingPayments listing;
  private final PaymentAccess access;
  private final Cursors cursors;

  @Inject
  public PaymentsResource(ListingPayments listing, PaymentAccess access, Cursors cursors) {
    this.listing = listing;
    this.access = access;
    this.cursors = cursors;
  }

  /** A page of payments. */
  @Schema(name = "PaymentPage")
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(
      @Schema(required = true) List<PaymentRepresentation> payments,

      @Schema(description = "For the query parameter cursor; absent on the last page")
      String nextCursor) {}

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listPayments",
      summary = "The payments of all contracts, the newest first",
      description = "With status=in_review those that wait for a person.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = Page.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Page list(
      @QueryParam("status")
          @Parameter(
              description = "Only those that are so; held is understood as locked",
              schema = @Schema(implementation = PaymentStatus.class))
          String status,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          String limit,
      @QueryParam("cursor")
          @Parameter(description = "next_cursor of the page before, with the same filters")
          String cursor) {
    Optional<PaymentStatus> only = status(status);
    String filters = "payments|" + only;
    ListingPayments.Page page = listing.list(
        only, QueryFields.text(cursor).map(place -> cursors.open(place, filters)), (int)
            QueryFields.number("limit", limit, 50, 1, MOST));
    return new Page(
        page.holds().stream()
            .map(hold -> PaymentRepresentation.of(hold, access.numbers()))
            .toList(),
        page.next().map(last -> cursors.seal(last, filters)).orElse(null));
  }

  /** As a filter. */
  static Optional<PaymentStatus> status(String text) {
    return QueryFields.text(text)
        .map(named -> PaymentStatus.of(named)
            .orElseThrow(() -> new InvalidInput(
                "status", "must be one of: held, " + WireValue.allowed(PaymentStatus.class))));
  }
}
