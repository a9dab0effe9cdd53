package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.AnswerAwaited;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractAmended;
import org.voicepact.contract.entity.ContractCreated;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.ReminderTimes;
import org.voicepact.platform.control.PhoneTimeZones;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Reminds parties that have not answered, by day. The time of the next reminder stands with the party, and is moved in
 * the transaction that reminds, under the lock of the contract: of several servers one does it.
 */
@Singleton
public class RemindingParties {

  private final EntityManager entities;
  private final Contracts contracts;
  private final ReminderSettings settings;
  private final PhoneTimeZones zones;
  private final Event<AnswerAwaited> awaited;

  @Inject
  public RemindingParties(
      EntityManager entities,
      Contracts contracts,
      ReminderSettings settings,
      PhoneTimeZones zones,
      Event<AnswerAwaited> awaited) {
    this.entities = entities;
    this.contracts = contracts;
    this.settings = settings;
    this.zones = zones;
    this.awaited = awaited;
  }

  void created(@Observes ContractCreated event) {
    plan(event.contract(), event.version());
  }

  void amended(@Observes ContractAmended event) {
    plan(event.contract(), event.version());
  }

  private void plan(Contract contract, ContractVersion version) {
    Optional<Instant> first = settings.times().first(version.createdAt(), contract.expiresAt());
    contract.parties().forEach(party -> party.remindAt(first));
  }

  /** The contracts with a party that is to be reminded by now, those that wait longest first. */
  @Transactional
  public List<ContractId> due(Instant now, int most) {
    return entities
        .createQuery(
            "SELECT p.contract.id FROM Party p WHERE p.remindAt <= :now"
                + " GROUP BY p.contract.id ORDER BY MIN(p.remindAt)",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultStream()
        .map(ContractId::new)
        .toList();
  }

  /** Reminds those parties of a contract that are due, by the database's time, and plans what comes next. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void remind(ContractId id) {
    Locked locked = contracts.lock(id);
    Contract contract = locked.contract();
    ContractVersion version = contracts.version(id, contract.version());
    for (Party party : contract.parties()) {
      if (party.remindAt().filter(time -> !time.isAfter(locked.arrived())).isPresent()) {
        remind(contract, version, party, locked.arrived());
      }
    }
  }

  private void remind(Contract contract, ContractVersion version, Party party, Instant now) {
    Optional<PhoneNumber> phone = party.phone();
    if (phone.isEmpty()
        || contract.status() != ContractStatus.PENDING
        || contract.isOverdue(now)
        || party.confirmation() != Confirmation.PENDING) {
      party.remindAt(Optional.empty());
      return;
    }
    Optional<Instant> allowed = allowed(phone.get(), now);
    if (allowed.filter(now::equals).isEmpty()) {
      party.remindAt(allowed.filter(contract.expiresAt()::isAfter));
      return;
    }
    ReminderTimes times = settings.times();
    party.remindAt(times.next(version.createdAt(), contract.expiresAt(), now));
    awaited.fire(new AnswerAwaited(contract, version, party));
  }

  /** Whether a reminder that waited for the gateway may still be sent: not by night, nor once it was answered. */
  @Transactional
  public boolean isStillWanted(ContractId id, int version, PhoneNumber phone, Instant now) {
    boolean isAwaited = !entities
        .createQuery(
            "SELECT p.id FROM Party p WHERE p.contract.id = :id AND p.phone = :phone"
                + " AND p.contract.version = :version"
                + " AND p.contract.status = org.voicepact.contract.entity.ContractStatus.PENDING"
                + " AND p.confirmation = org.voicepact.contract.entity.Confirmation.PENDING",
            Long.class)
        .setParameter("id", id.value())
        .setParameter("phone", phone.e164())
        .setParameter("version", version)
        .getResultList()
        .isEmpty();
    return isAwaited && allowed(phone, now).filter(now::equals).isPresent();
  }

  private Optional<Instant> allowed(PhoneNumber phone, Instant now) {
    return settings.quiet().isEmpty()
        ? Optional.of(now)
        : settings.quiet().get().allowed(now, zones.of(phone));
  }
}
