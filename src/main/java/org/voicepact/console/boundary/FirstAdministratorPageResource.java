package org.voicepact.console.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The form for the first administrator, behind the link that development prints. It has the path of the operation that
 * takes the form: of two classes Jakarta REST looks into the one with the longer path alone.
 */
@Path("console/first")
@Singleton
public class FirstAdministratorPageResource {

  private final Pages pages;

  @Inject
  public FirstAdministratorPageResource(Pages pages) {
    this.pages = pages;
  }

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response first(@QueryParam("token") String token, @QueryParam("failed") String failed) {
    return pages
        .page("first", "")
        .with("token", token == null ? "" : token)
        .with("failed", failed == null ? List.of() : List.of(failed.split("\\.")))
        .response();
  }
}
