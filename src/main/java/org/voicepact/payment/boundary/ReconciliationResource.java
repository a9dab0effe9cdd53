package org.voicepact.payment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.ChosenProvider;
import org.voicepact.payment.control.ReadingStatement;
import org.voicepact.payment.control.Reconciliations;
import org.voicepact.payment.control.Reconciling;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.payment.entity.Statement;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.entity.InvalidInput;

/** Compares the statement that a provider gives to people with our books. */
@Path("api/v1/payments/reconcile")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class ReconciliationResource {

  private static final String CSV = "text/csv";
  private static final String TIME =
      "ISO 8601 in UTC, inclusive; that of the statement's movements where it is not said";

  private final ReadingStatement reading;
  private final Reconciling reconciling;
  private final Reconciliations reconciliations;
  private final ChosenProvider providers;
  private final CurrentCaller current;

  @Inject
  public ReconciliationResource(
      ReadingStatement reading,
      Reconciling reconciling,
      Reconciliations reconciliations,
      ChosenProvider providers,
      CurrentCaller current) {
    this.reading = reading;
    this.reconciling = reconciling;
    this.reconciliations = reconciliations;
    this.providers = providers;
    this.current = current;
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(CSV)
  @Operation(
      operationId = "reconcile",
      summary = "In what a provider's statement and our books differ",
      description =
          "What is found is kept; no payment is changed by it. With an empty body, the provider is asked what has moved from one"
              + " time to the other; those whose statements are files do not answer (422).")
  @RequestBody(
      description = "The statement, in UTF-8",
      content =
          @Content(
              mediaType = CSV,
              schema =
                  @Schema(
                      implementation = String.class,
                      examples =
                          "receipt,amount,currency,direction,completed_at\nQK12AB34CD,350000,KES,collection,2026-11-28T09:30:00Z\n")))
  @APIResponse(
      responseCode = "200",
      description = "What differs",
      content = @Content(schema = @Schema(implementation = ReconciliationRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public ReconciliationRepresentation reconcile(
      @QueryParam("format")
          @Parameter(
              description =
                  "daraja: as Safaricom's portal exports it; plain: the columns receipt, amount, currency, direction"
                      + " (collection or payout) and completed_at",
              schema = @Schema(implementation = String.class, defaultValue = "plain"))
          String format,
      @QueryParam("provider")
          @Parameter(
              description =
                  "Whose statement it is, as PAYMENT_PROVIDER names it; the chosen one's where it is not said",
              schema = @Schema(implementation = String.class))
          String provider,
      @QueryParam("from") @Parameter(description = TIME) String from,
      @QueryParam("to") @Parameter(description = TIME) String to,
      byte[] body) {
    String named = providers.named(QueryFields.text(provider));
    Optional<Instant> first = time("from", from);
    Optional<Instant> last = time("to", to);
    Statement statement = body.length == 0
        ? asked(named, required("from", first), required("to", last))
        : reading.read(
            QueryFields.text(format).orElse("plain"), new String(body, StandardCharsets.UTF_8));
    Reconciliation found =
        reconciling.compare(named, statement, first, last, Optional.of(current.actor()));
    return ReconciliationRepresentation.of(found, reconciliations.differences(found));
  }

  private Statement asked(String provider, Instant from, Instant to) {
    return providers
        .statement(provider, from, to)
        .orElseThrow(() -> new InvalidInput(
            "provider", "does not tell its movements by itself; send its statement as CSV"));
  }

  private static Instant required(String name, Optional<Instant> time) {
    return time.orElseThrow(() -> new InvalidInput(name, "is required where no CSV is sent"));
  }

  private static Optional<Instant> time(String name, String value) {
    try {
      return QueryFields.text(value).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new InvalidInput(name, "must be a time in UTC, as 2026-11-28T00:00:00Z");
    }
  }
}
