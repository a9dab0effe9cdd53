package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.voicepact.evidence.entity.SignatureAlgorithm;

/** The public half of an Ed25519 key (RFC 8032). */
public final class Ed25519VerifyingKey implements VerifyingKey {

  /** All that RFC 8410 puts before the 32 bytes of the key. */
  private static final byte[] BEFORE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

  private final byte[] publicKey;

  private Ed25519VerifyingKey(byte[] publicKey) {
    // A key of small order would verify signatures that nobody made.
    if (publicKey.length != Ed25519.PUBLIC_KEY_SIZE
        || !Ed25519.validatePublicKeyFull(publicKey, 0)) {
      throw new IllegalArgumentException("this is no public key of Ed25519");
    }
    this.publicKey = publicKey;
  }

  /**
   * @param publicKey 32 bytes, as RFC 8032 has it
   * @throws IllegalArgumentException where they are no key
   */
  public static Ed25519VerifyingKey of(byte[] publicKey) {
    return new Ed25519VerifyingKey(publicKey.clone());
  }

  static Ed25519VerifyingKey ofInfo(byte[] publicKeyInfo) {
    if (!Arrays.equals(
        BEFORE_KEY,
        Arrays.copyOf(publicKeyInfo, Math.min(BEFORE_KEY.length, publicKeyInfo.length)))) {
      throw new IllegalArgumentException("this is no SubjectPublicKeyInfo of Ed25519");
    }
    return new Ed25519VerifyingKey(
        Arrays.copyOfRange(publicKeyInfo, BEFORE_KEY.length, publicKeyInfo.length));
  }

  static Ed25519VerifyingKey ofJwk(JsonNode jwk) {
    return new Ed25519VerifyingKey(Base64.getUrlDecoder().decode(jwk.path("x").asText()));
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.ED25519;
  }

  /** 32 bytes, as RFC 8032 has it. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public boolean verifies(byte[] message, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }

  @Override
  public ObjectNode jwk() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey));
  }

  @Override
  public byte[] publicKeyInfo() {
    byte[] info = Arrays.copyOf(BEFORE_KEY, BEFORE_KEY.length + publicKey.length);
    System.arraycopy(publicKey, 0, info, BEFORE_KEY.length, publicKey.length);
    return info;
  }
}
