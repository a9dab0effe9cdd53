package org.voicepact.contract.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.OnceKeys;
import org.voicepact.access.boundary.RateLimited;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.OnceAnswer;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.CreatingContract;
import org.voicepact.contract.control.ListingContracts;
import org.voicepact.contract.control.ListingContracts.Filter;
import org.voicepact.contract.control.ListingContracts.Page;
import org.voicepact.contract.control.ListingContracts.Window;
import org.voicepact.contract.control.NewContract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.control.Cursors;
import org.voicepact.platform.control.PhoneMasking;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;

/** Makes and lists contracts. */
@Path("api/v1/contracts")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contracts")
public class ContractsResource {

  private static final String KEY =
      "The same key with the same body makes one contract in a day, which each answer shows as it is now";

  /** What is kept of an answer. */
  private static final String ID = "contract_id";

  private final ContractRequests requests;
  private final CreatingContract creating;
  private final ListingContracts listing;
  private final PhoneNumbers phones;
  private final PhoneMasking masking;
  private final Cursors cursors;
  private final CurrentCaller caller;
  private final Visibility visibility;
  private final WrittenContracts written;
  private final Contracts contracts;
  private final OnceKeys once;

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
      WrittenContracts written,
      Contracts contracts,
      OnceKeys once) {
    this.requests = requests;
    this.creating = creating;
    this.listing = listing;
    this.phones = phones;
    this.masking = masking;
    this.cursors = cursors;
    this.caller = caller;
    this.visibility = visibility;
    this.written = written;
    this.contracts = contracts;
    this.once = once;
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
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response create(
      @HeaderParam(OnceKeys.HEADER) @Parameter(description = KEY) String key, InputStream body) {
    return createdOnce("create", key, body, requests::create);
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
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response createManual(
      @HeaderParam(OnceKeys.HEADER) @Parameter(description = KEY) String key, InputStream body) {
    return createdOnce("create/manual", key, body, requests::createManual);
  }

  private Response createdOnce(
      String route, String key, InputStream body, Function<InputStream, NewContract> read) {
    if (key == null) {
      return created(creating.create(read.apply(body), caller.actor()));
    }
    byte[] bytes = bytes(body);
    OnceAnswer made = once.once(route, key, bytes, () -> {
      ContractView view =
          creating.create(read.apply(new ByteArrayInputStream(bytes)), caller.actor());
      // The id alone, because a contract has personal data, which may be erased before it is asked
      // for again.
      return new OnceAnswer(
          Response.Status.CREATED.getStatusCode(),
          Json.write(Map.of(ID, view.contract().id().value())));
    });
    return created(contracts.view(new ContractId(Json.read(made.json()).path(ID).asText())));
  }

  private static byte[] bytes(InputStream body) {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the body has not come whole", e);
    }
  }

  private Response created(ContractView view) {
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
