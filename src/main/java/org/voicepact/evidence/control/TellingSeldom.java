package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Keeps what comes often, or what strangers can repeat at will, from filling the audit trail: it is told once an hour. */
@Singleton
public class TellingSeldom {

  private static final Duration PAUSE = Duration.ofHours(1);

  private final EntityManager entities;

  @Inject
  public TellingSeldom(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Counts that something came.
   *
   * @param subject what came; at most 200 characters
   * @return empty where it was told less than an hour ago; else how often it came untold before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public OptionalLong turn(String subject, Instant now) {
    return isCounted(subject, now) ? OptionalLong.empty() : turn(subject, 1, now);
  }

  /** The way of nearly all of them, in one statement. */
  private boolean isCounted(String subject, Instant now) {
    return entities
            .createNativeQuery(
                "UPDATE audit_turn SET untold = untold + 1 WHERE subject = ?1 AND told_at > ?2")
            .setParameter(1, subject)
            .setParameter(2, Timestamp.from(now.minus(PAUSE)))
            .executeUpdate()
        > 0;
  }

  /** Likewise for what may be told {@code most} times an hour. */
  @Transactional(Transactional.TxType.MANDATORY)
  public OptionalLong turn(String subject, int most, Instant now) {
    Row row = locked(subject);
    if (now.isBefore(row.toldAt().plus(PAUSE))) {
      write(subject, row.toldAt(), row.count() + 1);
      return row.count() < most - 1 ? OptionalLong.of(0) : OptionalLong.empty();
    }
    write(subject, now, 0);
    return OptionalLong.of(Math.max(0, row.count() - (most - 1)));
  }

  /**
   * @param toldAt the beginning of the hour
   * @param count how often it came since, without the first
   */
  private record Row(Instant toldAt, long count) {}

  private Row locked(String subject) {
    entities
        .createNativeQuery("INSERT INTO audit_turn (subject, told_at, untold) VALUES (?1, ?2, 0)"
            + " ON CONFLICT DO NOTHING")
        .setParameter(1, subject)
        .setParameter(2, Timestamp.from(Instant.EPOCH))
        .executeUpdate();
    List<?> rows = entities
        .createNativeQuery(
            "SELECT CAST(EXTRACT(EPOCH FROM told_at) * 1000 AS BIGINT), untold FROM audit_turn"
                + " WHERE subject = ?1 FOR UPDATE")
        .setParameter(1, subject)
        .getResultList();
    Object[] row = (Object[]) rows.get(0);
    return new Row(
        Instant.ofEpochMilli(((Number) row[0]).longValue()), ((Number) row[1]).longValue());
  }

  private void write(String subject, Instant toldAt, long count) {
    entities
        .createNativeQuery("UPDATE audit_turn SET told_at = ?1, untold = ?2 WHERE subject = ?3")
        .setParameter(1, Timestamp.from(toldAt))
        .setParameter(2, count)
        .setParameter(3, subject)
        .executeUpdate();
  }
}
