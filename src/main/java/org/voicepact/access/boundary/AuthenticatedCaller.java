package org.voicepact.access.boundary;

import jakarta.json.Json;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.TokenClaims;

/**
 * The caller as requests and sockets tell it. It is a {@link JsonWebToken} whatever was presented; without a token its only claims
 * are the name and the groups, and it is not injected.
 */
public final class AuthenticatedCaller extends CallerPrincipal implements JsonWebToken {

  private static final long serialVersionUID = 1L;

  private final transient Caller caller;
  private final transient Supplier<Caller> again;

  /**
   * @param again finds out once more who it is, by the same credential and without the request; fails with a refusal
   *     where the credential counts no longer
   */
  AuthenticatedCaller(Caller caller, Supplier<Caller> again) {
    super(caller.id());
    this.caller = caller;
    this.again = again;
  }

  Supplier<Caller> again() {
    return again;
  }

  Caller caller() {
    return caller;
  }

  @Override
  public Set<String> getClaimNames() {
    Set<String> names = new HashSet<>(caller.claims().keySet());
    names.add(TokenClaims.USER_PRINCIPAL_NAME);
    names.add(TokenClaims.GROUPS);
    return names;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T getClaim(String name) {
    return (T) valueOf(name);
  }

  /** In seconds since 1970; 0 where there is no token. */
  @Override
  public long getExpirationTime() {
    return seconds(Claims.exp);
  }

  /** In seconds since 1970; 0 where there is no token, or where it does not say. */
  @Override
  public long getIssuedAtTime() {
    return seconds(Claims.iat);
  }

  private long seconds(Claims claim) {
    return valueOf(claim.name()) instanceof Long seconds ? seconds : 0;
  }

  /** In the types that MicroProfile JWT asks for: sets of texts, seconds since 1970, JSON arrays. */
  private Object valueOf(String name) {
    if (name.equals(TokenClaims.USER_PRINCIPAL_NAME)) {
      return getName();
    }
    if (name.equals(TokenClaims.GROUPS)) {
      return caller.roles();
    }
    Object value = caller.claims().get(name);
    if (value instanceof Date time) {
      return time.getTime() / 1000;
    }
    if (value instanceof List<?> list) {
      return name.equals(Claims.aud.name())
          ? Set.copyOf(list)
          : Json.createArrayBuilder(list).build();
    }
    return value instanceof Map<?, ?> map
        ? Json.createObjectBuilder(textKeys(map)).build()
        : value;
  }

  private static Map<String, Object> textKeys(Map<?, ?> map) {
    @SuppressWarnings("unchecked")
    Map<String, Object> keyed = (Map<String, Object>) map;
    return keyed;
  }
}
