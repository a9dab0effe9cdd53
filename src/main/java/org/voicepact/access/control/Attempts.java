package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
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
   * The count of one thing, which nobody else can read or change until the transaction ends: who tries the same
   * at the same time waits. Of several counts that of the kind that comes first in the alphabet must be locked first.
   *
   * @param kind of what is tried, at most 40 characters
   * @param tried which one of that kind
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Attempt lock(String kind, String tried) {
    String subject = kind + " " + pseudonyms.of(PURPOSE, tried);
    Attempt locked = null;
    while (locked == null) {
      insertIfMissing(subject);
      // It may have been forgotten in between.
      locked = entities.find(Attempt.class, subject, LockModeType.PESSIMISTIC_WRITE);
    }
    return locked;
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
