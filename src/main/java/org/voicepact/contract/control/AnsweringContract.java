package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractCancelled;
import org.voicepact.contract.entity.ContractConfirmed;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.Commitments;
import org.voicepact.evidence.control.SigningStatements;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Records a party's yes or no: locks the contract, lets it decide, signs a statement, adds to the audit
 * trail and tells of it, all in one transaction.
 */
@Singleton
public class AnsweringContract {

  private final ExpiringContract expiring;
  private final Contracts contracts;
  private final SigningStatements signing;
  private final AuditTrail audit;
  private final Event<Object> events;

  @Inject
  public AnsweringContract(
      ExpiringContract expiring,
      Contracts contracts,
      SigningStatements signing,
      AuditTrail audit,
      Event<Object> events) {
    this.expiring = expiring;
    this.contracts = contracts;
    this.signing = signing;
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
    String statement = signing.sign(statement(contract, party, type, how, now));
    boolean yes = type == Statement.Type.CONFIRMATION;
    String id = contract.id().value();
    audit.byParty(
        party.commitment(),
        how,
        yes ? "party.confirmed" : "party.declined",
        id,
        Map.of("version", Integer.toString(contract.version()), "statement", statement),
        now);
    if (effect == Effect.DECIDED) {
      audit.bySystem(
          how.channel(),
          yes ? "contract.confirmed" : "contract.cancelled",
          Subject.contract(id),
          LoggedData.status(contract),
          now);
      events.fire(yes ? new ContractConfirmed(contract) : new ContractCancelled(contract, party));
    }
    return new Answered(contract, party, effect);
  }

  private Statement statement(
      Contract contract, Party party, Statement.Type type, Provenance how, Instant now) {
    ContractVersion version = contracts.version(contract.id(), contract.version());
    return new Statement(
        type,
        contract.id().value(),
        version.number(),
        version.hash(),
        version.hashAlgorithm(),
        party.role().wire(),
        party.commitment(),
        how.channel(),
        how.assurance(),
        how.messageId(),
        how.text().map(text -> Commitments.text(party.commitmentKey().orElseThrow(), text)),
        now);
  }
}
