package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
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
import org.voicepact.contract.control.AmendingContract;
import org.voicepact.contract.control.AmendingContract.Basis;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.ReadingContracts;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;

/** Shows and amends one contract. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractResource {

  private final Contracts contracts;
  private final ReadingContracts reading;
  private final AmendingContract amending;
  private final ContractRequests requests;
  private final PartyActs acts;
  private final Visibility visibility;
  private final PhoneNumbers phones;
  private final WrittenContracts written;

  @Inject
  public ContractResource(
      Contracts contracts,
      ReadingContracts reading,
      AmendingContract amending,
      ContractRequests requests,
      PartyActs acts,
      Visibility visibility,
      PhoneNumbers phones,
      WrittenContracts written) {
    this.contracts = contracts;
    this.reading = reading;
    this.amending = amending;
    this.requests = requests;
    this.acts = acts;
    this.visibility = visibility;
    this.phones = phones;
    this.written = written;
  }

  @GET
  @RolesAllowed({Roles.PROGRESS, Roles.PARTY})
  @Operation(operationId = "getContract", summary = "A contract with its parties and current terms")
  @APIResponse(
      responseCode = "200",
      description = "The contract; its ETag serves If-Match",
      content =
          @Content(
              schema =
                  @Schema(anyOf = {ContractRepresentation.class, ProgressRepresentation.class})))
  @APIResponse(
      responseCode = "304",
      description = "It is as it was when it had the ETag of If-None-Match")
  @APIResponse(responseCode = "412", ref = ApiResponses.PRECONDITION_FAILED)
  public Response get(
      @PathParam("id") String id,
      @QueryParam("phone_number") String phoneNumber,
      @Context Request request) {
    ContractView view = visible(id);
    Object shown = shown(view, phoneNumber);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(view.contract()));
    if (unchanged == null) {
      return Response.ok(shown).tag(tag(view.contract())).build();
    }
    Response answer = unchanged.build();
    if (answer.getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
      throw new ContractRefusal(Reason.PRECONDITION_FAILED);
    }
    return answer;
  }

  /** What {@link #get} answers where nothing is known of it yet. */
  public Object show(String id) {
    return shown(visible(id), null);
  }

  private ContractView visible(String id) {
    ContractId contract = existing(id);
    visibility.require(contract);
    return reading.view(contract);
  }

  private Object shown(ContractView view, String phoneNumber) {
    if (!visibility.isFull()) {
      return ProgressRepresentation.of(view);
    }
    if (phoneNumber == null && !visibility.isShownNumbers()) {
      return written.whole(view).json();
    }
    return ContractRepresentation.of(
        view, visibility.numbers(view.contract().id(), PhoneFields.query(phoneNumber, phones)));
  }

  @GET
  @RolesAllowed({Roles.PROGRESS, Roles.PARTY})
  @Path("status")
  @Operation(
      operationId = "getContractStatus",
      summary = "Status of a contract and who has answered")
  @APIResponse(
      responseCode = "200",
      description = "Status and progress",
      content =
          @Content(
              schema = @Schema(anyOf = {StatusRepresentation.class, ProgressRepresentation.class})))
  public Object status(@PathParam("id") String id, @QueryParam("phone_number") String phoneNumber) {
    ContractView view = visible(id);
    return visibility.isFull()
        ? StatusRepresentation.of(
            view.contract(),
            visibility.numbers(view.contract().id(), PhoneFields.query(phoneNumber, phones)))
        : ProgressRepresentation.of(view);
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @Path("versions")
  @Operation(operationId = "getContractVersions", summary = "All versions of a contract's terms")
  @APIResponse(
      responseCode = "200",
      description = "The versions, the oldest first",
      content = @Content(schema = @Schema(implementation = VersionRepresentation.Versions.class)))
  public VersionRepresentation.Versions versions(@PathParam("id") String id) {
    ContractId contract = existing(id);
    visibility.require(contract);
    List<ContractVersion> versions = contracts.versions(contract);
    if (versions.isEmpty()) {
      throw new ContractRefusal(Reason.UNKNOWN_CONTRACT);
    }
    return new VersionRepresentation.Versions(
        versions.get(0).contractId(),
        versions.stream().map(VersionRepresentation::of).toList());
  }

  @PUT
  @RolesAllowed({Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "amendContract",
      summary = "Give a pending contract new terms",
      description =
          "Makes a new version with a new hash; every party is told and asked again. The same terms change nothing.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ContractRequestDocuments.Amend.class)))
  @APIResponse(
      responseCode = "200",
      description = "The contract with its new version",
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  @APIResponse(responseCode = "412", ref = ApiResponses.PRECONDITION_FAILED)
  public Response amend(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, InputStream body) {
    ContractId contract = existing(id);
    ContractRequests.Amendment wanted = requests.amendment(body);
    return acts.carryOut(id, Action.AMEND, wanted.claim(), proven -> {
      ContractVersion present = contracts.version(contract, contracts.currentVersion(contract));
      Basis basis = new Basis(present.number(), proven.version(), Optional.ofNullable(ifMatch));
      ContractView view = amending.amend(
          contract, proven.phone(), basis, wanted.change().apply(present.terms()), proven.how());
      return Response.ok(ContractRepresentation.of(view, visibility.numbersFor(proven.phone())))
          .tag(tag(view.contract()))
          .build();
    });
  }

  static EntityTag tag(Contract contract) {
    return new EntityTag(contract.stateTag());
  }

  /** An id with a prefix that no type has is that of a contract that does not exist. */
  static ContractId existing(String id) {
    return ContractId.parse(id).orElseThrow(() -> new ContractRefusal(Reason.UNKNOWN_CONTRACT));
  }
}
