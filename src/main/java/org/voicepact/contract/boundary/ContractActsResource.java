package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.AnsweringContract;
import org.voicepact.contract.control.AnsweringContract.Answered;
import org.voicepact.contract.control.CancellingContract;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.entity.PhoneNumber;

/** What a party does with a contract. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractActsResource {

  private final ContractRequests requests;
  private final PartyActs acts;
  private final AnsweringContract answering;
  private final CancellingContract cancelling;
  private final Contracts contracts;
  private final Visibility visibility;
  private final CurrentCaller current;

  @Inject
  public ContractActsResource(
      ContractRequests requests,
      PartyActs acts,
      AnsweringContract answering,
      CancellingContract cancelling,
      Contracts contracts,
      Visibility visibility,
      CurrentCaller current) {
    this.requests = requests;
    this.acts = acts;
    this.answering = answering;
    this.cancelling = cancelling;
    this.contracts = contracts;
    this.visibility = visibility;
    this.current = current;
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("confirm")
  @Operation(
      operationId = "confirmContract",
      summary = "A party says yes",
      description = "To say it again is 200 and changes nothing.")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = ContractRequestDocuments.Answer.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = ActRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response confirm(
      @PathParam("id") String id,
      @QueryParam("phone_number") String phoneNumber,
      InputStream body) {
    return answered(id, Action.CONFIRM, requests.answer(body, phoneNumber), answering::confirm);
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("decline")
  @Operation(
      operationId = "declineContract",
      summary = "A party says no",
      description =
          "The contract is cancelled and everyone is told; to say it again is 200 and changes nothing.")
  @RequestBody(
      content = @Content(schema = @Schema(implementation = ContractRequestDocuments.Answer.class)))
  @APIResponse(
      responseCode = "200",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = ActRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response decline(
      @PathParam("id") String id,
      @QueryParam("phone_number") String phoneNumber,
      InputStream body) {
    return answered(id, Action.DECLINE, requests.answer(body, phoneNumber), answering::decline);
  }

  /** What {@link AnsweringContract} does with an answer. */
  @FunctionalInterface
  private interface Answering {
    Answered answer(
        ContractId contract, PhoneNumber phone, Optional<Integer> version, Provenance how);
  }

  private Response answered(String id, Action action, Claim claim, Answering answering) {
    return acts.carryOut(id, action, claim, proven -> {
      Answered answered = answering.answer(
          ContractResource.existing(id), proven.phone(), proven.version(), proven.how());
      return Response.ok(ActRepresentation.of(answered, proven.phone())).build();
    });
  }

  @POST
  @RolesAllowed({Roles.WRITE, Roles.PARTY, Roles.ADMIN})
  @RateLimited(Limited.CONFIRM)
  @Path("cancel")
  @Operation(
      operationId = "cancelContract",
      summary = "A party, or the office, takes back a contract",
      description =
          "A party as long as it is not confirmed, the office as long as it is not in force and no money of it is held or on its way."
              + " Everyone is told; to cancel again is 200 and changes nothing.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ContractRequestDocuments.Cancel.class)))
  @APIResponse(
      responseCode = "200",
      description = "Cancelled",
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response cancel(@PathParam("id") String id, InputStream body) {
    ContractRequests.Cancellation wanted =
        requests.cancellation(body, current.get().isOffice());
    return wanted
        .claim()
        .map(claim -> cancelledByParty(id, claim, wanted.reason()))
        .orElseGet(() -> cancelledByOperator(ContractResource.existing(id), wanted.reason()));
  }

  private Response cancelledByOperator(ContractId contract, String reason) {
    cancelling.byOperator(contract, current.actor(), reason);
    return Response.ok(ContractRepresentation.of(
            contracts.view(contract), visibility.numbers(contract, Optional.empty())))
        .build();
  }

  private Response cancelledByParty(String id, Claim claim, String reason) {
    return acts.carryOut(id, Action.CANCEL, claim, proven -> {
      ContractId contract = ContractResource.existing(id);
      cancelling.cancel(contract, proven.phone(), proven.version(), reason, proven.how());
      return Response.ok(ContractRepresentation.of(
              contracts.view(contract), visibility.numbersFor(proven.phone())))
          .build();
    });
  }
}
