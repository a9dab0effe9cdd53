package org.voicepact.access.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** A caller who may not do what it asks for, or has not shown that it may. */
public final class AccessRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  private AccessRefusal(Kind kind, String message) {
    super(kind, message, List.of());
  }

  public static AccessRefusal credentialNeeded() {
    return new AccessRefusal(
        Kind.UNAUTHENTICATED, "This needs a credential: an API key or a token");
  }

  public static AccessRefusal tokenNeeded() {
    return new AccessRefusal(
        Kind.UNAUTHENTICATED,
        "This needs a token; POST /api/v1/auth/token exchanges an API key for one");
  }

  /** One message for every fault of a token, so that nobody learns which one it was. */
  public static AccessRefusal invalidToken() {
    return new AccessRefusal(Kind.UNAUTHENTICATED, "Invalid token");
  }

  /** Where the issuer whose keys are needed does not answer. */
  public static AccessRefusal keysUnavailable() {
    return new AccessRefusal(
        Kind.UNAVAILABLE, "The keys of this token's issuer cannot be read at present");
  }

  public static AccessRefusal unknownScheme() {
    return new AccessRefusal(
        Kind.UNAUTHENTICATED,
        "Authorization must be Bearer and a token; other schemes are not read");
  }

  public static AccessRefusal tokensAreOff() {
    return new AccessRefusal(
        Kind.UNAUTHENTICATED, "This server takes no tokens; send an API key in X-API-Key");
  }

  public static AccessRefusal invalidKey() {
    return new AccessRefusal(Kind.FORBIDDEN, "Invalid API key");
  }

  public static AccessRefusal scopeTooNarrow() {
    return new AccessRefusal(Kind.FORBIDDEN, "The scope of this credential does not allow it");
  }

  public static AccessRefusal roleTooNarrow() {
    return new AccessRefusal(Kind.FORBIDDEN, "The role of this operator does not allow it");
  }

  public static AccessRefusal severalCredentials() {
    return new AccessRefusal(
        Kind.UNREADABLE, "One credential at a time: X-API-Key or Authorization, and once");
  }

  /** Where a browser sends its cookie along and the page did not say that it is one of ours. */
  public static AccessRefusal csrfTokenNeeded() {
    return new AccessRefusal(
        Kind.FORBIDDEN,
        "A request by cookie that changes something needs X-CSRF-Token, or the form field csrf");
  }

  public static AccessRefusal invalidCode() {
    return new AccessRefusal(Kind.FORBIDDEN, "Invalid code");
  }

  public static AccessRefusal otherNumber() {
    return new AccessRefusal(Kind.FORBIDDEN, "The token is for another phone number");
  }
}
