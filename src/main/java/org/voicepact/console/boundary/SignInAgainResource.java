package org.voicepact.console.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voicepact.access.boundary.OpensSession;
import org.voicepact.access.boundary.OperatorSignInResource;

/**
 * Signs in, as the form on the start page does, somebody whose session was over when a form was sent, and gives that form
 * back. A redirect would lose it: it stands in the body of this request.
 */
@Path("console/again")
@Singleton
public class SignInAgainResource {

  private static final Pattern FAILED =
      Pattern.compile("[?&]failed=([a-z0-9]+)(?:&seconds=([0-9]+))?");

  private final OperatorSignInResource door;
  private final KeptFormPage kept;

  @Inject
  public SignInAgainResource(OperatorSignInResource door, KeptFormPage kept) {
    this.door = door;
    this.kept = kept;
  }

  @POST
  @PermitAll
  @OpensSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response signIn(MultivaluedMap<String, String> form) {
    Response answer = door.signIn(MediaType.TEXT_HTML, form);
    Matcher failed = FAILED.matcher(answer.getHeaderString(HttpHeaders.LOCATION));
    if (!failed.find()) {
      return kept.page(Response.Status.OK.getStatusCode())
          .map(page -> withCookies(page.response(), answer))
          .orElse(answer);
    }
    String seconds = failed.group(2);
    Response.Status status =
        seconds == null ? Response.Status.UNAUTHORIZED : Response.Status.TOO_MANY_REQUESTS;
    return kept.page(status.getStatusCode())
        .map(page ->
            page.with("failed", failed.group(1)).with("seconds", seconds).response())
        .map(page -> Response.fromResponse(withCookies(page, answer))
            .header(HttpHeaders.RETRY_AFTER, seconds)
            .build())
        .orElse(answer);
  }

  private static Response withCookies(Response page, Response answer) {
    Response.ResponseBuilder both = Response.fromResponse(page);
    Optional.ofNullable(answer.getHeaders().get(HttpHeaders.SET_COOKIE)).stream()
        .flatMap(Collection::stream)
        .forEach(cookie -> both.header(HttpHeaders.SET_COOKIE, cookie));
    return both.build();
  }
}
