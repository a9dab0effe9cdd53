package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Transcript;
import org.voicepact.platform.entity.PhoneNumber;

/** Finds contracts, and locks them for a change. */
@Singleton
public class Contracts {

  private static final String LOCK =
      "SELECT c.*, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT) AS database_time"
          + " FROM contract c WHERE c.id = ?1 FOR UPDATE";

  private static final String OPEN_OF = " WHERE c.status IN :open"
      + " AND c.id IN (SELECT p.contract.id FROM Party p WHERE p.phone = :phone)";

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  public Contracts(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * A contract that nobody else can change until the transaction ends.
   *
   * @param arrived the database's time when the transaction began, that is, when the request came in; it may have
   *     waited for the lock since then
   * @param now the time of what is done with the contract; never before its last change
   */
  public record Locked(Contract contract, Instant arrived, Instant now) {}

  /**
   * @throws ContractRefusal where there is no such contract
   */
  @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = ContractRefusal.class)
  public Locked lock(ContractId id) {
    List<?> rows = entities
        .createNativeQuery(LOCK, Contract.WITH_DATABASE_TIME)
        .setParameter(1, id.value())
        .setHint("eclipselink.refresh", true)
        .getResultList();
    if (rows.isEmpty()) {
      throw new ContractRefusal(Reason.UNKNOWN_CONTRACT);
    }
    Object[] row = (Object[]) rows.get(0);
    Contract contract = (Contract) row[0];
    Instant arrived = Instant.ofEpochMilli(((Number) row[1]).longValue());
    Instant now = Stream.of(arrived, clock.instant(), contract.updatedAt())
        .max(Instant::compareTo)
        .orElseThrow();
    return new Locked(contract, arrived, now);
  }

  /**
   * The number of the current version, read without a lock.
   *
   * @throws ContractRefusal where there is no such contract
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public int currentVersion(ContractId id) {
    return entities
        .createQuery("SELECT c.version FROM Contract c WHERE c.id = :id", Integer.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ContractRefusal(Reason.UNKNOWN_CONTRACT));
  }

  /** The number of the current version of a contract that has this party; empty where there is none. */
  @Transactional
  public Optional<Integer> currentVersionFor(ContractId id, PhoneNumber party) {
    return entities
        .createQuery(
            "SELECT p.contract.version FROM Party p WHERE p.contract.id = :id AND p.phone = :phone",
            Integer.class)
        .setParameter("id", id.value())
        .setParameter("phone", party.e164())
        .getResultStream()
        .findFirst();
  }

  /** The commitment of the party with this number; empty where there is none. */
  @Transactional
  public Optional<String> commitmentOf(ContractId id, PhoneNumber party) {
    return entities
        .createQuery(
            "SELECT p.commitment FROM Party p WHERE p.contract.id = :id AND p.phone = :phone",
            String.class)
        .setParameter("id", id.value())
        .setParameter("phone", party.e164())
        .getResultStream()
        .findFirst();
  }

  @Transactional
  public boolean exists(ContractId id) {
    return entities
            .createQuery("SELECT COUNT(c) FROM Contract c WHERE c.id = :id", Long.class)
            .setParameter("id", id.value())
            .getSingleResult()
        == 1;
  }

  /** Whether this is the version that the parties are asked about, or have agreed on. */
  @Transactional
  public boolean isOffered(ContractId id, int version) {
    return entities
            .createQuery(
                "SELECT COUNT(c) FROM Contract c WHERE c.id = :id AND c.version = :version"
                    + " AND c.status NOT IN :ended",
                Long.class)
            .setParameter("id", id.value())
            .setParameter("version", version)
            .setParameter("ended", List.of(ContractStatus.CANCELLED, ContractStatus.EXPIRED))
            .getSingleResult()
        == 1;
  }

  /**
   * The contract with its parties and its current version.
   *
   * @throws ContractRefusal where there is no such contract
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public ContractView view(ContractId id) {
    return entities
        .createQuery(
            "SELECT c FROM Contract c JOIN FETCH c.parties p WHERE c.id = :id ORDER BY c.id, p.position",
            Contract.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(this::whole)
        .orElseThrow(() -> new ContractRefusal(Reason.UNKNOWN_CONTRACT));
  }

  /** With all that the caller may look at once the transaction is over. */
  private ContractView whole(Contract contract) {
    contract.fulfilment().claims();
    contract.dispute();
    return new ContractView(contract, version(contract.id(), contract.version()));
  }

