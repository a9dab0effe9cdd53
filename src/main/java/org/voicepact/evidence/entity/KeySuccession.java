package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/**
 * That a key is followed by another, signed with the one that is followed.
 *
 * @param keyId of the new key
 * @param publicKeyInfo of the new key, as a DER-encoded SubjectPublicKeyInfo
 * @param predecessor the id of the key that signs this
 */
public record KeySuccession(
    KeyPurpose purpose,
    String keyId,
    SignatureAlgorithm algorithm,
    byte[] publicKeyInfo,
    String predecessor) {

  private static final String TYPE = "voicepact/key-succession/1";

  /** To be signed in its canonical form. */
  public ObjectNode document() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", TYPE)
        .put("purpose", purpose.wire())
        .put("key_id", keyId)
        .put("algorithm", algorithm.wire())
        .put("public_key", Base64.getEncoder().encodeToString(publicKeyInfo))
        .put("predecessor", predecessor);
  }
}
