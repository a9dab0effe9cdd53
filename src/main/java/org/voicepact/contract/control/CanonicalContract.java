package org.voicepact.contract.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Terms;
import org.voicepact.contract.entity.Transcript;
import org.voicepact.evidence.control.CanonicalJson;
import org.voicepact.platform.entity.Json;

/** The canonical form of a contract, {@code voicepact/contract/1}: what the hash covers. docs/evidence.md has its grammar. */
public final class CanonicalContract {

  private static final String FORMAT = "voicepact/contract/1";

  private CanonicalContract() {}

  /** The bytes of the contract's current version with these terms. */
  public static byte[] bytes(Contract contract, Terms terms, Optional<Transcript> transcript) {
    ObjectNode document = JsonNodeFactory.instance
        .objectNode()
        .put("format", FORMAT)
        .put("contract_id", contract.id().value())
        .put("version", Integer.toString(contract.version()))
        .put("contract_type", contract.type().wire())
        .put("currency", terms.currency().getCurrencyCode())
        .put("created_at", Json.time(contract.createdAt()))
        .put("expires_at", Json.time(contract.expiresAt()));
    document.set("terms", terms.canonical());
    transcript.ifPresent(words -> document.put("transcript_commitment", words.commitment()));
    ArrayNode parties = document.putArray("parties");
    for (Party party : contract.parties()) {
      parties.addObject().put("role", party.role().wire()).put("commitment", party.commitment());
    }
    return CanonicalJson.bytes(document);
  }
}
