package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.AuditEntriesResource;
import org.voicepact.access.boundary.AuditVerificationResource;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.boundary.RefusalMapper;
import org.voicepact.platform.entity.Refusal;

/** The page of the audit log, the last entry first. */
@Path("console/audit")
@Singleton
public class AuditPageResource {

  private static final String AT_THE_END = Long.toString(Long.MAX_VALUE);
  private static final String MOST = "50";

  private final AuditEntriesResource log;
  private final AuditVerificationResource verification;
  private final Pages pages;
  private final RefusalMapper refusals;

  @Inject
  public AuditPageResource(
      AuditEntriesResource log,
      AuditVerificationResource verification,
      Pages pages,
      RefusalMapper refusals) {
    this.log = log;
    this.verification = verification;
    this.pages = pages;
    this.refusals = refusals;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(hidden = true)
  public Response list(@Context UriInfo address) {
    MultivaluedMap<String, String> query = address.getQueryParameters();
    Page page = page().filled(query);
    try {
      return found(page, query, address).response();
    } catch (Refusal refusal) {
      return page.refused(refusal, refusals.toResponse(refusal).getStatus()).response();
    }
  }

  private Page found(Page page, MultivaluedMap<String, String> query, UriInfo address) {
    String before = Optional.ofNullable(query.getFirst("before"))
        .filter(place -> !place.isBlank())
        .orElse(AT_THE_END);
    List<?> entries = (List<?>) ApiData.of(log.list(
            null,
            before,
            stripped(query, "subject"),
            stripped(query, "action"),
            stripped(query, "actor"),
            null,
            MOST))
        .get("entries");
    return page.with("entries", entries)
        .with("next", entries.size() < Integer.parseInt(MOST) ? null : next(address, entries));
  }

  private static String stripped(MultivaluedMap<String, String> query, String name) {
    return Optional.ofNullable(query.getFirst(name)).map(String::strip).orElse(null);
  }

  private static String next(UriInfo address, List<?> entries) {
    Map<?, ?> last = (Map<?, ?>) entries.get(entries.size() - 1);
    return address
        .getRequestUriBuilder()
        .replaceQueryParam("before", ((Map<?, ?>) last.get("entry")).get("sequence"))
        .build()
        .toString()
        .replaceFirst("^https?://[^/]*", "");
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("verify")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response verify(@Context UriInfo address) {
    return found(page(), address.getQueryParameters(), address)
        .with("verification", ApiData.of(verification.verify()))
        .with("next", null)
        .response();
  }

  private Page page() {
    return pages.page("audit", "audit");
  }
}
