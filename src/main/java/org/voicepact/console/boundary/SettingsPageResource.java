package org.voicepact.console.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.SelfCheckResource;
import org.voicepact.access.entity.Roles;

/** The page that says what is still to be done before production. */
@Path("console/settings")
@Singleton
public class SettingsPageResource {

  private final SelfCheckResource check;
  private final Pages pages;

  @Inject
  public SettingsPageResource(SelfCheckResource check, Pages pages) {
    this.check = check;
    this.pages = pages;
  }

  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(hidden = true)
  public Response show() {
    return pages
        .page("settings", "settings")
        .with("check", ApiData.of(check.check()))
        .response();
  }
}
