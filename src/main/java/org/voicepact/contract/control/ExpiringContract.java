package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.ContractExpired;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;

/** Ends contracts that were not confirmed in time, by the database's time. */
@Singleton
public class ExpiringContract {

  private final Contracts contracts;
  private final AuditTrail audit;
  private final Event<ContractExpired> expired;

  @Inject
  public ExpiringContract(Contracts contracts, AuditTrail audit, Event<ContractExpired> expired) {
    this.contracts = contracts;
    this.audit = audit;
    this.expired = expired;
  }

  /** Locks a contract for an act of a party; where its time is over, it is ended first. */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ContractRefusal.class)
  public Locked lockAndExpire(ContractId id) {
    Locked locked = contracts.lock(id);
    if (locked.contract().isOverdue(locked.arrived())) {
      locked.contract().expire(locked.now());
      audit.bySystem(
          Channel.SYSTEM,
          "contract.expired",
          Subject.contract(id.value()),
          LoggedData.status(locked.contract()),
          locked.now());
      expired.fire(new ContractExpired(locked.contract()));
    }
    return locked;
  }

  /** The same in a transaction of its own. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void expireIfOverdue(ContractId id) {
    lockAndExpire(id);
  }
}
