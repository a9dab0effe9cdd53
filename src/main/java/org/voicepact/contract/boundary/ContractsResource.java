package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.ListingContracts;
import org.voicepact.contract.control.ListingContracts.Filter;
import org.voicepact.contract.control.ListingContracts.Page;
import org.voicepact.contract.control.ListingContracts.Window;
import org.voicepact.contract.control.NewContract;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.control.Cursors;
import org.voicepact.platform.control.PhoneMasking;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;

/** Makes and lists contracts. */
@Path("api/v1/contracts")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractsResource {

  private final ContractRequests requests;
  private final CreatingContract creating;
  private final ListingContracts listing;
  private final PhoneNumbers phones;
  private final PhoneMasking masking;
  private final Cursors cursors;
  private final CurrentCaller caller;
  private final Visibility visibility;
  private final WrittenContracts written;

  @Inject
  public ContractsResource(
      ContractRequests requests,
      CreatingContract creating,
      ListingContracts listing,
      PhoneNumbers phones,
      PhoneMasking masking,
      Cursors cursors,
      CurrentCaller caller,
      Visibility visibility,
      WrittenContracts written) {
    this.requests = requests;
    this.creating = creating;
    this.listing = listing;
    this.phones = phones;
    this.masking = masking;
    this.cursors = cursors;
    this.caller = caller;
    this.visibility = visibility;
    this.written = written;
  }

  @POST
  @RolesAllowed(Roles.WRITE)
  @RateLimited(Limited.CREATE)
  @Path("create")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createContract",
      summary = "Make a contract from the words of the deal",
      description =
          "The contract is written down and sent to every party by SMS before the answer is 201.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ContractRequestDocuments.Create.class)))
  @APIResponse(
      responseCode = "201",
      description = "Written down",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  public Response create(InputStream body) {
    return created(requests.create(body));
  }

  @POST
  @RolesAllowed(Roles.WRITE)
  @RateLimited(Limited.CREATE)
  @Path("create/manual")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createManualContract",
      summary = "Make a contract from its terms",
      description =
          "The contract is written down and sent to every party by SMS before the answer is 201.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = ContractRequestDocuments.CreateManual.class)))
  @APIResponse(
      responseCode = "201",
      description = "Written down",
      headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = ContractRepresentation.class)))
  public Response createManual(InputStream body) {
    return created(requests.createManual(body));
  }

  private Response created(NewContract wanted) {
    ContractView view = creating.create(wanted, caller.actor());
    return Response.status(Response.Status.CREATED)
        // Relative, because the Host header that an absolute one would be made of is the caller's.
        .header(HttpHeaders.LOCATION, "/api/v1/contracts/" + view.contract().id())
        .tag(ContractResource.tag(view.contract()))
        .entity(ContractRepresentation.of(view, masking.revealing(Optional.empty())))
        .build();
  }

  @GET
  @RolesAllowed({Roles.READ, Roles.PARTY})
  @Operation(operationId = "listContracts", summary = "List contracts, the newest first")
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = ListRepresentation.class)))
  public ListRepresentation list(@BeanParam ListRequest request) {
    Filter filter = request.filter(phones, visibility);
    Window window = request.window(filter, cursors);
    Page page = listing.list(filter, window);
    return new ListRepresentation(
        page.contracts().stream().map(shownTo(filter.phone())).toList(),
        page.total(),
        window.limit(),
        window.offset(),
        page.last().map(last -> ListRequest.cursor(last, filter, cursors)).orElse(null));
  }

  private Function<ContractView, Object> shownTo(Optional<PhoneNumber> named) {
    return named.isEmpty()
        ? written::listed
        : view -> ContractRepresentation.listed(view, masking.revealing(named));
  }
}
