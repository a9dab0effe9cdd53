package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.platform.entity.PhoneNumber;

/** How far many contracts are, and whose they are, for those who follow them. */
@Singleton
public class FollowedContracts {

  private final EntityManager entities;

  @Inject
  public FollowedContracts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A contract at present.
   *
   * @param parties the numbers of the parties, without those that were erased
   */
  public record Followed(ContractStatus status, Set<PhoneNumber> parties) {}

  /** By id; those that there are not are left out. */
  @Transactional
  public Map<String, Followed> of(Collection<String> ids) {
    Map<String, Followed> followed = new HashMap<>();
    if (ids.isEmpty()) {
      return followed;
    }
    entities
        .createQuery("SELECT c.id, c.status FROM Contract c WHERE c.id IN :ids", Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(row ->
            followed.put((String) row[0], new Followed((ContractStatus) row[1], new HashSet<>())));
    entities
        .createQuery(
            "SELECT p.contract.id, p.phone FROM Party p WHERE p.contract.id IN :ids AND p.phone IS NOT NULL",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .forEach(row -> PhoneNumber.of((String) row[1])
            .ifPresent(phone -> followed.get((String) row[0]).parties().add(phone)));
    return followed;
  }
}
