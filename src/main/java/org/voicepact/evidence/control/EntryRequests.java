package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.voicepact.evidence.entity.EntryRequest;
import org.voicepact.evidence.entity.LogEntry;

/** In which requests the entries of the log were written. */
@Singleton
public class EntryRequests {

  private static final String BLANK_WAITING =
      "UPDATE audit_waiting SET request_id = NULL WHERE chain = ?1";
  private static final String BLANK_PLACED = "UPDATE audit_request SET request_id = NULL"
      + " WHERE entry_id IN (SELECT l.entry_id FROM audit_log l WHERE l.chain = ?1)";

  private final EntityManager entities;
  private final LogLock lock;

  @Inject
  public EntryRequests(EntityManager entities, LogLock lock) {
    this.entities = entities;
    this.lock = lock;
  }

  /**
   * The request ids of these entries by {@link LogEntry#entryId}. Entries that were written before there were any have
   * none, and neither have those of contracts whose personal data is erased.
   */
  @Transactional
  public Map<Long, String> of(List<LogEntry> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "SELECT r FROM EntryRequest r WHERE r.entryId IN :entries AND r.requestId IS NOT NULL",
            EntryRequest.class)
        .setParameter("entries", entries.stream().map(LogEntry::entryId).toList())
        .getResultStream()
        .collect(Collectors.toMap(EntryRequest::entryId, EntryRequest::requestId));
  }

  /** The entries with this request id in the order of the log, from a sequence on. */
  @Transactional
  public List<LogEntry> entries(String requestId, long fromSequence, int most) {
    return entities
        .createQuery(
            "SELECT l FROM LogEntry l JOIN FETCH l.entry, EntryRequest r"
                + " WHERE r.entryId = l.entry.id AND r.requestId = :request"
                + " AND l.sequence >= :from ORDER BY l.sequence",
            LogEntry.class)
        .setParameter("request", requestId)
        .setParameter("from", fromSequence)
        .setMaxResults(most)
        .getResultList();
  }

  /** Blanks the request ids of a contract's entries, as a part of the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void blank(String contractId) {
    // Else an id could be on its way from one table to the other.
    lock.acquire();
    entities.createNativeQuery(BLANK_WAITING).setParameter(1, contractId).executeUpdate();
    entities.createNativeQuery(BLANK_PLACED).setParameter(1, contractId).executeUpdate();
  }
}
