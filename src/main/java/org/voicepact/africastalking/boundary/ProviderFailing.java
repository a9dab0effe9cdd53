package org.voicepact.africastalking.boundary;

/** The provider, or a proxy in front of it, answered 5xx. */
final class ProviderFailing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  ProviderFailing(int status) {
    super("the provider answered " + status, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
