package org.voicepact.payment.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.control.Reconciliations;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.QueryFields;

/** What was found when providers' statements were compared with our books, each night or by a person. */
@Path("api/v1/payments/reconciliations")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class ReconciliationsResource {

  private static final int MOST = 200;
  private static final String ID = "{reconciliation_id: " + PaymentDecisionResource.UUID + "}";

  private final Reconciliations reconciliations;
  private final CurrentCaller current;

  @Inject
  public ReconciliationsResource(Reconciliations reconciliations, CurrentCaller current) {
    this.reconciliations = reconciliations;
    this.current = current;
  }

  /** The answer. */
  @Schema(name = "ReconciliationList")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Found(
      @Schema(required = true, description = "Without what differs in each")
      List<ReconciliationRepresentation> reconciliations) {}

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listReconciliations",
      summary = "Comparisons of statements with our books, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "The newest of them",
      content = @Content(schema = @Schema(implementation = Found.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Found list(
      @QueryParam("status")
          @Parameter(
              description = "Only those that are so; open: nobody has looked at what differs",
              schema = @Schema(implementation = Reconciliation.Status.class))
          String status,
      @QueryParam("limit")
          @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          String limit) {
    List<Reconciliation> found =
        reconciliations.list(QueryFields.value("status", status, Reconciliation.Status.class), (int)
            QueryFields.number("limit", limit, 50, 1, MOST));
    return new Found(
        found.stream().map(ReconciliationRepresentation::withoutDifferences).toList());
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Path(ID)
  @Operation(
      operationId = "getReconciliation",
      summary = "In what a statement and our books differed")
  @APIResponse(
      responseCode = "200",
      description = "What was found",
      content = @Content(schema = @Schema(implementation = ReconciliationRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public ReconciliationRepresentation get(@PathParam("reconciliation_id") String id) {
    return whole(reconciliations.find(id.toLowerCase(Locale.ROOT)));
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path(ID + "/seen")
  @Operation(
      operationId = "seeReconciliation",
      summary = "Say that somebody has looked at what differs",
      description = "The self-check and the console show it no longer as waiting.")
  @APIResponse(
      responseCode = "200",
      description = "Seen, by this call or before",
      content = @Content(schema = @Schema(implementation = ReconciliationRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public ReconciliationRepresentation see(@PathParam("reconciliation_id") String id) {
    return whole(reconciliations.see(id.toLowerCase(Locale.ROOT), current.actor()));
  }

  private ReconciliationRepresentation whole(Reconciliation found) {
    return ReconciliationRepresentation.of(found, reconciliations.differences(found));
  }
}
