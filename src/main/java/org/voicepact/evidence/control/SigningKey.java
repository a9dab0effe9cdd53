package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.voicepact.evidence.entity.SignatureAlgorithm;

/** A private key of the server and what may be known of it. */
public sealed interface SigningKey permits Ed25519SigningKey, RsaPssSigningKey {

  SignatureAlgorithm algorithm();

  byte[] sign(byte[] message);

  /** The public half. */
  VerifyingKey verifyingKey();

  /** The public key as a JWK (RFC 7517), with just the members that its thumbprint covers. */
  default ObjectNode publicJwk() {
    return verifyingKey().jwk();
  }

  /** The public key as a DER-encoded SubjectPublicKeyInfo (RFC 5280). */
  default byte[] publicKeyInfo() {
    return verifyingKey().publicKeyInfo();
  }

  /** {@code kid}: the JWK thumbprint (RFC 7638) with SHA-256, base64url. */
  default String keyId() {
    return verifyingKey().keyId();
  }
}
