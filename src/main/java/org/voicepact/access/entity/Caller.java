package org.voicepact.access.entity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Who makes a request, as far as it has proved that.
 *
 * @param id of the key or the operator, or the subject of the token; the word {@code anonymous} for all who presented nothing
 * @param scopes what the credential is good for
 * @param roles what this caller may do here, by the scopes and by the mode of the installation
 * @param phone the number that a party has proved
 * @param claims of the token (RFC 7519), where there is one
 */
public record Caller(
    Kind kind,
    String id,
    Set<Scope> scopes,
    Set<String> roles,
    Optional<PhoneNumber> phone,
    Map<String, Object> claims) {

  /** How the caller is known. */
  public enum Kind {
    ANONYMOUS,
    /** The holder of an API key, or of a token that was made with it. */
    KEY,
    /** The holder of another token. */
    TOKEN,
    /** A token that a party got for its own number. */
    PARTY,
    /** Somebody in the office who is signed in with a browser. */
    OPERATOR
  }

  private static final String ANONYMOUS_ID = "anonymous";

  public static Caller anonymous(Set<String> roles) {
    return new Caller(Kind.ANONYMOUS, ANONYMOUS_ID, Set.of(), roles, Optional.empty(), Map.of());
  }

  public static Caller operator(SignedIn operator) {
    return new Caller(
        Kind.OPERATOR,
        operator.id(),
        Set.of(),
        operator.profile().role().roles(),
        Optional.empty(),
        Map.of());
  }

  public boolean isAnonymous() {
    return kind == Kind.ANONYMOUS;
  }

  /** Whether the caller may act for the office, in nobody's name but its own. */
  public boolean isOffice() {
    return may(Roles.ADMIN) || kind == Kind.OPERATOR && may(Roles.WRITE);
  }

  public boolean may(String role) {
    return roles.contains(role);
  }

  /** Without claims, among which the token is, so that none gets into a log by accident. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
