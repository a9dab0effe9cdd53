package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.evidence.entity.SignedCheckpoint;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.control.QueryConditions;

/** Reads the log. */
@Singleton
public class ReadingLog {

  private final EntityManager entities;
  private final LogChains chains;
  private final WritingLog writing;
  private final Checkpoints checkpoints;
  private final LogLock lock;
  private final Clock clock;

  @Inject
  public ReadingLog(
      EntityManager entities,
      LogChains chains,
      WritingLog writing,
      Checkpoints checkpoints,
      LogLock lock,
      Clock clock) {
    this.entities = entities;
    this.chains = chains;
    this.writing = writing;
    this.checkpoints = checkpoints;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * All about a contract that was committed before the call; what waits is placed, and a head is signed, where that is
   * needed. Each of these has a transaction of its own, so the caller must have none: it would keep one connection while
   * it waits for another.
   *
   * @return empty where the log has nothing about it: there is no such contract, or it is older than the log
   */
  @Transactional(Transactional.TxType.NEVER)
  public Optional<ContractRecord> about(String contractId) {
    Instant asOf = clock.instant();
    placeWaiting(contractId);
    SignedCheckpoint checkpoint = covering(contractId);
    List<LogEntry> entries = chains.entries(contractId, checkpoint.size());
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContractRecord(
            lock.logName(),
            contractId,
            entries,
            chains.entries(Subject.KEYS, checkpoint.size()),
            checkpoint,
            asOf));
  }

  private void placeWaiting(String contractId) {
    int placed = WritingLog.AT_ONCE;
    while (placed == WritingLog.AT_ONCE && writing.isBehind(contractId, Subject.KEYS)) {
      placed = writing.writeSome();
    }
  }

  private SignedCheckpoint covering(String contractId) {
    long needed = Math.max(chains.end(contractId), chains.end(Subject.KEYS));
    return checkpoints.last().filter(last -> last.size() >= needed).orElseGet(checkpoints::sign);
  }

  /** The last signed head; the first one is signed here, where the log is so young that it has none. */
  public SignedCheckpoint head() {
    return checkpoints.last().orElseGet(() -> {
      writing.writeSome();
      return checkpoints.sign();
    });
  }

  /**
   * Which entries are looked for; what is empty lets all through.
   *
   * @param subject what they tell of, as the id of a contract
   * @param action or the beginning of it, as {@code party.}
   */
  public record Search(Optional<String> subject, Optional<String> action, Optional<String> actor) {

    /** Whether no entry is left out. */
    public boolean isForAll() {
      return subject.isEmpty() && action.isEmpty() && actor.isEmpty();
    }
  }

  /** The entries that fit before a place of the log, the last first. */
  @Transactional
  public List<LogEntry> before(long sequence, Search search, int most) {
    return found(search, "l.sequence < :place", sequence, "DESC", most);
  }

  /** The entries that fit from a place of the log on, in their order. */
  @Transactional
  public List<LogEntry> from(long sequence, Search search, int most) {
    return found(search, "l.sequence >= :place", sequence, "ASC", most);
  }

  private List<LogEntry> found(Search search, String where, long place, String order, int most) {
    QueryConditions matching = new QueryConditions();
    matching.add(where, "place", place);
    search.subject().ifPresent(it -> matching.add("e.subject = :subject", "subject", it));
    search.actor().ifPresent(it -> matching.add("e.actor = :actor", "actor", it));
    search
        .action()
        .ifPresent(it -> matching.add(
            "e.action LIKE :action ESCAPE '!'", "action", it.replaceAll("[!%_]", "!$0") + "%"));
    return matching
        .apply(entities.createQuery(
            "SELECT l FROM LogEntry l JOIN FETCH l.entry e" + matching.where()
                + " ORDER BY l.sequence " + order,
            LogEntry.class))
        .setMaxResults(most)
        .getResultList();
  }

  /** How many entries have a place. */
  @Transactional
  public long size() {
    return entities
        .createQuery("SELECT COALESCE(MAX(l.sequence), 0) FROM LogEntry l", Long.class)
        .getSingleResult();
  }

  /** Entries in their order, from a sequence on. */
  @Transactional
  public List<LogEntry> from(long sequence, int most) {
    return entities
        .createQuery(
            "SELECT l FROM LogEntry l JOIN FETCH l.entry WHERE l.sequence >= :from ORDER BY l.sequence",
            LogEntry.class)
        .setParameter("from", sequence)
        .setMaxResults(most)
        .getResultList();
  }
}
