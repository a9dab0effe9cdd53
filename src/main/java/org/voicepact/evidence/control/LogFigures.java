package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the log is behind the changes. */
@Singleton
public class LogFigures {

  private static final String WAITING = "SELECT COUNT(*) FROM audit_waiting";
  private static final String OLDEST =
      "SELECT entry_id FROM audit_waiting ORDER BY entry_id FETCH FIRST 1 ROWS ONLY";

  private final EntityManager entities;

  @Inject
  public LogFigures(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * @param waiting how many entries have no place in the log yet
   * @param oldest when the first of them was written; empty where none waits
   */
  public record Figures(long waiting, Optional<Instant> oldest) {}

  @Transactional
  public Figures read() {
    long waiting = ((Number) entities.createNativeQuery(WAITING).getSingleResult()).longValue();
    return new Figures(waiting, oldest());
  }

  private Optional<Instant> oldest() {
    List<?> first = entities.createNativeQuery(OLDEST).getResultList();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    return entities
        .createQuery("SELECT e.recordedAt FROM AuditEntry e WHERE e.id = :id", Instant.class)
        .setParameter("id", ((Number) first.get(0)).longValue())
        .getResultStream()
        .findFirst();
  }
}
