package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractAmended;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.evidence.entity.StrictJson;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.entity.PhoneNumber;

/** Gives a pending contract new terms: a new version, to which every party is asked again. */
@Singleton
public class AmendingContract {

  static final int MOST_VERSIONS = 50;

  /**
   * Bytes of the canonical form of all versions: a proof has them as texts within JSON, which takes twice as
   * much at most, an eighth of what verifiers take.
   */
  static final int MOST_BYTES = StrictJson.LONGEST_FILE / 16;

  private static final String EARLIER =
      "SELECT COUNT(*), SUM(OCTET_LENGTH(canonical)) FROM contract_version WHERE contract_id = ?1";

  private final EntityManager entities;
  private final ExpiringContract expiring;
  private final Contracts contracts;
  private final ContractSettings settings;
  private final AuditTrail audit;
  private final Event<ContractAmended> amended;

  @Inject
  public AmendingContract(
      EntityManager entities,
      ExpiringContract expiring,
      Contracts contracts,
      ContractSettings settings,
      AuditTrail audit,
      Event<ContractAmended> amended) {
    this.entities = entities;
    this.expiring = expiring;
    this.contracts = contracts;
    this.settings = settings;
    this.audit = audit;
    this.amended = amended;
  }

  /**
   * What an amendment starts from.
   *
   * @param read the version whose terms were read to make the new ones
   * @param named the version that the caller names, where it does
   * @param ifMatch the value of {@code If-Match} (RFC 9110, 13.1.1), where it was sent
   */
  public record Basis(int read, Optional<Integer> named, Optional<String> ifMatch) {}

  /**
   * @throws ContractRefusal where the phone may not amend, or the contract is no longer what the basis says
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public ContractView amend(
      ContractId id, PhoneNumber phone, Basis basis, Terms terms, Provenance how) {
    Locked locked = expiring.lockAndExpire(id);
    Contract contract = locked.contract();
    contract.requireAmendableBy(phone);
    requireUnchanged(contract, basis);
    ContractVersion before = contracts.version(id, contract.version());
    if (before.terms().means(terms)) {
      return new ContractView(contract, before);
    }
    requireRoom(id, terms);
    int number =
        contract.amend(phone, locked.now(), locked.now().plus(settings.confirmationTimeout()));
    ContractVersion version = new ContractVersion(
        id,
        number,
        locked.now(),
        contract.expiresAt(),
        terms,
        CanonicalContract.bytes(contract, terms, contracts.transcript(id)),
        settings.hashAlgorithm());
    entities.persist(version);
    audit.byParty(
        contract.party(phone).commitment(),
        how,
        "contract.amended",
        id.value(),
        LoggedData.of(version, contract),
        locked.now());
    amended.fire(new ContractAmended(contract, version));
    return new ContractView(contract, version);
  }

  /** The proof of a contract has all of its versions and entries, and verifiers take one of limited size. */
  private void requireRoom(ContractId id, Terms terms) {
    Object[] earlier = (Object[])
        entities.createNativeQuery(EARLIER).setParameter(1, id.value()).getSingleResult();
    long versions = ((Number) earlier[0]).longValue();
    long bytes = ((Number) earlier[1]).longValue();
    if (versions >= MOST_VERSIONS
        || bytes + terms.json().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
        || !audit.hasRoom(Subject.contract(id.value()), Room.NOTICES)) {
      throw new ContractRefusal(Reason.AMENDED_TOO_OFTEN);
    }
  }

  private static void requireUnchanged(Contract contract, Basis basis) {
    new Expected(basis.named(), basis.ifMatch()).requireMatch(contract);
    if (basis.named().isPresent() && basis.named().get() != contract.version()) {
      throw new ContractRefusal(Reason.OUTDATED_VERSION);
    }
    if (basis.read() != contract.version()) {
      throw new ContractRefusal(Reason.AMENDED_MEANWHILE);
    }
  }
}
