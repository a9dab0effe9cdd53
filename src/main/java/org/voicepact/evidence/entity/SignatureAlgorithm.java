package org.voicepact.evidence.entity;

import org.voicepact.platform.entity.WireValue;

/** How statements are signed; stored with each signature, so that a change leaves older ones valid. */
public enum SignatureAlgorithm implements WireValue {
  /** Ed25519 (RFC 8032). */
  ED25519("ed25519", "EdDSA"),
  /** RSASSA-PSS (RFC 8017) with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes. */
  RSA("rsa", "PS256");

  private final String wire;
  private final String jose;

  SignatureAlgorithm(String wire, String jose) {
    this.wire = wire;
    this.jose = jose;
  }

  @Override
  public String wire() {
    return wire;
  }

  /** The name of the algorithm in a JWK (RFC 7518, RFC 8037). */
  public String jose() {
    return jose;
  }
}
