package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.DeliveryAccepted;
import org.voicepact.contract.entity.Effect;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;

/** Accepts deliveries for buyers who were told of them and said nothing in time, by the database's time. */
@Singleton
public class AcceptingSilently {

  private final EntityManager entities;
  private final ExpiringContract expiring;
  private final ActivatingContract activating;
  private final AuditTrail audit;
  private final Event<DeliveryAccepted> accepted;

  @Inject
  public AcceptingSilently(
      EntityManager entities,
      ExpiringContract expiring,
      ActivatingContract activating,
      AuditTrail audit,
      Event<DeliveryAccepted> accepted) {
    this.entities = entities;
    this.expiring = expiring;
    this.activating = activating;
    this.audit = audit;
    this.accepted = accepted;
  }

  /** Locks a contract for an act by which it is carried out; what silence has decided by then comes first. */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ContractRefusal.class)
  public Locked lockAndAccept(ContractId id) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    if (contract.status() == ContractStatus.CONFIRMED
        && contract.personalDataErasedAt().isEmpty()) {
      // It was confirmed by a server that did not know how contracts are carried out.
      activating.activate(contract, Channel.SYSTEM, locked.now());
    }
    if (locked.contract().fulfilment().isSilenceOver(locked.arrived())) {
      accept(locked.contract(), locked.now());
    }
    return locked;
  }

  private void accept(Contract contract, Instant now) {
    Delivery claim = contract.fulfilment().open().orElseThrow();
    Effect effect = contract.fulfilment().acceptSilently(now);
    Map<String, String> data = new HashMap<>(Map.of("silently", "true"));
    LoggedData.particulars(claim).each(data::put);
    Subject subject = Subject.contract(contract.id().value());
    audit.bySystem(Channel.SYSTEM, "delivery.accepted", subject, data, now);
    if (effect == Effect.DECIDED) {
      audit.bySystem(
          Channel.SYSTEM, "contract.completed", subject, LoggedData.status(contract), now);
    }
    accepted.fire(new DeliveryAccepted(contract, Optional.empty(), claim));
  }

  /** The same in a transaction of its own. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void acceptIfDue(ContractId id) {
    lockAndAccept(id);
  }

  /** Contracts whose buyers were silent for too long, the longest first. */
  @Transactional
  public List<ContractId> due(Instant now, int most) {
    return entities
        .createQuery(
            "SELECT d.contract.id FROM Delivery d WHERE d.acceptUntil <= :now AND d.acceptedAt IS NULL"
                + " AND d.contract.status = org.voicepact.contract.entity.ContractStatus.ACTIVE"
                + " ORDER BY d.acceptUntil",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultStream()
        .map(ContractId::new)
        .toList();
  }
}
