package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/**
 * What a key signs about the one that comes after it, {@code voicepact/key-succession/1}: who trusts the one may trust the
 * other.
 *
 * @param keyId of the new key
 * @param publicKey of the new key, a DER-encoded SubjectPublicKeyInfo
 * @param predecessor the id of the key that signs
 */
public record Succession(
    KeyPurpose purpose,
    String keyId,
    SignatureAlgorithm algorithm,
    byte[] publicKey,
    String predecessor) {

  private static final String TYPE = "voicepact/key-succession/1";

  /** As a document, to be signed in its canonical form. */
  public ObjectNode document() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", TYPE)
        .put("purpose", purpose.wire())
        .put("key_id", keyId)
        .put("algorithm", algorithm.wire())
        .put("public_key", Base64.getEncoder().encodeToString(publicKey))
        .put("predecessor", predecessor);
  }
}
