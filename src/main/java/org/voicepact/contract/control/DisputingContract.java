package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.control.RecordingAct.Act;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractDisputed;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.Effect;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.platform.entity.PhoneNumber;

/** Lets buyer or seller say that something is wrong, so that somebody else decides. */
@Singleton
public class DisputingContract {

  private final AcceptingSilently silently;
  private final StillToStop stillToStop;
  private final RecordingAct recording;
  private final Event<ContractDisputed> events;

  @Inject
  public DisputingContract(
      AcceptingSilently silently,
      StillToStop stillToStop,
      RecordingAct recording,
      Event<ContractDisputed> events) {
    this.silently = silently;
    this.stillToStop = stillToStop;
    this.recording = recording;
    this.events = events;
  }

  /**
   * @param reason in the party's own words; only a keyed digest of it gets into the evidence
   * @throws ContractRefusal where the phone is neither buyer's nor seller's, or the contract is not active
   *     and nothing that follows from it can be stopped
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public Fulfilled dispute(
      ContractId id, PhoneNumber phone, Expected expected, String reason, Provenance how) {
    Locked locked = silently.lockAndAccept(id);
    Contract contract = locked.contract();
    Party party = contract.party(phone);
    expected.requireMatch(contract);
    Effect effect = stillToStop.somethingOf(contract)
        ? contract.fulfilment().disputeLate(phone, expected.version(), reason, locked.now())
        : contract.fulfilment().dispute(phone, expected.version(), reason, locked.now());
    if (effect != Effect.NONE) {
      Act act = new Act(
          Statement.Type.DISPUTE, "contract.disputed", Particulars.NONE, Optional.of(reason), true);
      recording.record(contract, party, act, how, locked.now());
      events.fire(new ContractDisputed(contract, party, contract.dispute().orElseThrow()));
    }
    return new Fulfilled(contract, effect);
  }
}
