package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Sha256;

/** A public key, with which signatures are checked. */
public sealed interface VerifyingKey permits Ed25519VerifyingKey, RsaPssVerifyingKey {

  SignatureAlgorithm algorithm();

  /** Whether this key made the signature; one that is misshapen is just not good. */
  boolean verifies(byte[] message, byte[] signature);

  /** The key as a JWK (RFC 7517), with just the members that its thumbprint covers. */
  ObjectNode jwk();

  /** The key as a DER-encoded SubjectPublicKeyInfo (RFC 5280). */
  byte[] publicKeyInfo();

  /** {@code kid}: the JWK thumbprint (RFC 7638) with SHA-256, base64url. */
  default String keyId() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Sha256.of(CanonicalJson.bytes(jwk())));
  }

  /**
   * @param publicKeyInfo a DER-encoded SubjectPublicKeyInfo, in the one encoding that it has
   * @throws IllegalArgumentException where this is no key of the algorithm, or one that is too weak
   */
  static VerifyingKey of(SignatureAlgorithm algorithm, byte[] publicKeyInfo) {
    return switch (algorithm) {
      case ED25519 -> Ed25519VerifyingKey.ofInfo(publicKeyInfo);
      case RSA -> RsaPssVerifyingKey.ofInfo(publicKeyInfo);
    };
  }

  /**
   * @param jwk a public key; members beside those that the thumbprint covers are not looked at
   * @throws IllegalArgumentException where this is no key of a known algorithm, or one that is too weak
   */
  static VerifyingKey ofJwk(JsonNode jwk) {
    VerifyingKey key = switch (jwk.path("kty").asText()) {
      case "OKP" -> Ed25519VerifyingKey.ofJwk(jwk);
      case "RSA" -> RsaPssVerifyingKey.ofJwk(jwk);
      default -> throw new IllegalArgumentException("a JWK of an unknown kind");
    };
    boolean spelledAsItMust = key.jwk().properties().stream()
        .allMatch(member -> member.getValue().equals(jwk.get(member.getKey())));
    if (!spelledAsItMust) {
      throw new IllegalArgumentException("a JWK that is not spelled as it must be");
    }
    return key;
  }
}
