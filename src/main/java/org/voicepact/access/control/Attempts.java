package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import org.voicepact.access.entity.Attempt;

/** Counts tries in the database, so that all servers together count right. */
@Singleton
public class Attempts {

  private final EntityManager entities;

  @Inject
  public Attempts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The count of one thing, which nobody else can read or change until the transaction ends: who tries the same
   * at the same time waits. Of several counts that with the smaller subject must be locked first.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Attempt lock(String subject) {
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
