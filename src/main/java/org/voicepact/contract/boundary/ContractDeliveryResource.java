package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.AcceptingDelivery;
import org.voicepact.contract.control.DeliveringContract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.ApiResponses;

/** What seller and buyer do with a contract that is in force. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractDeliveryResource {

  private final FulfilmentRequests requests;
  private final FulfilmentActs acts;
  private final DeliveringContract delivering;
  private final AcceptingDelivery accepting;

  @Inject
  public ContractDeliveryResource(
      FulfilmentRequests requests,
      FulfilmentActs acts,
      DeliveringContract delivering,
      AcceptingDelivery accepting) {
    this.requests = requests;
    this.acts = acts;
    this.delivering = delivering;
    this.accepting = accepting;
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("delivery")
  @Operation(
      operationId = "claimDelivery",
      summary = "The seller says that all, or a part, was delivered",
      description =
          "One claim waits for the buyer at a time. To say the same again while it waits is 200 and changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = FulfilmentRequests.DeliveryDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded; the buyer is asked",
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  @APIResponse(responseCode = "412", ref = ApiResponses.PRECONDITION_FAILED)
  public Response deliver(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream body) {
    FulfilmentRequests.Delivered wanted = requests.delivery(body);
    return acts.carryOut(
        id,
        Action.DELIVER,
        wanted.claim(),
        ifMatch,
        (contract, phone, expected, how) ->
            delivering.claim(contract, phone, expected, wanted.claimed(), how));
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("accept")
  @Operation(
      operationId = "acceptDelivery",
      summary = "The buyer accepts what the seller claims to have delivered",
      description =
          "With the last delivery the contract is completed. To accept the same again is 200 and changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = FulfilmentRequests.AcceptDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "Accepted",
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  @APIResponse(responseCode = "412", ref = ApiResponses.PRECONDITION_FAILED)
  public Response accept(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream body) {
    FulfilmentRequests.Accepted wanted = requests.acceptance(body);
    return acts.carryOut(
        id,
        Action.ACCEPT,
        wanted.claim(),
        ifMatch,
        (contract, phone, expected, how) ->
            accepting.accept(contract, phone, expected, wanted.number(), how));
  }
}
