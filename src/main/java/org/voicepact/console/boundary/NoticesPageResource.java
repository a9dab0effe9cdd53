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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.entity.Roles;
import org.voicepact.payment.boundary.NoticesResource;

/** Notices of payments that do not fit. */
@Path("console/notices")
@Singleton
@Produces(MediaType.TEXT_HTML)
public class NoticesPageResource {

  private final NoticesResource notices;
  private final Pages pages;

  @Inject
  public NoticesPageResource(NoticesResource notices, Pages pages) {
    this.notices = notices;
    this.pages = pages;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(hidden = true)
  public Response list() {
    return pages
        .page("notices", "payments")
        .with("waiting", found("open", "200"))
        .with("list", found("seen", null))
        .response();
  }

  private Object found(String status, String limit) {
    return ApiData.of(notices.list(status, limit)).get("notices");
  }

  @POST
  @RolesAllowed(Roles.ADMIN)
  @Path("{id}/seen")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response see(@PathParam("id") String id) {
    notices.see(id);
    return Pages.seeOther("/console/notices", "seen");
  }
}
