package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.boundary.ContractsResource;
import org.voicepact.contract.boundary.ListRequest;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Turn;
import org.voicepact.platform.boundary.RefusalMapper;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.platform.entity.WireValue;

/** The list of contracts; its filters are the query of {@code GET /contracts}, so an address shows the same to everybody. */
@Path("console/contracts")
@Singleton
public class ContractListPageResource {

  private static final List<String> FILTERS = List.of(
      "q",
      "status",
      "waits_for",
      "created_after",
      "created_before",
      "phone_number",
      "contract_type",
      "cursor");
  private static final List<String> STATUSES = WireValue.all(ContractStatus.class);
  private static final List<String> TURNS = WireValue.all(Turn.class);

  private final ContractsResource contracts;
  private final Pages pages;
  private final RefusalMapper refusals;

  @Inject
  public ContractListPageResource(
      ContractsResource contracts, Pages pages, RefusalMapper refusals) {
    this.contracts = contracts;
    this.pages = pages;
    this.refusals = refusals;
  }

  @GET
  @RolesAllowed(Roles.READ)
  @Operation(hidden = true)
  public Response list(@BeanParam ListRequest request, @Context UriInfo address) {
    MultivaluedMap<String, String> query = address.getQueryParameters();
    Page page = pages
        .page("contracts", "contracts")
        .filled(query)
        .with("statuses", STATUSES)
        .with("whose", TURNS)
        .with(
            "filtered",
            FILTERS.stream()
                .anyMatch(name -> !query.getOrDefault(name, List.of("")).contains("")));
    try {
      Map<String, Object> list = ApiData.of(contracts.list(request));
      return page.with("list", list)
          .with("next", next(address, list.get("next_cursor")))
          .response();
    } catch (Refusal refusal) {
      return page.refused(refusal, refusals.toResponse(refusal).getStatus()).response();
    }
  }

  /** The same address with the place of the next page; null where there is none. */
  static String next(UriInfo address, Object cursor) {
    return cursor == null
        ? null
        : address
            .getRequestUriBuilder()
            .replaceQueryParam("cursor", cursor)
            .replaceQueryParam("done")
            .build()
            .toString()
            .replaceFirst("^https?://[^/]*", "");
  }
}
