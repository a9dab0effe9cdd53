package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.PersonalDataErased;
import org.voicepact.contract.entity.Transcript;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Erases who the parties of a contract are and what they said, everywhere and in one transaction. All that is
 * evidence stays byte for byte; {@link org.voicepact.platform.entity.PersonalColumns} lists what goes.
 */
@Singleton
public class ErasingPersonalData {

  // Two at once would each find the other's contract still in need of a number that both have.
  private static final String TAKE_TURN = "SELECT t.id FROM erasure_turn t FOR UPDATE";

  private final EntityManager entities;
  private final ExpiringContract expiring;
  private final ActivatingContract activating;
  private final Contracts contracts;
  private final AuditTrail audit;
  private final Event<PersonalDataErased> erased;

  @Inject
  public ErasingPersonalData(
      EntityManager entities,
      ExpiringContract expiring,
      ActivatingContract activating,
      Contracts contracts,
      AuditTrail audit,
      Event<PersonalDataErased> erased) {
    this.entities = entities;
    this.expiring = expiring;
    this.activating = activating;
    this.contracts = contracts;
    this.audit = audit;
    this.erased = erased;
  }

  /**
   * To erase it again takes away what was written about the contract since then, and is no line in the audit trail.
   *
   * @throws ContractRefusal where there is no such contract, or it is under way
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public void erase(ContractId id, Actor by) {
    entities.createNativeQuery(TAKE_TURN).getResultList();
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    if (contract.status() == ContractStatus.CONFIRMED && activating.mustWait(contract)) {
      // Without numbers nobody could pay, and nothing else could bring it to an end.
      throw new ContractRefusal(Reason.AWAITED);
    }
    List<PhoneNumber> phones = contract.phones();
    boolean isFirst = contract.erasePersonalData(locked.now());
    if (isFirst) {
      contracts.transcript(id).ifPresent(Transcript::erasePersonalData);
    }
    erased.fire(new PersonalDataErased(id, phones));
    if (isFirst) {
      audit.byCaller(
          by, "personal-data.erased", Subject.contract(id.value()), Map.of(), locked.now());
    }
  }
}
