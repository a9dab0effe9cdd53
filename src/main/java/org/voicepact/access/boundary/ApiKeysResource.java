package org.voicepact.access.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.AdministeringKeys;
import org.voicepact.access.control.AdministeringKeys.Made;
import org.voicepact.access.control.MadeKeys;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.ApiResponses;

/** Makes, lists and revokes API keys. */
@Path("api/v1/api-keys")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class ApiKeysResource {

  private final AdministeringKeys administering;
  private final MadeKeys keys;
  private final ApiKeyRequests requests;
  private final CurrentCaller current;

  @Inject
  public ApiKeysResource(
      AdministeringKeys administering,
      MadeKeys keys,
      ApiKeyRequests requests,
      CurrentCaller current) {
    this.administering = administering;
    this.keys = keys;
    this.requests = requests;
    this.current = current;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "makeApiKey",
      summary = "Make an API key",
      description = "The key stands in this answer and nowhere else: only its hash is kept.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApiKeyRequests.Document.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = ApiKeyRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response make(InputStream body) {
    ApiKeyRequests.Wanted wanted = requests.read(body);
    Made made =
        administering.make(wanted.name(), wanted.scopes(), wanted.expiresAt(), current.actor());
    return Response.status(Response.Status.CREATED)
        .entity(ApiKeyRepresentation.of(made.key(), made.text()))
        .build();
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listApiKeys",
      summary = "All API keys that were made, the oldest first, without the keys themselves")
  @APIResponse(
      responseCode = "200",
      description = "The keys",
      content = @Content(schema = @Schema(implementation = ApiKeyRepresentation.Keys.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public ApiKeyRepresentation.Keys list() {
    return new ApiKeyRepresentation.Keys(
        keys.all().stream().map(key -> ApiKeyRepresentation.of(key, null)).toList());
  }

  @DELETE
  @Path("{key_id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key, and with it every token that was made with it",
      description =
          "At once on this server, within 10 seconds on others. To revoke it again is 204, too.")
  @APIResponse(responseCode = "204", description = "Revoked")
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response revoke(@PathParam("key_id") String id) {
    if (!administering.revoke(id, current.actor())) {
      throw new NotFoundException();
    }
    return Response.noContent().build();
  }
}
