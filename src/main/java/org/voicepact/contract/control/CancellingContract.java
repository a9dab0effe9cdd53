package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractCancelled;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/** Takes back a contract: a party as long as it is not confirmed, the office as long as it is not in force. */
@Singleton
public class CancellingContract {

  private final ExpiringContract expiring;
  private final ActivatingContract activating;
  private final AuditTrail audit;
  private final Event<ContractCancelled> cancelled;

  @Inject
  public CancellingContract(
      ExpiringContract expiring,
      ActivatingContract activating,
      AuditTrail audit,
      Event<ContractCancelled> cancelled) {
    this.expiring = expiring;
    this.activating = activating;
    this.audit = audit;
    this.cancelled = cancelled;
  }

  /**
   * @param named the version that is cancelled, where the party has named or proved one
   * @param reason in the party's own words; it may hold personal data, so it stays out of the audit trail
   * @throws ContractRefusal where the contract cannot be cancelled by this phone
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Contract cancel(
      ContractId id, PhoneNumber phone, Optional<Integer> named, String reason, Provenance how) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    if (contract.cancel(phone, named, reason, locked.now()) == Effect.DECIDED) {
      Party party = contract.party(phone);
      audit.byParty(
          party.commitment(),
          how,
          "contract.cancelled",
          id.value(),
          LoggedData.status(contract),
          locked.now());
      cancelled.fire(new ContractCancelled(contract, Optional.of(party)));
    }
    return contract;
  }

  /**
   * Somebody in the office takes it back. No party acts, so nothing is signed; the audit trail tells of it.
   *
   * @throws ContractRefusal where there is no such contract, or it can no longer be cancelled, as where its price is being
   *     paid
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Contract byOperator(ContractId id, Actor operator, String reason) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    if (contract.status() == ContractStatus.CONFIRMED && activating.hasBegun(contract)) {
      throw new ContractRefusal(Reason.BEGUN);
    }
    if (contract.cancelByOperator(reason, locked.now()) == Effect.DECIDED) {
      audit.byCaller(
          operator,
          "contract.cancelled",
          Subject.contract(id.value()),
          LoggedData.status(contract),
          locked.now());
      cancelled.fire(new ContractCancelled(contract, Optional.empty()));
    }
    return contract;
  }
}
