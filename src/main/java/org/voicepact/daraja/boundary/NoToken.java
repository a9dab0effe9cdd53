package org.voicepact.daraja.boundary;

/** There is no token to call with, so that nothing was told to the provider. */
final class NoToken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoToken(String reason) {
    super(reason, null, false, false);
  }
}