  /**
   * @throws ContractRefusal where the contract has no such version
   */
  @Transactional(dontRollbackOn = ContractRefusal.class)
  public ContractVersion version(ContractId id, int number) {
    ContractVersion version =
        entities.find(ContractVersion.class, new ContractVersion.Key(id.value(), number));
    if (version == null) {
      throw new ContractRefusal(Reason.UNKNOWN_VERSION);
    }
    return version;
  }

  /**
   * The version that has this hash. How long it takes does not tell how much of the hash is right.
   *
   * @param hash in lower-case hex
   */
  @Transactional
  public Optional<ContractVersion> versionWithHash(ContractId id, String hash) {
    byte[] wanted = hash.getBytes(StandardCharsets.US_ASCII);
    List<Integer> found = entities
        .createQuery(
            "SELECT v.number, v.hash FROM ContractVersion v WHERE v.contractId = :id",
            Object[].class)
        .setParameter("id", id.value())
        .getResultStream()
        .filter(row ->
            MessageDigest.isEqual(wanted, ((String) row[1]).getBytes(StandardCharsets.US_ASCII)))
        .map(row -> (Integer) row[0])
        .toList();
    return found.stream().findFirst().map(number -> version(id, number));
  }

  /** All versions, the oldest first; empty where there is no such contract. */
  @Transactional
  public List<ContractVersion> versions(ContractId id) {
    return entities
        .createQuery(
            "SELECT v FROM ContractVersion v WHERE v.contractId = :id ORDER BY v.number",
            ContractVersion.class)
        .setParameter("id", id.value())
        .getResultList();
  }

  @Transactional
  public Optional<Transcript> transcript(ContractId id) {
    return Optional.ofNullable(entities.find(Transcript.class, id.value()));
  }

  /** Pending contracts whose time is over, the oldest first. */
  @Transactional
  public List<ContractId> overdue(Instant now, int most) {
    return entities
        .createQuery(
            "SELECT c.id FROM Contract c WHERE c.status = org.voicepact.contract.entity.ContractStatus.PENDING"
                + " AND c.expiresAt <= :now ORDER BY c.expiresAt",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultStream()
        .map(ContractId::new)
        .toList();
  }

  /**
   * The pending contracts of which a number is a party, the newest first.
   *
   * @param most so many at most
   */
  @Transactional
  public List<Contract> pendingOf(PhoneNumber phone, int most) {
    return pendingOf(phone, "", most);
  }

  /** Likewise those that the party has not answered. */
  @Transactional
  public List<Contract> unansweredBy(PhoneNumber phone, int most) {
    return pendingOf(
        phone, " AND p.confirmation = org.voicepact.contract.entity.Confirmation.PENDING", most);
  }

  private List<Contract> pendingOf(PhoneNumber phone, String condition, int most) {
    return entities
        .createQuery(
            "SELECT c FROM Contract c WHERE c.status = org.voicepact.contract.entity.ContractStatus.PENDING"
                + " AND c.id IN (SELECT p.contract.id FROM Party p WHERE p.phone = :phone"
                + condition + ") ORDER BY c.createdAt DESC, c.id DESC",
            Contract.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * The contracts of which a number is a party and that are not over, the newest first.
   *
   * @param most so many at most
   */
  @Transactional
  public List<Contract> openOf(PhoneNumber phone, int most) {
    return entities
        .createQuery(
            "SELECT c FROM Contract c" + OPEN_OF + " ORDER BY c.createdAt DESC, c.id DESC",
            Contract.class)
        .setParameter("open", ContractStatus.OPEN)
        .setParameter("phone", phone.e164())
        .setMaxResults(most)
        .getResultList();
  }

  @Transactional
  public long countOpenOf(PhoneNumber phone) {
    return entities
        .createQuery("SELECT COUNT(c) FROM Contract c" + OPEN_OF, Long.class)
        .setParameter("open", ContractStatus.OPEN)
        .setParameter("phone", phone.e164())
        .getSingleResult();
  }

  @Transactional
  long nextNumber() {
    return ((Number)
            entities.createNativeQuery("SELECT nextval('contract_number')").getSingleResult())
        .longValue();
  }
}
