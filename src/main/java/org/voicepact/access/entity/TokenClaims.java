package org.voicepact.access.entity;

/** The names of the claims that tokens are read for, beside the registered ones of RFC 7519. */
public final class TokenClaims {

  /** MicroProfile JWT: the name of the caller. */
  public static final String USER_PRINCIPAL_NAME = "upn";

  /** MicroProfile JWT: what the caller may do. */
  public static final String GROUPS = "groups";

  /** RFC 8693: the same as a text, separated by blanks. */
  public static final String SCOPE = "scope";

  /** The API key that the token was made with. */
  public static final String KEY_ID = "key_id";

  /** MicroProfile JWT: the token itself. */
  public static final String RAW_TOKEN = "raw_token";

  /** OpenID Connect: the number of a party, in E.164. */
  public static final String PHONE_NUMBER = "phone_number";

  private TokenClaims() {}
}
