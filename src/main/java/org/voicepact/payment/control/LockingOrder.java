package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.payment.entity.MoneyOrder;

/** Locks an order together with its contract, always the contract first, so that nobody waits in a circle. */
@Singleton
public class LockingOrder {

  private final EntityManager entities;
  private final Contracts contracts;

  @Inject
  public LockingOrder(EntityManager entities, Contracts contracts) {
    this.entities = entities;
    this.contracts = contracts;
  }

  /** An order that nobody else can change until the transaction ends. */
  public record Locked(Contract contract, MoneyOrder order, Instant now) {}

  /** Empty where there is no such order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Locked> lock(String id) {
    return entities
        .createQuery("SELECT o.contractId FROM MoneyOrder o WHERE o.id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(contract -> {
          Contracts.Locked locked = contracts.lock(new ContractId(contract));
          MoneyOrder order = entities.find(MoneyOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
          return new Locked(locked.contract(), order, locked.now());
        });
  }
}
