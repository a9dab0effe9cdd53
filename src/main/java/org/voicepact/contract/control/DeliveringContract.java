package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.control.RecordingAct.Act;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.DeliveryClaimed;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/** Records that the seller claims to have delivered, all or a part, and since when the buyer knows of it. */
@Singleton
public class DeliveringContract {

  private final AcceptingSilently silently;
  private final Contracts contracts;
  private final RecordingAct recording;
  private final AuditTrail audit;
  private final Event<DeliveryClaimed> events;

  @Inject
  public DeliveringContract(
      AcceptingSilently silently,
      Contracts contracts,
      RecordingAct recording,
      AuditTrail audit,
      Event<DeliveryClaimed> events) {
    this.silently = silently;
    this.contracts = contracts;
    this.recording = recording;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @throws ContractRefusal where the phone is not the seller's, the contract is not active, another claim waits,
   *     more is claimed than is owed, or the record has no room for parts any more
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Fulfilled claim(
      ContractId id, PhoneNumber phone, Expected expected, Claimed claimed, Provenance how) {
    Locked locked = silently.lockAndAccept(id);
    Contract contract = locked.contract();
    Party seller = contract.party(phone);
    expected.requireMatch(contract);
    Optional<BigDecimal> agreed =
        contracts.version(id, contract.version()).terms().quantity();
    Effect effect = contract
        .fulfilment()
        .claim(phone, expected.version(), claimed, agreed, () -> hasRoom(contract), locked.now());
    if (effect != Effect.NONE) {
      Delivery claim = contract.fulfilment().open().orElseThrow();
      Act act = new Act(
          Statement.Type.DELIVERY,
          "delivery.claimed",
          LoggedData.particulars(claim),
          claim.note(),
          false);
      recording.record(contract, seller, act, how, locked.now());
      events.fire(new DeliveryClaimed(contract, seller, claim));
    }
    return new Fulfilled(contract, effect);
  }

  private boolean hasRoom(Contract contract) {
    return audit.hasRoom(Subject.contract(contract.id().value()), Room.STEPS);
  }

  /**
   * A notice of a claim left to the buyer, which says that silence is acceptance: from then on the buyer's time runs.
   * Only the first notice counts, and none of a claim that no longer waits.
   *
   * @param claim its number
   * @param timeToAnswer as the notice says
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public void noticeSent(ContractId id, int claim, Instant sent, Duration timeToAnswer) {
    contracts.lock(id).contract().fulfilment().noticeSent(claim, sent, timeToAnswer);
  }

  /**
   * The notice did not arrive after all, so silence says nothing.
   *
   * @param claim its number
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public void noticeLost(ContractId id, int claim) {
    contracts.lock(id).contract().fulfilment().noticeLost(claim);
  }
}
