package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.ErasingPersonalData;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.ApiResponses;

/** Who the parties of a contract are and what they said. */
@Path("api/v1/contracts/{id: " + ContractId.PATTERN + "}/personal-data")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class PersonalDataResource {

  private final ErasingPersonalData erasing;
  private final CurrentCaller current;

  @Inject
  public PersonalDataResource(ErasingPersonalData erasing, CurrentCaller current) {
    this.erasing = erasing;
    this.current = current;
  }

  @DELETE
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "erasePersonalData",
      summary = "Erase names, numbers and words of a contract that is no longer under way",
      description =
          "It cannot be undone. Terms, commitments, hashes, statements and the audit trail stay as they are. To erase"
              + " it again is 204, too, and takes away what was written about the contract since then.")
  @APIResponse(responseCode = "204", description = "Erased")
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response erase(@PathParam("id") String id) {
    erasing.erase(ContractResource.existing(id), current.actor());
    return Response.noContent().build();
  }
}
