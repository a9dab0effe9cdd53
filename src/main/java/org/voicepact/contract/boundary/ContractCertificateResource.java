package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.MakingCertificate;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.QueryFields;
import org.voicepact.platform.entity.Language;

/** The contract as a paper to print and to hand on. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}")
@Singleton
@Tag(name = "Evidence")
public class ContractCertificateResource {

  private static final String PDF = "application/pdf";

  private final MakingCertificate certificates;
  private final Visibility visibility;
  private final CurrentCaller current;

  @Inject
  public ContractCertificateResource(
      MakingCertificate certificates, Visibility visibility, CurrentCaller current) {
    this.certificates = certificates;
    this.visibility = visibility;
    this.current = current;
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @RateLimited(Limited.VERIFY)
  @Path("certificate.pdf")
  @Produces(PDF)
  @Operation(
      operationId = "getCertificate",
      summary = "The contract as a PDF document with its proof inside",
      description =
          "PDF/A-3b, one or two pages. Numbers are shown by their last four digits, whoever asks; the attached proof"
              + " has names and numbers for the party's token alone.")
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  @APIResponse(
      responseCode = "200",
      description = "The certificate of the current version",
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response certificate(
      @PathParam("id") String id,
      @QueryParam("language")
          @Parameter(
              description = "The contract's own where none is named",
              schema = @Schema(implementation = Language.class))
          String language) {
    ContractId contract = ContractResource.existing(id);
    visibility.require(contract);
    Optional<Language> wanted = QueryFields.value("language", language, Language.class);
    boolean isParty = current.get().phone().isPresent();
    return Response.ok(certificates.make(contract, wanted, isParty))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"certificate-" + contract + ".pdf\"")
        .build();
  }
}
