package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.WireValue;

/**
 * What the server signs when a party answers, or does its part in carrying out a contract. It says that VoicePact
 * recorded that and how it came in; it never says that a person signed.
 *
 * @param partyCommitment see {@link org.voicepact.evidence.control.Commitments}
 * @param textCommitment the keyed digest of the text that was received, or of the party's own words, where there were
 *     any
 */
public record Statement(
    Type type,
    String contractId,
    int version,
    String contractHash,
    HashAlgorithm hashAlgorithm,
    String partyRole,
    String partyCommitment,
    Channel channel,
    Assurance assurance,
    Optional<String> messageId,
    Optional<String> textCommitment,
    Instant receivedAt,
    Particulars particulars) {

  private static final String SELLER = "seller";
  private static final String BUYER = "buyer";
  private static final String MEDIATOR = "mediator";

  /** What was recorded. */
  public enum Type implements WireValue {
    CONFIRMATION("confirmation"),
    DECLINE("decline"),
    /** The seller has delivered. */
    DELIVERY("delivery"),
    /** The buyer accepts a delivery. */
    ACCEPTANCE("acceptance"),
    /** Buyer or seller says that something is wrong. */
    DISPUTE("dispute"),
    /** The mediator decides a dispute. */
    RESOLUTION("resolution");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }

    /** Whether it is an answer to the question whether the party agrees. */
    public boolean isAnswer() {
      return this == CONFIRMATION || this == DECLINE;
    }

    /**
     * Whether a party of that role can do so.
     *
     * @param role as documents name it
     */
    public boolean mayBeBy(String role) {
      return switch (this) {
        case CONFIRMATION, DECLINE -> true;
        case DELIVERY -> role.equals(SELLER);
        case ACCEPTANCE -> role.equals(BUYER);
        case DISPUTE -> role.equals(SELLER) || role.equals(BUYER);
        case RESOLUTION -> role.equals(MEDIATOR);
      };
    }

    /** The name and version of the statement's form. */
    public String format() {
      return "voicepact/" + wire + "/1";
    }
  }

  /** The statement as a document, to be signed in its canonical form. */
  public ObjectNode document(String keyId) {
    ObjectNode document = JsonNodeFactory.instance
        .objectNode()
        .put("type", type.wire())
        .put("format", type.format())
        .put("contract_id", contractId)
        .put("version", Integer.toString(version))
        .put("contract_hash", contractHash)
        .put("hash_algorithm", hashAlgorithm.wire())
        .put("party_role", partyRole)
        .put("party_commitment", partyCommitment)
        .put("channel", channel.wire())
        .put("assurance", assurance.wire())
        .put("received_at", Json.time(receivedAt))
        .put("key_id", keyId);
    messageId.ifPresent(id -> document.put("message_id", id));
    particulars.each(document::put);
    textCommitment.ifPresent(commitment -> document.put("text_commitment", commitment));
    return document;
  }
}
