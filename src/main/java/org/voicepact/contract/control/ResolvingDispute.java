package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.control.RecordingAct.Act;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractResolved;
import org.voicepact.contract.entity.Dispute.Decision;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** Ends a dispute by what the mediator of the contract, or an administrator, has decided. */
@Singleton
public class ResolvingDispute {

  private final ExpiringContract expiring;
  private final Contracts contracts;
  private final RecordingAct recording;
  private final AuditTrail audit;
  private final Event<ContractResolved> events;

  @Inject
  public ResolvingDispute(
      ExpiringContract expiring,
      Contracts contracts,
      RecordingAct recording,
      AuditTrail audit,
      Event<ContractResolved> events) {
    this.expiring = expiring;
    this.contracts = contracts;
    this.recording = recording;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @throws ContractRefusal where the phone is not the mediator's or not proved, or there is nothing to decide
   * @throws InvalidInput where the seller would get more than the price, or what cannot be paid
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Fulfilled byMediator(
      ContractId id, PhoneNumber phone, Expected expected, Decision decision, Provenance how) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    Party mediator = contract.party(phone);
    if (!how.provesPhone()) {
      throw new ContractRefusal(Reason.PROOF_NEEDED);
    }
    expected.requireMatch(contract);
    requirePayable(contract, decision);
    Effect effect =
        contract.fulfilment().resolve(phone, expected.version(), decision, locked.now());
    if (effect != Effect.NONE) {
      Act act = new Act(
          Statement.Type.RESOLUTION,
          "contract.resolved",
          Particulars.outcome(decision.outcome().wire()),
          Optional.of(decision.grounds()),
          true);
      recording.record(contract, mediator, act, how, locked.now());
      fire(contract, Optional.of(mediator), ContractResolved.MEDIATOR);
    }
    return new Fulfilled(contract, effect);
  }

  /**
   * No statement is signed, because an administrator is no party; the audit trail tells of it.
   *
   * @param person who stands behind the operator
   * @throws ContractRefusal where there is no such contract, or nothing to decide
   * @throws InvalidInput as above
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Fulfilled byOperator(
      ContractId id, Actor operator, String person, Expected expected, Decision decision) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    expected.requireMatch(contract);
    requirePayable(contract, decision);
    Effect effect =
        contract.fulfilment().resolveByOperator(expected.version(), decision, locked.now());
    if (effect != Effect.NONE) {
      audit.byCaller(
          operator,
          "contract.resolved",
          Subject.contract(id.value()),
          LoggedData.status(contract),
          locked.now());
      fire(contract, Optional.empty(), person);
    }
    return new Fulfilled(contract, effect);
  }

  private void requirePayable(Contract contract, Decision decision) {
    if (decision.sellerAmount().isEmpty()) {
      return;
    }
    BigDecimal amount = decision.sellerAmount().get();
    Terms terms = contracts.version(contract.id(), contract.version()).terms();
    if (!Money.fits(amount, terms.currency())) {
      throw new InvalidInput(
          "/seller_amount", "has more decimal places than " + terms.currency().getCurrencyCode());
    }
    if (terms
        .totalAmount()
        .filter(total -> amount.compareTo(total.amount()) > 0)
        .isPresent()) {
      throw new InvalidInput("/seller_amount", "must not be more than total_amount");
    }
  }

  private void fire(Contract contract, Optional<Party> by, String person) {
    events.fire(new ContractResolved(contract, by, person, contract.dispute().orElseThrow()));
  }
}
