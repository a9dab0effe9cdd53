package org.voicepact.access.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voicepact.access.entity.Attempt;
import org.voicepact.platform.control.Pseudonyms;

/**
 * Counts tries in the database, so that all servers together count right. What was tried, as a number, is known by a
 * pseudonym: the counts hold the numbers of strangers, too.
 */
@Singleton
public class Attempts {

  private static final String PURPOSE = "attempt/1";

  private final EntityManager entities;
  private final Pseudonyms pseudonyms;

  @Inject
  public Attempts(EntityManager entities, Pseudonyms pseudonyms) {
    this.entities = entities;
    this.pseudonyms = pseudonyms;
  }

  /**
   * What is counted.
   *
   * @param kind of what is tried, at most 40 characters
   * @param tried which one of that kind
   */
  public record Tried(String kind, String tried) {}

  /**
   * The counts as they are, of those of which there is one, without waiting for those who change them. For a look alone:
   * what is done to them is not stored. Where they refuse a try already, nobody has to wait for {@link #lock} to be
   * refused, and a flood of tries costs little.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<Tried, Attempt> look(List<Tried> wanted) {
    Map<String, Tried> subjects = wanted.stream().collect(toMap(this::subject, identity()));
    return entities
        .createQuery("SELECT a FROM Attempt a WHERE a.subject IN :subjects", Attempt.class)
        .setParameter("subjects", subjects.keySet())
        .setHint("eclipselink.read-only", true)
        .getResultStream()
        .collect(toMap(attempt -> subjects.get(attempt.subject()), identity()));
  }

  /**
   * The counts, which nobody else can change until the transaction ends: who tries the same at the same time waits.
   *
   * @param looked what {@link #look} has found of them
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<Tried, Attempt> lock(List<Tried> wanted, Map<Tried, Attempt> looked) {
    Map<Tried, Attempt> locked = new LinkedHashMap<>();
    // Always in the same order, so that two tries never wait for each other.
    wanted.stream()
        .sorted(Comparator.comparing(Tried::kind))
        .forEach(each -> locked.put(each, lock(subject(each), looked.containsKey(each))));
    return locked;
  }

  /** One count, likewise. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Attempt lock(Tried tried) {
    return lock(subject(tried), false);
  }

  private Attempt lock(String subject, boolean isThere) {
    Attempt locked = isThere ? find(subject) : null;
    while (locked == null) {
      insertIfMissing(subject);
      // It may have been forgotten in between.
      locked = find(subject);
    }
    return locked;
  }

  private Attempt find(String subject) {
    return entities.find(Attempt.class, subject, LockModeType.PESSIMISTIC_WRITE);
  }

  private String subject(Tried each) {
    return each.kind() + " " + pseudonyms.of(PURPOSE, each.tried());
  }

  /** A new count is over, whatever the time of the try that it is made for: else its first try would not be counted. */
  private void insertIfMissing(String subject) {
    entities
        .createNativeQuery("INSERT INTO attempt (subject, count, window_ends_at)"
            + " VALUES (?1, 0, ?2) ON CONFLICT DO NOTHING")
        .setParameter(1, subject)
        .setParameter(2, Timestamp.from(Instant.EPOCH))
        .executeUpdate();
  }

  /** Forgets the counts whose window was over at this time. */
  @Transactional
  public void forgetBefore(Instant time) {
    entities
        .createQuery("DELETE FROM Attempt a WHERE a.windowEndsAt < :time")
        .setParameter("time", time)
        .executeUpdate();
  }
}
