package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import org.voicepact.contract.entity.ContractStatus;

/** How many contracts there are. */
@Singleton
public class ContractFigures {

  private final EntityManager entities;

  @Inject
  public ContractFigures(EntityManager entities) {
    this.entities = entities;
  }

  /** All contracts of the installation by status; it walks an index with an entry for each of them. */
  @Transactional
  public Map<ContractStatus, Long> byStatus() {
    Map<ContractStatus, Long> counts = new EnumMap<>(ContractStatus.class);
    for (ContractStatus status : ContractStatus.values()) {
      counts.put(status, 0L);
    }
    entities
        .createQuery("SELECT c.status, COUNT(c) FROM Contract c GROUP BY c.status", Object[].class)
        .getResultStream()
        .forEach(row -> counts.put((ContractStatus) row[0], (Long) row[1]));
    return counts;
  }
}
