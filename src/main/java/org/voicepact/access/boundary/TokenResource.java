package org.voicepact.access.boundary;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.access.control.AccessSettings;
import org.voicepact.access.control.IssuingToken;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Roles;
import org.voicepact.access.entity.Scope;
import org.voicepact.platform.boundary.ApiResponses;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.WireValue;

/** Exchanges an API key for a token. */
@Path("api/v1/auth/token")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class TokenResource {

  private static final int LONGEST_SCOPE = 200;

  private final AccessSettings settings;
  private final IssuingToken issuing;
  private final CurrentCaller current;

  @Inject
  public TokenResource(AccessSettings settings, IssuingToken issuing, CurrentCaller current) {
    this.settings = settings;
    this.issuing = issuing;
    this.current = current;
  }

  /** The form of the body. */
  @Schema(name = "TokenRequest")
  private record TokenRequest(
      @Schema(
          description = "Some of the key's scopes, separated by blanks; all where none is named",
          examples = "contracts:read")
      String scope) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.KEY_HOLDER)
  @Operation(
      operationId = "exchangeKey",
      summary = "Exchange the API key in X-API-Key for a token",
      description = "The token ends with the key.")
  @RequestBody(content = @Content(schema = @Schema(implementation = TokenRequest.class)))
  @APIResponse(
      responseCode = "200",
      description = "A token, as RFC 6749 (5.1) has it",
      content = @Content(schema = @Schema(implementation = TokenRepresentation.class)))
  @APIResponse(responseCode = "403", ref = ApiResponses.FORBIDDEN)
  public TokenRepresentation exchange(InputStream body) {
    Caller holder = current.get();
    if (!settings.takesTokens()) {
      throw AccessRefusal.tokensAreOff();
    }
    Set<Scope> wanted = scopes(body).orElse(holder.scopes());
    if (!holder.scopes().containsAll(wanted)) {
      throw AccessRefusal.scopeTooNarrow();
    }
    return TokenRepresentation.of(issuing.forKey(holder, wanted));
  }

  private static Optional<Set<Scope>> scopes(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of("scope"));
    Optional<String> list = fields.text("scope", LONGEST_SCOPE);
    Optional<Set<Scope>> scopes = list.flatMap(Scope::parse);
    if (fields.has("scope") && scopes.isEmpty()) {
      fields.refuseOnce(
          "scope", "must be scopes separated by blanks, out of: " + WireValue.allowed(Scope.class));
    }
    fields.check();
    return scopes;
  }

  /** A token as RFC 6749, 5.1 hands it out. */
  @Schema(name = "Token")
  @JsonNaming(SnakeCaseStrategy.class)
  record TokenRepresentation(
      @Schema(required = true) String accessToken,
      @Schema(required = true, examples = "Bearer") String tokenType,
      @Schema(required = true, description = "In seconds") long expiresIn,

      @Schema(required = true, examples = "contracts:read contracts:write")
      String scope) {

    static TokenRepresentation of(IssuingToken.Issued issued) {
      return new TokenRepresentation(
          issued.token(), "Bearer", issued.lifetime().toSeconds(), issued.scope());
    }
  }
}
