package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.voicepact.evidence.entity.ContractHead;
import org.voicepact.evidence.entity.KeyPurpose;

/** Signs the heads of contracts. They are made when they are asked for and not kept. */
@Singleton
public class SigningHeads {

  private final PublishedKeys keys;

  @Inject
  public SigningHeads(PublishedKeys keys) {
    this.keys = keys;
  }

  /** The head as text with its signature, as docs/proof.md has it. */
  public ObjectNode sign(ContractHead head) {
    SigningKey key = keys.forSigning(KeyPurpose.CONTRACT_HEAD);
    byte[] bytes = CanonicalJson.bytes(head.document(key.keyId()));
    return JsonNodeFactory.instance
        .objectNode()
        .put("head", new String(bytes, StandardCharsets.UTF_8))
        .put("signature", Base64.getEncoder().encodeToString(key.sign(bytes)));
  }
}
