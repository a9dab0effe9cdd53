package org.voicepact.console.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.control.OidcSettings;

/** The start page: the form to sign in by. */
@Path("console")
@Singleton
public class SignInPageResource {

  private final Pages pages;
  private final CurrentCaller current;
  private final OidcSettings provider;

  @Inject
  public SignInPageResource(Pages pages, CurrentCaller current, OidcSettings provider) {
    this.pages = pages;
    this.current = current;
    this.provider = provider;
  }

  @GET
  @PermitAll
  @Operation(hidden = true)
  public Response signIn(
      @QueryParam("next") String next,
      @QueryParam("failed") String failed,
      @QueryParam("seconds") String seconds) {
    String wanted = ConsolePath.next(next);
    return current.get().isAnonymous()
        ? pages
            .page("sign-in", "")
            .with("next", wanted)
            .with("failed", failed)
            .with("has_provider", provider.client().isPresent())
            .with("seconds", number(seconds))
            .response()
        : Response.status(Response.Status.SEE_OTHER)
            .header(HttpHeaders.LOCATION, wanted)
            .build();
  }

  private static String number(String text) {
    return text != null && text.matches("[0-9]{1,6}") ? text : "";
  }
}
