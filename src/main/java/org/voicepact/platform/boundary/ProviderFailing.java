package org.voicepact.platform.boundary;

/** A provider, or a proxy in front of it, is in trouble: it answered 5xx. */
public final class ProviderFailing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  public ProviderFailing(int status) {
    super("the provider answered " + status, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
