package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Sha256;

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
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.of(CanonicalJson.bytes(publicJwk())));
  }
}
