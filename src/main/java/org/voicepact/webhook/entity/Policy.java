package org.voicepact.webhook.entity;

import org.voicepact.platform.entity.WireValue;

/** How the calls of one route are checked; there is no falling back from one to a weaker one. */
public enum Policy implements WireValue {
  HMAC("hmac", true, false),
  TOKEN("token", false, true),
  HMAC_AND_TOKEN("hmac+token", true, true),
  /** Nothing is set: only a call from this very machine, and not in production. */
  LOOPBACK("loopback", false, false);

  private final String wire;
  private final boolean needsSignature;
  private final boolean needsToken;

  Policy(String wire, boolean needsSignature, boolean needsToken) {
    this.wire = wire;
    this.needsSignature = needsSignature;
    this.needsToken = needsToken;
  }

  @Override
  public String wire() {
    return wire;
  }

  public boolean needsSignature() {
    return needsSignature;
  }

  public boolean needsToken() {
    return needsToken;
  }
}
