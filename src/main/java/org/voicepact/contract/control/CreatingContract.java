package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.control.NewContract.NewParty;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractCreated;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Transcript;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.Commitments;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;

/** Writes down a new contract and tells that it waits for its parties. */
@Singleton
public class CreatingContract {

  private final EntityManager entities;
  private final Contracts contracts;
  private final ContractSettings settings;
  private final Commitments commitments;
  private final AuditTrail audit;
  private final Event<ContractCreated> created;
  private final Clock clock;

  @Inject
  public CreatingContract(
      EntityManager entities,
      Contracts contracts,
      ContractSettings settings,
      Commitments commitments,
      AuditTrail audit,
      Event<ContractCreated> created,
      Clock clock) {
    this.entities = entities;
    this.contracts = contracts;
    this.settings = settings;
    this.commitments = commitments;
    this.audit = audit;
    this.created = created;
    this.clock = clock;
  }

  @Transactional
  public ContractView create(NewContract wanted, Actor by) {
    Instant now = clock.instant();
    ContractId id =
        ContractId.of(wanted.type(), now.atZone(ZoneOffset.UTC).getYear(), contracts.nextNumber());
    List<Party> parties = wanted.parties().stream().map(this::party).toList();
    Contract contract = new Contract(
        id,
        wanted.type(),
        wanted.language(),
        parties,
        now,
        now.plus(settings.confirmationTimeout()));
    Optional<Transcript> transcript = wanted.transcript().map(words -> transcript(id, words));
    ContractVersion version = new ContractVersion(
        id,
        contract.version(),
        now,
        contract.expiresAt(),
        wanted.terms(),
        CanonicalContract.bytes(contract, wanted.terms(), transcript),
        settings.hashAlgorithm());
    entities.persist(contract);
    entities.persist(version);
    transcript.ifPresent(entities::persist);
    audit.byCaller(
        by,
        "contract.created",
        Subject.contract(id.value()),
        LoggedData.of(version, contract),
        now);
    created.fire(new ContractCreated(contract, version));
    return new ContractView(contract, version);
  }

  private Party party(NewParty wanted) {
    byte[] key = commitments.newKey();
    return new Party(
        wanted.role(),
        wanted.name(),
        wanted.phone(),
        wanted.language(),
        key,
        Commitments.party(key, wanted.name(), wanted.phone()));
  }

  private Transcript transcript(ContractId id, String words) {
    byte[] key = commitments.newKey();
    return new Transcript(id, words, key, Commitments.transcript(key, words));
  }
}
