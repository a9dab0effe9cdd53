package org.voicepact.access.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.AdministeringOperators;
import org.voicepact.access.control.ChangingOwnPassword;
import org.voicepact.access.entity.Roles;
import org.voicepact.access.entity.SignedIn;
import org.voicepact.platform.boundary.ApiResponses;

/** What an operator sees and changes of the own account. */
@Path("api/v1/operators/me")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class OwnAccountResource {

  private final OperatorSession session;
  private final OperatorRequests requests;
  private final ChangingOwnPassword changing;
  private final SessionCookies cookies;
  private final AdministeringOperators administering;
  private final CurrentCaller current;

  @Inject
  public OwnAccountResource(
      OperatorSession session,
      OperatorRequests requests,
      ChangingOwnPassword changing,
      SessionCookies cookies,
      AdministeringOperators administering,
      CurrentCaller current) {
    this.session = session;
    this.requests = requests;
    this.changing = changing;
    this.cookies = cookies;
    this.administering = administering;
    this.current = current;
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(operationId = "ownAccount", summary = "The operator who is signed in")
  @APIResponse(
      responseCode = "200",
      description = "The operator",
      content = @Content(schema = @Schema(implementation = OperatorRepresentation.Oneself.class)))
  public OperatorRepresentation.Oneself read() {
    return OperatorRepresentation.Oneself.of(signedIn());
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      operationId = "changeOwnAccount",
      summary = "Change one’s own name for others, and the language of the console")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OperatorRequests.OwnDocument.class)))
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = OperatorRepresentation.class)))
  public OperatorRepresentation change(InputStream body) {
    return OperatorRepresentation.of(administering.change(
        signedIn().profile().name(), requests.readOwnChange(body), current.actor()));
  }

  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      operationId = "changeOwnPassword",
      summary = "Change one’s own password",
      description = "All sessions of the operator end, this one as well: sign in again.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = OperatorRequests.OwnPasswordDocument.class)))
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "409", ref = ApiResponses.CONFLICT)
  public Response changePassword(InputStream body) {
    SignedIn operator = signedIn();
    OperatorRequests.PasswordChange wanted =
        requests.readPasswordChange(body, operator.profile().name());
    changing.change(operator, wanted.old(), wanted.fresh());
    return Response.noContent().header(HttpHeaders.SET_COOKIE, cookies.ended()).build();
  }

  private SignedIn signedIn() {
    return session.signedIn().orElseThrow();
  }
}
