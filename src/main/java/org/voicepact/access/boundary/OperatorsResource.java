package org.voicepact.access.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.AdministeringOperators;
import org.voicepact.access.control.Operators;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;

/** Makes, lists and changes operators. */
@Path("api/v1/admin/operators")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class OperatorsResource {

  private final AdministeringOperators administering;
  private final Operators operators;
  private final OperatorRequests requests;
  private final CurrentCaller current;

  @Inject
  public OperatorsResource(
      AdministeringOperators administering,
      Operators operators,
      OperatorRequests requests,
      CurrentCaller current) {
    this.administering = administering;
    this.operators = operators;
    this.requests = requests;
    this.current = current;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listOperators",
      summary = "All operators in the order of their names, inactive ones among them")
  @APIResponse(
      responseCode = "200",
      description = "The operators",
      content = @Content(schema = @Schema(implementation = OperatorRepresentation.Everybody.class)))
  public OperatorRepresentation.Everybody list() {
    return new OperatorRepresentation.Everybody(
        operators.all().stream().map(OperatorRepresentation::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(operationId = "makeOperator", summary = "Make an operator")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OperatorRequests.Document.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = OperatorRepresentation.class)))
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response make(InputStream body) {
    OperatorRequests.Wanted wanted = requests.read(body);
    return Response.status(Response.Status.CREATED)
        .entity(OperatorRepresentation.of(
            administering.make(wanted.profile(), wanted.password(), current.actor())))
        .build();
  }

  @PATCH
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "changeOperator",
      summary = "Change an operator’s role, name, language, or whether the operator can sign in",
      description =
          "What is not named stays. Where the role or that changes, all sessions of the operator end."
              + " The last administrator among the operators stays one.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OperatorRequests.ChangeDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = OperatorRepresentation.class)))
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public OperatorRepresentation change(
      @PathParam("name")
          @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = OperatorRequests.NAMES))
          String name,
      InputStream body) {
    return OperatorRepresentation.of(
        administering.change(name, requests.readChange(body), current.actor()));
  }

  @POST
  @Path("{name}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "setOperatorPassword",
      summary = "Give an operator another password",
      description = "All sessions of the operator end.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = OperatorRequests.PasswordDocument.class)))
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response setPassword(
      @PathParam("name")
          @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = OperatorRequests.NAMES))
          String name,
      InputStream body) {
    administering.changePassword(name, requests.readPassword(body, name), current.actor());
    return Response.noContent().build();
  }
}
