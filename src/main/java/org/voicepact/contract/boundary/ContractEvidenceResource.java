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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.control.SigningStatements;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.PhoneFields;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.PhoneNumber;

/** What proves a contract: its canonical bytes, its signatures, and what is behind its commitments. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
public class ContractEvidenceResource {

  private final Contracts contracts;
  private final SigningStatements statements;
  private final ContractRequests requests;
  private final PartyActs acts;
  private final Visibility visibility;
  private final PhoneNumbers phones;

  @Inject
  public ContractEvidenceResource(
      Contracts contracts,
      SigningStatements statements,
      ContractRequests requests,
      PartyActs acts,
      Visibility visibility,
      PhoneNumbers phones) {
    this.contracts = contracts;
    this.statements = statements;
    this.requests = requests;
    this.acts = acts;
    this.visibility = visibility;
    this.phones = phones;
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @Path("canonical")
  @Operation(
      operationId = "getCanonicalContract",
      summary = "The exact bytes that were hashed",
      description =
          "JCS (RFC 8785) of the agreed content, without names and numbers; b2sum -l 256 gives contract_hash.")
  @APIResponse(
      responseCode = "200",
      description = "The canonical form, voicepact/contract/1",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public byte[] canonical(
      @PathParam("id") String id,
      @QueryParam("version")
          @Parameter(
              description = "The current one where none is named",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          String version) {
    ContractId contract = ContractResource.existing(id);
    visibility.require(contract);
    long number = QueryFields.number(
        "version",
        version,
        contracts.currentVersion(contract),
        Integer.MIN_VALUE,
        Integer.MAX_VALUE);
    return contracts.version(contract, (int) number).canonical();
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @Path("signatures")
  @Operation(
      operationId = "getSignatures",
      summary = "What the server has signed about the parties' answers",
      description =
          "A statement says that VoicePact recorded an answer and how it came in, never that a person signed.")
  @APIResponse(
      responseCode = "200",
      description = "Statements and signatures",
      content =
          @Content(schema = @Schema(implementation = SignatureRepresentation.Signatures.class)))
  public SignatureRepresentation.Signatures signatures(@PathParam("id") String id) {
    ContractId contract = ContractResource.existing(id);
    visibility.require(contract);
    contracts.currentVersion(contract);
    return new SignatureRepresentation.Signatures(
        contract.value(),
        statements.about(contract.value()).stream()
            .map(SignatureRepresentation::of)
            .toList());
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("disclosure")
  @Operation(
      operationId = "getDisclosure",
      summary = "Names, numbers and the keys of their commitments",
      description =
          "For a caller who names a party's full number, where that is enough, and for the party's token.")
  @APIResponse(
      responseCode = "200",
      description = "What is behind the commitments",
      content = @Content(schema = @Schema(implementation = DisclosureRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response disclosure(
      @PathParam("id") String id,
      @QueryParam("phone_number") @Parameter(required = true) String phoneNumber) {
    Optional<PhoneNumber> phone = PhoneFields.query(phoneNumber, phones);
    if (phone.isEmpty()) {
      throw new InvalidInput(PhoneFields.MEMBER, "is required: the full number of a party");
    }
    return disclosed(id, new Claim(phone.get(), Optional.empty(), Optional.empty()));
  }

  @POST
  @RolesAllowed({Roles.READ, Roles.WRITE, Roles.PARTY})
  @RateLimited(Limited.CONFIRM)
  @Path("disclosure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "discloseToParty",
      summary = "The same, for a party who names the code that was sent to its number",
      description =
          "A code must not stand in an address, so it comes in the body. Nothing is changed.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = ContractRequestDocuments.Disclosure.class)))
  @APIResponse(
      responseCode = "200",
      description = "What is behind the commitments",
      content = @Content(schema = @Schema(implementation = DisclosureRepresentation.class)))
  @APIResponse(
      responseCode = "202",
      description = CodeSent.DESCRIPTION,
      content = @Content(schema = @Schema(implementation = CodeSent.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response discloseByCode(@PathParam("id") String id, InputStream body) {
    return disclosed(id, requests.disclosure(body));
  }

  private Response disclosed(String id, Claim claim) {
    return acts.carryOut(id, Action.DISCLOSE, claim, proven -> {
      Contract contract = contracts.view(ContractResource.existing(id)).contract();
      // Personal data may have been erased since the number was proved.
      contract.party(proven.phone());
      return Response.ok(DisclosureRepresentation.of(contract, contracts.transcript(contract.id())))
          .build();
    });
  }
}
