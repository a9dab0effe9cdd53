package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.control.RecordingAct.Act;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractCancelled;
import org.voicepact.contract.entity.ContractConfirmed;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.PartyConfirmed;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Records a party's yes or no: locks the contract, lets it decide, signs a statement, adds to the audit
 * trail and tells of it, all in one transaction. The last yes also puts the contract into force.
 */
@Singleton
public class AnsweringContract {

  private final ExpiringContract expiring;
  private final Contracts contracts;
  private final RecordingAct recording;
  private final ActivatingContract activating;
  private final AuditTrail audit;
  private final Event<Object> events;

  @Inject
  public AnsweringContract(
      ExpiringContract expiring,
      Contracts contracts,
      RecordingAct recording,
      ActivatingContract activating,
      AuditTrail audit,
      Event<Object> events) {
    this.expiring = expiring;
    this.contracts = contracts;
    this.recording = recording;
    this.activating = activating;
    this.audit = audit;
    this.events = events;
  }

  /**
   * What came of an answer.
   *
   * @param party the one who answered
   */
  public record Answered(Contract contract, Party party, Effect effect) {}

  /**
   * @param named the version that is answered, where the party named one
   * @throws ContractRefusal where there is no such contract, the phone is no party's, or the contract does
   *     not wait for this answer
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Answered confirm(
      ContractId id, PhoneNumber phone, Optional<Integer> named, Provenance how) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    requireSeen(locked, named);
    Effect effect = contract.confirm(phone, named, locked.now());
    return record(
        contract, contract.party(phone), Statement.Type.CONFIRMATION, effect, how, locked.now());
  }

  /** Likewise for a no; it cancels the contract. */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Answered decline(
      ContractId id, PhoneNumber phone, Optional<Integer> named, Provenance how) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    requireSeen(locked, named);
    Effect effect = contract.decline(phone, named, locked.now());
    return record(
        contract, contract.party(phone), Statement.Type.DECLINE, effect, how, locked.now());
  }

  /** An answer that names no version and waited behind an amendment is not to the terms that are there now. */
  private void requireSeen(Locked locked, Optional<Integer> named) {
    Contract contract = locked.contract();
    if (named.isEmpty()
        && contract.version() > 1
        && !locked
            .arrived()
            .isAfter(contracts.version(contract.id(), contract.version()).createdAt())) {
      throw new ContractRefusal(Reason.AMENDED_MEANWHILE);
    }
  }

  private Answered record(
      Contract contract,
      Party party,
      Statement.Type type,
      Effect effect,
      Provenance how,
      Instant now) {
    if (effect == Effect.NONE) {
      return new Answered(contract, party, effect);
    }
    boolean yes = type == Statement.Type.CONFIRMATION;
    Act act = Act.plain(type, yes ? "party.confirmed" : "party.declined");
    recording.record(contract, party, act, how, now);
    if (yes) {
      events.fire(new PartyConfirmed(how.channel()));
    }
    if (effect == Effect.DECIDED) {
      audit.bySystem(
          how.channel(),
          yes ? "contract.confirmed" : "contract.cancelled",
          Subject.contract(contract.id().value()),
          LoggedData.status(contract),
          now);
      events.fire(
          yes
              ? new ContractConfirmed(contract)
              : new ContractCancelled(contract, Optional.of(party)));
      if (yes) {
        activating.activate(contract, how.channel(), now);
      }
    }
    return new Answered(contract, party, effect);
  }
}
