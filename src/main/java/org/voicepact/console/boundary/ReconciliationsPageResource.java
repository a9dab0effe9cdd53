package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.boundary.ReconciliationResource;
import org.voicepact.payment.boundary.ReconciliationsResource;
import org.voicepact.platform.boundary.RequestBodyFilter;

/** What was found when providers' statements were compared with the books. */
@Path("console/reconciliations")
@Singleton
@Produces(MediaType.TEXT_HTML)
public class ReconciliationsPageResource {

  private static final String SECTION = "payments";

  private final ReconciliationsResource reconciliations;
  private final ReconciliationResource comparing;
  private final Pages pages;
  private final Forms forms;

  @Inject
  public ReconciliationsPageResource(
      ReconciliationsResource reconciliations,
      ReconciliationResource comparing,
      Pages pages,
      Forms forms) {
    this.reconciliations = reconciliations;
    this.comparing = comparing;
    this.pages = pages;
    this.forms = forms;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(hidden = true)
  public Response list() {
    return page().response();
  }

  private Page page() {
    return pages
        .page("reconciliations", SECTION)
        .with("longest", RequestBodyFilter.LIMIT)
        .with("waiting", found("open", "200"))
        .with("list", found(null, null))
        // The statement is all of the body there.
        .naming(name -> name.isEmpty() ? "/csv" : name);
  }

  /** A statement of Safaricom’s portal is Daraja’s, whatever provider is chosen now. */
  @POST
  @RolesAllowed(Roles.ADMIN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response compare(MultivaluedMap<String, String> form) {
    return forms.carryOut(
        form,
        () -> {
          String format = form.getFirst("/format");
          String statement =
              Objects.requireNonNullElse(form.getFirst("/csv"), "").strip();
          Object found = comparing.reconcile(
              format,
              "daraja".equals(format) && !statement.isEmpty() ? format : null,
              form.getFirst("/from"),
              form.getFirst("/to"),
              statement.getBytes(StandardCharsets.UTF_8));
          return Pages.seeOther(
              "/console/reconciliations/" + ApiData.of(found).get("reconciliation_id"), "compared");
        },
        this::page);
  }

  private Object found(String status, String limit) {
    return ApiData.of(reconciliations.list(status, limit)).get("reconciliations");
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Path("{id}")
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id) {
    return pages
        .page("reconciliation", SECTION)
        .with("comparison", ApiData.of(reconciliations.get(id)))
        .response();
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{id}/seen")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response see(@PathParam("id") String id) {
    reconciliations.see(id);
    return Pages.seeOther("/console/reconciliations", "seen");
  }
}
