package org.voicepact.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.Sessions;
import org.voicepact.access.control.SigningInOperator;
import org.voicepact.access.control.SigningInOperator.Entry;
import org.voicepact.access.control.SigningInOperator.Try;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.ClientAddress;
import org.voicepact.platform.entity.AddressBlock;
import org.voicepact.platform.entity.TooManyRequests;

/** Takes the form by which people in the office sign in. */
@Path("console/sign-in")
@Singleton
@Tag(name = "Operators")
public class OperatorSignInResource {

  private final SigningInOperator signingIn;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final ClientAddress addresses;
  private final HttpServletRequest request;

  @Inject
  public OperatorSignInResource(
      SigningInOperator signingIn,
      Sessions sessions,
      SessionCookies cookies,
      ClientAddress addresses,
      HttpServletRequest request) {
    this.signingIn = signingIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.addresses = addresses;
    this.request = request;
  }

  /** The fields of the form. */
  @Schema(name = "OperatorSignInForm")
  private record Form(
      @Schema(required = true) String name,
      @Schema(required = true) String password,

      @Schema(description = "The page to go to, as /console/contracts")
      String next) {}

  @POST
  @PermitAll
  @OpensSession
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(
      operationId = "signInOperator",
      summary = "Sign in with name and password",
      description =
          "After five tries in a row that failed each further one has to wait, longer each time.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = Form.class)))
  @APIResponse(responseCode = "303", description = SeeOther.DESCRIPTION)
  @APIResponse(responseCode = "429", ref = ApiResponses.TOO_MANY_REQUESTS)
  public Response signIn(
      @HeaderParam(HttpHeaders.ACCEPT) @Parameter(hidden = true) String accept,
      MultivaluedMap<String, String> form) {
    String name = Optional.ofNullable(form.getFirst("name")).orElse("");
    String password = Optional.ofNullable(form.getFirst("password")).orElse("");
    Optional<String> next = SeeOther.ours(form.getFirst("next"));
    if (name.isBlank() || password.isEmpty()) {
      return failed("1", next);
    }
    String address = AddressBlock.of(addresses.of(request)).value();
    try {
      return signingIn
          .signIn(new Try(name, password, address, cookies.device(request)))
          .map(entry -> entered(entry, next))
          .orElseGet(() -> failed("1", next));
    } catch (TooManyRequests refusal) {
      if (SeeOther.isForPeople(accept)) {
        return failed("wait&seconds=" + refusal.retryAfterSeconds(), next);
      }
      throw refusal;
    }
  }

  private Response entered(Entry entry, Optional<String> next) {
    // What was open with this browser before is not left behind.
    cookies.session(request).ifPresent(sessions::end);
    // Where the answer becomes a page, that is the operator's already.
    sessions.find(entry.token()).ifPresent(operator -> OperatorSession.begin(request, operator));
    return SeeOther.page(next.orElse(SeeOther.CONSOLE))
        .header(HttpHeaders.SET_COOKIE, cookies.opened(entry.token()))
        .header(HttpHeaders.SET_COOKIE, cookies.known(entry.device()))
        .build();
  }

  private static Response failed(String how, Optional<String> next) {
    String onwards = next.map(page -> "&next=" + encoded(page)).orElse("");
    return SeeOther.page(SeeOther.CONSOLE + "?failed=" + how + onwards).build();
  }

  private static String encoded(String page) {
    return URLEncoder.encode(page, StandardCharsets.UTF_8);
  }
}
