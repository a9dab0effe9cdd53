package org.voicepact.contract.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.WireValue;

/**
 * An agreement between parties. It is made {@link ContractStatus#PENDING}; every party answers the
 * current version; when all have confirmed, it is {@link ContractStatus#CONFIRMED}, and one who declines
 * ends it. How it is then carried out, {@link Fulfilment} says. Its status changes only through the methods here, and
 * only as {@link ContractStatus} allows.
 */
@Entity
@Table(name = "contract")
@SqlResultSetMapping(
    name = Contract.WITH_DATABASE_TIME,
    entities = @EntityResult(entityClass = Contract.class),
    columns = @ColumnResult(name = "database_time", type = Long.class))
public class Contract {

  /** A result of a native query: the contract and the database's time in milliseconds, {@code database_time}. */
  public static final String WITH_DATABASE_TIME = "Contract.withDatabaseTime";

  @Id
  private String id;

  @Enumerated(EnumType.STRING)
  private ContractType type;

  private String language;

  @Enumerated(EnumType.STRING)
  private ContractStatus status = ContractStatus.PENDING;

  private int version = 1;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "cancel_reason")
  private String cancelReason;

  @Column(name = "personal_data_erased_at")
  private Instant personalDataErasedAt;

  private long revision;

  @OneToMany(mappedBy = "contract", cascade = CascadeType.PERSIST)
  @OrderBy("position")
  private List<Party> parties = new ArrayList<>();

  @OneToMany(mappedBy = "contract", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  private List<Delivery> deliveries = new ArrayList<>();

  @OneToOne(mappedBy = "contract", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
  private Dispute dispute;

  protected Contract() {}

  public Contract(
      ContractId id,
      ContractType type,
      Language language,
      List<Party> parties,
      Instant createdAt,
      Instant expiresAt) {
    this.id = id.value();
    this.type = type;
    this.language = language.wire();
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.expiresAt = expiresAt;
    for (Party party : parties) {
      party.join(this, this.parties.size());
      this.parties.add(party);
    }
  }

  /**
   * Records a party's yes. The same yes again changes nothing, also after the contract was confirmed.
   *
   * @param named the version that the party answers, where it named one
   */
  public Effect confirm(PhoneNumber phone, Optional<Integer> named, Instant now) {
    Party party = party(phone);
    status.requireNotEnded();
    requireCurrent(named);
    if (party.confirmation() == Confirmation.CONFIRMED) {
      return Effect.NONE;
    }
    status.requirePending();
    party.answer(Confirmation.CONFIRMED, now);
    changed(now);
    if (parties.stream().anyMatch(each -> each.confirmation() != Confirmation.CONFIRMED)) {
      return Effect.RECORDED;
    }
    become(ContractStatus.CONFIRMED, now);
    confirmedAt = now;
    return Effect.DECIDED;
  }

  /** Records a party's no, which ends the contract, whatever the others have answered. */
  public Effect decline(PhoneNumber phone, Optional<Integer> named, Instant now) {
    Party party = party(phone);
    if (party.confirmation() == Confirmation.DECLINED) {
      return Effect.NONE;
    }
    status.requirePending();
    requireCurrent(named);
    party.answer(Confirmation.DECLINED, now);
    become(ContractStatus.CANCELLED, now);
    return Effect.DECIDED;
  }

  /** Ends the contract before it is confirmed; to cancel again changes nothing. */
  public Effect cancel(PhoneNumber phone, Optional<Integer> named, String reason, Instant now) {
    party(phone);
    if (status == ContractStatus.CANCELLED) {
      return Effect.NONE;
    }
    status.requirePending();
    requireCurrent(named);
    return end(reason, now);
  }

  /** Likewise where somebody does so who is no party, and also where all have confirmed and it is not in force yet. */
  public Effect cancelByOperator(String reason, Instant now) {
    if (status == ContractStatus.CANCELLED) {
      return Effect.NONE;
    }
    if (status != ContractStatus.CONFIRMED) {
      status.requirePending();
    }
    return end(reason, now);
  }

  private Effect end(String reason, Instant now) {
    become(ContractStatus.CANCELLED, now);
    cancelReason = reason;
    return Effect.DECIDED;
  }

  /** A confirmed contract is in force from now on: its parties carry it out. */
  public void activate(Instant now) {
    become(ContractStatus.ACTIVE, now);
  }

  /** How it is carried out. */
  public Fulfilment fulfilment() {
    return new Fulfilment(this, deliveries);
  }

  void raise(Dispute raised, Instant now) {
    become(ContractStatus.DISPUTED, now);
    dispute = raised;
  }

  public Optional<Dispute> dispute() {
    return Optional.ofNullable(dispute);
  }

  /** Refuses where the phone is no party's, or the contract is not pending. */
  public void requireAmendableBy(PhoneNumber phone) {
    party(phone);
    status.requirePending();
  }

  /**
   * Begins a new version: every party is asked again and has the whole time to answer.
   *
   * @return the number of the new version
   */
  public int amend(PhoneNumber phone, Instant now, Instant expires) {
    requireAmendableBy(phone);
    parties.forEach(Party::askAgain);
    expiresAt = expires;
    version++;
    changed(now);
    return version;
  }

  /** Ends a contract that was not confirmed in time. */
  public void expire(Instant now) {
    if (!isOverdue(now)) {
      throw new IllegalStateException("the contract is not overdue");
    }
    become(ContractStatus.EXPIRED, now);
  }

  /**
   * @param now the database's time
   */
  public boolean isOverdue(Instant now) {
    return status == ContractStatus.PENDING && !now.isBefore(expiresAt);
  }

  /**
   * Forgets who the parties are; their commitments stay, and the evidence with them. Then no number is a party's.
   *
   * @return false where that was done before
   * @throws ContractRefusal where the contract is under way
   */
  public boolean erasePersonalData(Instant now) {
    if (status.isUnderWay()) {
      throw new ContractRefusal(Reason.UNDER_WAY);
    }
    if (personalDataErasedAt != null) {
      return false;
    }
    parties.forEach(Party::erasePersonalData);
    deliveries.forEach(Delivery::erasePersonalData);
    dispute().ifPresent(Dispute::erasePersonalData);
    cancelReason = null;
    personalDataErasedAt = now;
    changedBeside();
    return true;
  }

  void become(ContractStatus next, Instant now) {
    if (!status.mayBecome(next)) {
      throw new IllegalStateException(status + " must not become " + next);
    }
    status = next;
    changed(now);
  }

  void changed(Instant now) {
    updatedAt = now;
    changedBeside();
  }

  /** Something that is shown with it has changed, but neither terms, status nor an answer. */
  void changedBeside() {
    revision++;
  }

  void requireCurrent(Optional<Integer> named) {
    if (named.isPresent() && named.get() != version) {
      throw new ContractRefusal(Reason.OUTDATED_VERSION);
    }
  }

  /**
   * @throws ContractRefusal where nobody of the contract has the number
   */
  public Party party(PhoneNumber phone) {
    return parties.stream()
        .filter(party -> party.phone().filter(phone::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new ContractRefusal(Reason.NOT_A_PARTY));
  }

  public ContractId id() {
    return new ContractId(id);
  }

  public ContractType type() {
    return type;
  }

  /** In which people are told about it. */
  public Language language() {
    return WireValue.of(Language.class, language).orElseThrow();
  }

  public ContractStatus status() {
    return status;
  }

  /** The number of the current version, from 1 on. */
  public int version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** When its terms, its status or an answer last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  public Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }

  public Optional<String> cancelReason() {
    return Optional.ofNullable(cancelReason);
  }

  /** When personal data was erased; empty where it is still there. */
  public Optional<Instant> personalDataErasedAt() {
    return Optional.ofNullable(personalDataErasedAt);
  }

  /** Names the contract's present state; no two states of it have the same. */
  public String stateTag() {
    return stateTag(version, revision);
  }

  /** The same of what is stored. */
  public static String stateTag(int version, long revision) {
    return version + "." + revision;
  }

  /** In the order of the request that made the contract. */
  public List<Party> parties() {
    return List.copyOf(parties);
  }

  /** The numbers of the parties; none once personal data was erased. */
  public List<PhoneNumber> phones() {
    return parties.stream().flatMap(party -> party.phone().stream()).toList();
  }

  /** How many parties have given this answer to the current version. */
  public int answers(Confirmation confirmation) {
    return (int)
        parties.stream().filter(party -> party.confirmation() == confirmation).count();
  }
}
