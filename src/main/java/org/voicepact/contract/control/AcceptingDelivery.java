package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.control.RecordingAct.Act;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.DeliveryAccepted;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/** Records that the buyer accepts a delivery; with the last one the contract is completed. */
@Singleton
public class AcceptingDelivery {

  private final AcceptingSilently silently;
  private final RecordingAct recording;
  private final AuditTrail audit;
  private final Event<DeliveryAccepted> events;

  @Inject
  public AcceptingDelivery(
      AcceptingSilently silently,
      RecordingAct recording,
      AuditTrail audit,
      Event<DeliveryAccepted> events) {
    this.silently = silently;
    this.recording = recording;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @param claim its number, where one is named; else the last claim is meant
   * @throws ContractRefusal where the phone is not the buyer's, the contract is not active, or nothing is claimed
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Fulfilled accept(
      ContractId id,
      PhoneNumber phone,
      Expected expected,
      Optional<Integer> claim,
      Provenance how) {
    Locked locked = silently.lockAndAccept(id);
    Contract contract = locked.contract();
    Party buyer = contract.party(phone);
    expected.requireMatch(contract);
    Effect effect = contract.fulfilment().accept(phone, expected.version(), claim, locked.now());
    if (effect != Effect.NONE) {
      Delivery accepted = contract.fulfilment().last().orElseThrow();
      Act act = new Act(
          Statement.Type.ACCEPTANCE,
          "delivery.accepted",
          LoggedData.particulars(accepted),
          Optional.empty(),
          false);
      recording.record(contract, buyer, act, how, locked.now());
      if (effect == Effect.DECIDED) {
        audit.bySystem(
            how.channel(),
            "contract.completed",
            Subject.contract(id.value()),
            LoggedData.status(contract),
            locked.now());
      }
      events.fire(new DeliveryAccepted(contract, Optional.of(buyer), accepted));
    }
    return new Fulfilled(contract, effect);
  }
}
