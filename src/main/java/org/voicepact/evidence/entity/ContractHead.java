package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.voicepact.platform.entity.Json;

/**
 * How far a contract has come, {@code voicepact/contract-head/1}: so that evidence whose end was cut off is seen.
 *
 * @param log the name of the log
 * @param end the last entry of the contract among the first {@code treeSize} of the log
 * @param version of the contract, as its entries have it
 * @param status of the contract, as its entries have it
 * @param lastKey the last entry of the chain of keys among them
 * @param time up to which all is there
 */
public record ContractHead(
    String log,
    String contractId,
    LogEntry end,
    String version,
    String status,
    LogEntry lastKey,
    long treeSize,
    Instant time) {

  private static final String TYPE = "voicepact/contract-head/1";

  /** As a document, to be signed in its canonical form. */
  public ObjectNode document(String keyId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", TYPE)
        .put("log", log)
        .put("contract_id", contractId)
        .put("entries", Integer.toString(end.number()))
        .put("last_entry", end.hexHash())
        .put("version", version)
        .put("status", status)
        .put("key_entries", Integer.toString(lastKey.number()))
        .put("last_key_entry", lastKey.hexHash())
        .put("tree_size", Long.toString(treeSize))
        .put("time", Json.time(time))
        .put("key_id", keyId);
  }
}
