package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.ProvingContract;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.ContractRecord;
import org.voicepact.evidence.control.LogTree;
import org.voicepact.evidence.control.SigningHeads;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;

/** What proves a contract without the server: its audit entries, its head, and all evidence in one file. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
public class ContractProofResource {

  private final ProvingContract proving;
  private final SigningHeads heads;
  private final LogTree tree;
  private final ContractRequests requests;
  private final PartyActs acts;
  private final Visibility visibility;
  private final CurrentCaller current;
  private final PhoneNumbers phones;

  @Inject
  public ContractProofResource(
      ProvingContract proving,
      SigningHeads heads,
      LogTree tree,
      ContractRequests requests,
      PartyActs acts,
      Visibility visibility,
      CurrentCaller current,
      PhoneNumbers phones) {
    this.proving = proving;
    this.heads = heads;
    this.tree = tree;
    this.requests = requests;
    this.acts = acts;
    this.visibility = visibility;
    this.current = current;
    this.phones = phones;
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @Path("audit")
  @Operation(
      operationId = "getContractAudit",
      summary = "The contract's entries in the audit log, with inclusion proofs")
  @APIResponse(
      responseCode = "200",
      description = "The entries in their order, and the signed head of the log that covers them",
      content = @Content(schema = @Schema(implementation = AuditRepresentation.class)))
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public AuditRepresentation audit(@PathParam("id") String id) {
    ContractRecord record = proving.record(visible(id));
    return AuditRepresentation.of(
        record, tree.inclusionPaths(record.entries(), record.checkpoint().size()));
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @Path("head")
  @Operation(
      operationId = "getContractHead",
      summary = "How far the contract has come, signed",
      description = "Kept beside an older proof it shows that the proof is outdated.")
  @APIResponse(
      responseCode = "200",
      description = "The head as text, and its signature",
      content = @Content(schema = @Schema(implementation = ProofDocument.Head.class)))
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Object head(@PathParam("id") String id) {
    return heads.sign(proving.record(visible(id)).head());
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("proof")
  @Operation(
      operationId = "getProof",
      summary = "All evidence about the contract in one file",
      description =
          "voicepact/proof/1, see docs/proof.md and /schemas/proof-1.json. Names, numbers and the keys of their"
              + " commitments are in it for the party's token, and for a caller who names a party's full number where that"
              + " is enough.")
  @APIResponse(
      responseCode = "200",
      description = "The proof",
      content = @Content(schema = @Schema(implementation = ProofDocument.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response proof(
      @PathParam("id") String id, @QueryParam("phone_number") String phoneNumber) {
    ContractId contract = visible(id);
    Optional<PhoneNumber> named = PhoneFields.query(phoneNumber, phones);
    return named.isPresent()
        ? disclosed(id, new Claim(named.get(), Optional.empty(), Optional.empty()))
        : file(contract, current.get().phone().isPresent());
  }

  @POST
  @RolesAllowed({Roles.READ, Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("proof")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "proveToParty",
      summary =
          "The same with names and numbers, for a party who names the code that was sent to its number",
      description =
          "A code must not stand in an address, so it comes in the body. Nothing is changed.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = ContractRequestDocuments.Disclosure.class)))
  @APIResponse(
      responseCode = "200",
      description = "The proof",
      content = @Content(schema = @Schema(implementation = ProofDocument.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response proofByCode(@PathParam("id") String id, InputStream body) {
    return disclosed(id, requests.disclosure(body));
  }

  private Response disclosed(String id, Claim claim) {
    return acts.carryOut(
        id, Action.DISCLOSE, claim, proven -> file(ContractResource.existing(id), true));
  }

  private Response file(ContractId contract, boolean disclosed) {
    return Response.ok(proving.proof(contract, disclosed))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"proof-" + contract.value() + ".json\"")
        .build();
  }

  private ContractId visible(String id) {
    ContractId contract = ContractResource.existing(id);
    visibility.require(contract);
    return contract;
  }
}
