package org.voicepact.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.OidcSettings;
import org.voicepact.access.control.OidcVisits;
import org.voicepact.access.control.OidcVisits.Visit;
import org.voicepact.access.control.Sessions;
import org.voicepact.access.control.SigningInByOidc;
import org.voicepact.platform.boundary.ApiResponses;

/** Sends a browser to the OpenID provider, and takes it back. */
@Path("console/oidc")
@Singleton
@Tag(name = "Operators")
public class OidcResource {

  private static final String FAILED = SeeOther.CONSOLE + "?failed=";

  private final OidcSettings settings;
  private final OidcVisits visits;
  private final SigningInByOidc signingIn;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final HttpServletRequest request;

  @Inject
  public OidcResource(
      OidcSettings settings,
      OidcVisits visits,
      SigningInByOidc signingIn,
      Sessions sessions,
      SessionCookies cookies,
      HttpServletRequest request) {
    this.settings = settings;
    this.visits = visits;
    this.signingIn = signingIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.request = request;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "signInByOidc",
      summary = "Go to the OpenID provider to sign in, where one is set")
  @APIResponse(responseCode = "303", description = SeeOther.DESCRIPTION)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Response begin(
      @QueryParam("next") @Parameter(description = "The page to go to after that") String next) {
    requireProvider();
    Visit visit = visits.begin(SeeOther.ours(next).orElse(SeeOther.CONSOLE));
    return signingIn
        .begin(visit)
        .map(page -> SeeOther.page(page)
            .header(HttpHeaders.SET_COOKIE, cookies.visiting(visits.cookie(visit)))
            .build())
        .orElseGet(() -> SeeOther.page(FAILED + "provider").build());
  }

  /** A page and no redirect: the cookie of the session would not be sent where another site has led to. */
  @GET
  @Path("callback")
  @PermitAll
  @Operation(
      operationId = "comeBackFromOidc",
      summary = "Come back from the OpenID provider",
      description = "With the code of somebody who has signed in there.")
  @APIResponse(
      responseCode = "200",
      description = "A page that leads on",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "303", description = SeeOther.DESCRIPTION)
  @APIResponse(responseCode = "404", ref = ApiResponses.NOT_FOUND)
  public Response comeBack(@QueryParam("code") String code, @QueryParam("state") String state) {
    requireProvider();
    Optional<Visit> visit = cookies
        .visit(request)
        .filter(cookie -> code != null && state != null)
        .flatMap(cookie -> visits.resume(cookie, state));
    return visit
        .flatMap(each -> signingIn.claims(each, code))
        .map(claims -> signingIn
            .enter(claims)
            .map(token -> entered(token, visit.orElseThrow().next()))
            .orElseGet(() -> failed("role")))
        .orElseGet(() -> failed("provider"));
  }

  private Response entered(String token, String next) {
    cookies.session(request).ifPresent(sessions::end);
    String page = next.replace("&", "&amp;");
    return Response.ok(
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\""
                + " content=\"0;url=" + page + "\"><title>VoicePact</title><a href=\"" + page
                + "\">VoicePact</a></html>",
            MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header(HttpHeaders.SET_COOKIE, cookies.opened(token))
        .header(HttpHeaders.SET_COOKIE, cookies.visiting("") + "; Max-Age=0")
        .build();
  }

  private Response failed(String how) {
    return SeeOther.page(FAILED + how).build();
  }

  private void requireProvider() {
    if (settings.client().isEmpty()) {
      throw new NotFoundException();
    }
  }
}
