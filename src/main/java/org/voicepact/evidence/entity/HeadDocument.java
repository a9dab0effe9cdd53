package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * The head of a contract: how far it has come among the first entries of the log.
 *
 * @param log the name of the log
 * @param entries how many entries the contract's chain has
 * @param lastEntry the hash of the last of them, in hex
 * @param keyEntries how many entries the chain {@code keys} has
 * @param lastKeyEntry the hash of the last of them, in hex
 * @param treeSize how many entries of the log it looks at
 * @param keyId of the key that signed it
 */
public record HeadDocument(
    String log,
    String contractId,
    long entries,
    String lastEntry,
    long version,
    String status,
    long keyEntries,
    String lastKeyEntry,
    long treeSize,
    Instant time,
    String keyId) {

  private static final String TYPE = "voicepact/contract-head/1";

  /**
   * @throws NotThisFormat where it is no head of a contract
   */
  public static HeadDocument of(ObjectNode document) {
    Members members = Members.of(document);
    members.literal("type", TYPE);
    HeadDocument head = new HeadDocument(
        members.text("log"),
        members.text("contract_id"),
        members.number("entries"),
        members.hash("last_entry"),
        members.number("version"),
        members.text("status"),
        members.number("key_entries"),
        members.hash("last_key_entry"),
        members.number("tree_size"),
        members.time("time"),
        members.text("key_id"));
    members.end();
    return head;
  }
}
