package org.voicepact.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.RecordingSignIn;
import org.voicepact.platform.boundary.ApiResponses;

/** Ends the session of the browser that asks for it. */
@Path("console/sign-out")
@Singleton
@Tag(name = "Operators")
public class OperatorSignOutResource {

  private final RecordingSignIn recording;
  private final OperatorSession session;
  private final SessionCookies cookies;
  private final HttpServletRequest request;

  @Inject
  public OperatorSignOutResource(
      RecordingSignIn recording,
      OperatorSession session,
      SessionCookies cookies,
      HttpServletRequest request) {
    this.recording = recording;
    this.session = session;
    this.cookies = cookies;
    this.request = request;
  }

  @POST
  @PermitAll
  @Operation(
      operationId = "signOutOperator",
      summary = "Sign out",
      description = "The session ends on all servers. Without one nothing happens.")
  @APIResponse(responseCode = "303", description = SeeOther.DESCRIPTION)
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public Response signOut() {
    session
        .signedIn()
        .ifPresent(operator ->
            cookies.session(request).ifPresent(token -> recording.signedOut(operator, token)));
    return SeeOther.page(SeeOther.CONSOLE)
        .header(HttpHeaders.SET_COOKIE, cookies.ended())
        .build();
  }
}
