package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.payment.entity.Hold;

/** What is held, for whoever has to account for it. */
@Singleton
public class HoldsReport {

  private final EntityManager entities;
  private final Payments payments;

  @Inject
  public HoldsReport(EntityManager entities, Payments payments) {
    this.entities = entities;
    this.payments = payments;
  }

  /** All payments whose money has come, the first first. */
  @Transactional
  public List<Hold> holds() {
    List<String> contracts = entities
        .createQuery(
            "SELECT DISTINCT p.contractId FROM Payment p WHERE p.heldAt IS NOT NULL"
                + " ORDER BY p.contractId",
            String.class)
        .getResultList();
    return contracts.stream()
        .flatMap(contract -> payments.of(new ContractId(contract)).stream())
        .filter(hold -> hold.payment().heldAt().isPresent())
        .toList();
  }
}
