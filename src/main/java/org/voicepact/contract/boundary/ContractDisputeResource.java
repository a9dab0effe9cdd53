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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.control.Persons;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.DisputingContract;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.control.ResolvingDispute;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.ApiResponses;

/** What is done where buyer and seller do not agree. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractDisputeResource {

  private final FulfilmentRequests requests;
  private final FulfilmentActs acts;
  private final DisputingContract disputing;
  private final ResolvingDispute resolving;
  private final CurrentCaller current;
  private final Persons persons;

  @Inject
  public ContractDisputeResource(
      FulfilmentRequests requests,
      FulfilmentActs acts,
      DisputingContract disputing,
      ResolvingDispute resolving,
      CurrentCaller current,
      Persons persons) {
    this.requests = requests;
    this.acts = acts;
    this.disputing = disputing;
    this.resolving = resolving;
    this.current = current;
    this.persons = persons;
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("dispute")
  @Operation(
      operationId = "disputeContract",
      summary = "Buyer or seller says that something is wrong",
      description =
          "Then the mediator or an administrator decides. To say the same again is 200 and changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = FulfilmentRequests.DisputeDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "Disputed",
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  @APIResponse(responseCode = "412", ref = ApiResponses.PRECONDITION_FAILED)
  public Response dispute(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream body) {
    FulfilmentRequests.Disputed wanted = requests.dispute(body);
    return acts.carryOut(
        id,
        Action.DISPUTE,
        wanted.claim(),
        ifMatch,
        (contract, phone, expected, how) ->
            disputing.dispute(contract, phone, expected, wanted.reason(), how));
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PARTY, Roles.RESOLVE, Roles.ADMIN})
  @RateLimited(Limited.CONFIRM)
  @Path("resolve")
  @Operation(
      operationId = "resolveDispute",
      summary = "The mediator of the contract, or an administrator, decides a dispute",
      description =
          "The mediator needs its token, or a code, whatever PARTY_PROOF is. To decide the same again is 200 and changes"
              + " nothing. Where more than DUAL_CONTROL_AMOUNT was paid into the contract, its money waits until another"
              + " person agrees by /payments/{id}/decision.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = FulfilmentRequests.ResolveDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "Decided",
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  @APIResponse(responseCode = "412", ref = ApiResponses.PRECONDITION_FAILED)
  public Response resolve(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream body) {
    FulfilmentRequests.Resolved wanted = requests.resolution(body, mayDecide(current.get()));
    return wanted
        .claim()
        .map(claim -> acts.carryOut(
            id,
            Action.RESOLVE,
            claim,
            ifMatch,
            (contract, phone, expected, how) ->
                resolving.byMediator(contract, phone, expected, wanted.decision(), how)))
        .orElseGet(() -> resolvedByOperator(id, ifMatch, wanted));
  }

  /** In nobody's name but its own. */
  private static boolean mayDecide(Caller caller) {
    return caller.may(Roles.RESOLVE) || caller.may(Roles.ADMIN);
  }

  private Response resolvedByOperator(
      String id, String ifMatch, FulfilmentRequests.Resolved wanted) {
    ContractId contract = ContractResource.existing(id);
    resolving.byOperator(
        contract,
        current.actor(),
        persons.of(current.get()),
        new Expected(wanted.version(), Optional.ofNullable(ifMatch)),
        wanted.decision());
    return acts.answer(contract);
  }
}
