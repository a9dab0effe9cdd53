package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.voicepact.evidence.entity.LogEntry;

/** Reads the chains of the log, each time in a transaction of its own where there is none. */
@Singleton
class LogChains {

  private final EntityManager entities;

  @Inject
  LogChains(EntityManager entities) {
    this.entities = entities;
  }

  /** The place of the last entry of a chain; 0 where it has none. */
  @Transactional
  long end(String chain) {
    return entities
        .createQuery(
            "SELECT COALESCE(MAX(l.sequence), 0) FROM LogEntry l WHERE l.chain = :chain",
            Long.class)
        .setParameter("chain", chain)
        .getSingleResult();
  }

  /** The entries of a chain up to a place of the log, in their order. */
  @Transactional
  List<LogEntry> entries(String chain, long upTo) {
    return entities
        .createQuery(
            "SELECT l FROM LogEntry l JOIN FETCH l.entry WHERE l.chain = :chain AND l.sequence <= :upTo"
                + " ORDER BY l.number",
            LogEntry.class)
        .setParameter("chain", chain)
        .setParameter("upTo", upTo)
        .getResultList();
  }
}
