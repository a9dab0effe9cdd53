package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A statement as it stands in a proof.
 *
 * @param contractHash of the version that it is about, in hex
 * @param partyCommitment in hex
 * @param keyId of the key that signed it
 */
public record StatementDocument(
    Statement.Type type,
    String contractId,
    long version,
    String contractHash,
    HashAlgorithm hashAlgorithm,
    String partyRole,
    String partyCommitment,
    String channel,
    String assurance,
    Instant receivedAt,
    String keyId,
    Particulars particulars) {

  /**
   * @throws NotThisFormat where it is no statement
   */
  public static StatementDocument of(ObjectNode document) {
    Members members = Members.of(document);
    Statement.Type type = members.wire("type", Statement.Type.class);
    members.literal("format", type.format());
    StatementDocument statement = new StatementDocument(
        type,
        members.text("contract_id"),
        members.number("version"),
        members.hash("contract_hash"),
        members.wire("hash_algorithm", HashAlgorithm.class),
        members.text("party_role"),
        members.hash("party_commitment"),
        members.text("channel"),
        members.text("assurance"),
        members.time("received_at"),
        members.text("key_id"),
        Particulars.read(type, members));
    members.optionalText("message_id");
    members.optionalText("text_commitment").ifPresent(text -> members.hash("text_commitment"));
    members.end();
    return statement;
  }
}
