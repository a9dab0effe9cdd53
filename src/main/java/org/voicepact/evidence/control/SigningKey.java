package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.voicepact.evidence.entity.SignatureAlgorithm;

/** A private key of the server and what may be known of it. */
public sealed interface SigningKey permits Ed25519SigningKey, RsaPssSigningKey {

  SignatureAlgorithm algorithm();

  byte[] sign(byte[] message);

  /** The public key as a JWK (RFC 7517), with just the members that its thumbprint covers. */
  ObjectNode publicJwk();

  /** The public key as a DER-encoded SubjectPublicKeyInfo (RFC 5280). */
  byte[] publicKeyInfo();

  /** {@code kid}: the JWK thumbprint (RFC 7638) with SHA-256, base64url. */
  default String keyId() {
    try {
      byte[] thumbprint =
          MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(publicJwk()));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
