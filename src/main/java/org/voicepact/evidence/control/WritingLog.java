package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.voicepact.evidence.entity.AuditEntry;
import org.voicepact.evidence.entity.GrowingTree;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.evidence.entity.MerklePlan;
import org.voicepact.evidence.entity.MerklePlan.Subtree;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.Place;

/**
 * Gives the entries of the audit trail their places in the log. One server at a time does so, for many entries at once;
 * those who add entries never wait for it.
 */
@Singleton
public class WritingLog {

  /** In one transaction. */
  static final int AT_ONCE = 500;

  private static final String WAITING =
      "SELECT e.* FROM audit_waiting w JOIN audit_entry e ON e.id = w.entry_id"
          + " ORDER BY w.entry_id FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY";

  /** By one pass over the index, however long the chains are. */
  private static final String ENDS = "SELECT l.* FROM audit_log l JOIN"
      + " (SELECT chain, MAX(number) AS last FROM audit_log WHERE chain IN (%s) GROUP BY chain) e"
      + " ON l.chain = e.chain AND l.number = e.last";

  private final EntityManager entities;
  private final LogTree tree;
  private final LogLock lock;

  @Inject
  public WritingLog(EntityManager entities, LogTree tree, LogLock lock) {
    this.entities = entities;
    this.tree = tree;
    this.lock = lock;
  }

  /** Whether entries wait for their places. */
  @Transactional
  public boolean isBehind() {
    return isFound(entities.createNativeQuery(
        "SELECT entry_id FROM audit_waiting ORDER BY entry_id FETCH FIRST 1 ROWS ONLY"));
  }

  /** Whether entries of one of these chains wait for their places. */
  @Transactional
  public boolean isBehind(String chain, String other) {
    return isFound(entities
        .createNativeQuery(
            "SELECT entry_id FROM audit_waiting WHERE chain IN (?1, ?2) FETCH FIRST 1 ROWS ONLY")
        .setParameter(1, chain)
        .setParameter(2, other));
  }

  private static boolean isFound(Query query) {
    return !query.getResultList().isEmpty();
  }

  /**
   * Places entries that wait, the oldest first, at most {@link #AT_ONCE}. In its own transaction, so that what is
   * placed is seen by everybody when it returns.
   *
   * @return how many were placed
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int writeSome() {
    long size = lock.acquire();
    @SuppressWarnings("unchecked")
    List<AuditEntry> waiting =
        entities.createNativeQuery(WAITING, AuditEntry.class).getResultList();
    if (waiting.isEmpty()) {
      return 0;
    }
    Map<String, LogEntry> ends = ends(waiting);
    List<Subtree> peaks = MerklePlan.peaks(size);
    GrowingTree growing = new GrowingTree(peaks, tree.hashes(peaks));
    for (AuditEntry entry : waiting) {
      Optional<Place> place = entry.chain().map(chain -> place(chain, ends.get(chain)));
      LogEntry placed = placed(++size, entry, place);
      entities.persist(placed);
      growing.add(placed.hash()).forEach(entities::persist);
      entry.chain().ifPresent(chain -> ends.put(chain, placed));
    }
    entities.flush();
    settle(waiting);
    return waiting.size();
  }

  private static Place place(String chain, LogEntry end) {
    return end == null ? Place.first(chain) : end.next();
  }

  private static LogEntry placed(long sequence, AuditEntry entry, Optional<Place> place) {
    byte[] leaf = CanonicalJson.bytes(entry.document(sequence, place));
    return new LogEntry(sequence, entry, place, MerkleTree.leafHash(leaf));
  }

  /** The last entries of the chains that go on, by chain. */
  private Map<String, LogEntry> ends(List<AuditEntry> waiting) {
    List<String> chains = waiting.stream()
        .map(entry -> entry.chain().orElse(null))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
    if (chains.isEmpty()) {
      return new HashMap<>();
    }
    String places = IntStream.rangeClosed(1, chains.size())
        .mapToObj(i -> "?" + i)
        .collect(Collectors.joining(", "));
    Query query = entities.createNativeQuery(ENDS.formatted(places), LogEntry.class);
    for (int i = 0; i < chains.size(); i++) {
      query.setParameter(i + 1, chains.get(i));
    }
    Map<String, LogEntry> ends = new HashMap<>();
    for (Object end : query.getResultList()) {
      ends.put(((LogEntry) end).next().chain(), (LogEntry) end);
    }
    return ends;
  }

  /** Their request ids go where they are looked up, and they wait no longer. */
  private void settle(List<AuditEntry> placed) {
    String ids = placed.stream()
        .map(entry -> Long.toString(entry.id()))
        .collect(Collectors.joining(", ", "(", ")"));
    entities
        .createNativeQuery("INSERT INTO audit_request (entry_id, request_id)"
            + " SELECT entry_id, request_id FROM audit_waiting"
            + " WHERE request_id IS NOT NULL AND entry_id IN " + ids)
        .executeUpdate();
    entities
        .createNativeQuery("DELETE FROM audit_waiting WHERE entry_id IN " + ids)
        .executeUpdate();
  }
}
