package org.voicepact.contract.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractNote;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.PersonalDataErased;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;

/** Keeps what the office notes about contracts. The audit trail tells that somebody noted something, and not what. */
@Singleton
public class NotingContract {

  private final EntityManager entities;
  private final Contracts contracts;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public NotingContract(
      EntityManager entities, Contracts contracts, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.contracts = contracts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws ContractRefusal where there is no such contract, or its record has no room left
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public ContractNote note(ContractId id, String words, Actor by) {
    if (!contracts.exists(id)) {
      throw new ContractRefusal(Reason.UNKNOWN_CONTRACT);
    }
    Subject contract = Subject.contract(id.value());
    if (!audit.hasRoom(contract, Room.STEPS)) {
      throw new ContractRefusal(Reason.NOTED_TOO_OFTEN);
    }
    Instant now = clock.instant();
    ContractNote note = new ContractNote(id, by.name(), words, now);
    entities.persist(note);
    audit.byCaller(by, "contract.noted", contract, Map.of(), now);
    return note;
  }

  /**
   * The oldest first.
   *
   * @throws ContractRefusal where there is no such contract
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public List<ContractNote> about(ContractId id) {
    if (!contracts.exists(id)) {
      throw new ContractRefusal(Reason.UNKNOWN_CONTRACT);
    }
    return entities
        .createQuery(
            "SELECT n FROM ContractNote n WHERE n.contractId = :id ORDER BY n.id",
            ContractNote.class)
        .setParameter("id", id.value())
        .getResultList();
  }

  void erased(@Observes PersonalDataErased event) {
    entities
        .createQuery("UPDATE ContractNote n SET n.words = NULL WHERE n.contractId = :id")
        .setParameter("id", event.contract().value())
        .executeUpdate();
  }
}
