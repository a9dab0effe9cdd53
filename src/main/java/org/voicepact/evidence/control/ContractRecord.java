package org.voicepact.evidence.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.ContractHead;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.evidence.entity.SignedCheckpoint;

/**
 * All that the log has about a contract, up to a head that covers it.
 *
 * @param entries the whole chain of the contract
 * @param keys the whole chain of the signing keys up to the same head
 * @param asOf all that was answered with 2xx before then is in it
 */
public record ContractRecord(
    String log,
    String contractId,
    List<LogEntry> entries,
    List<LogEntry> keys,
    SignedCheckpoint checkpoint,
    Instant asOf) {

  private static final String VERSION = "version";
  private static final String STATUS = "status";
  private static final List<String> NEW_VERSION = List.of("contract.created", "contract.amended");

  /** The head that sums it up. */
  public ContractHead head() {
    return new ContractHead(
        log,
        contractId,
        last(entries),
        lastOf(
            entries.stream()
                .filter(entry -> NEW_VERSION.contains(entry.action()))
                .toList(),
            VERSION),
        lastOf(entries, STATUS),
        last(keys),
        checkpoint.size(),
        asOf);
  }

  private static LogEntry last(List<LogEntry> chain) {
    return chain.get(chain.size() - 1);
  }

  private static String lastOf(List<LogEntry> entries, String name) {
    return entries.stream()
        .map(entry -> entry.data(name))
        .flatMap(Optional::stream)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalStateException("the chain has no " + name));
  }

  /** The bytes of an entry that are a leaf of the log. */
  static String text(LogEntry entry) {
    return new String(CanonicalJson.bytes(entry.document()), StandardCharsets.UTF_8);
  }
}
