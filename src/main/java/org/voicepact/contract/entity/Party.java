package org.voicepact.contract.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.WireValue;

/**
 * One who takes part in a contract, known by a phone number until personal data is erased, and what this one has
 * answered.
 */
@Entity
@Table(name = "party")
public class Party {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "party_id")
  @SequenceGenerator(name = "party_id", sequenceName = "party_id", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "contract_id")
  private Contract contract;

  private int position;

  @Enumerated(EnumType.STRING)
  private Role role;

  private String name;

  private String phone;

  private String language;

  @Column(name = "commitment_key")
  private byte[] commitmentKey;

  private String commitment;

  @Enumerated(EnumType.STRING)
  private Confirmation confirmation = Confirmation.PENDING;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "remind_at")
  private Instant remindAt;

  protected Party() {}

  /**
   * @param language that the request asked for, where it did
   * @param commitmentKey a random key for this party alone
   * @param commitment to name and number, made with that key
   */
  public Party(
      Role role,
      Optional<String> name,
      PhoneNumber phone,
      Optional<Language> language,
      byte[] commitmentKey,
      String commitment) {
    this.role = role;
    this.name = name.orElse(null);
    this.phone = phone.e164();
    this.language = language.map(Language::wire).orElse(null);
    this.commitmentKey = commitmentKey.clone();
    this.commitment = commitment;
  }

  void join(Contract joined, int place) {
    this.contract = joined;
    this.position = place;
  }

  void answer(Confirmation answer, Instant now) {
    this.confirmation = answer;
    this.answeredAt = now;
  }

  /** Forgets the answer, because it was to other terms. */
  void askAgain() {
    this.confirmation = Confirmation.PENDING;
    this.answeredAt = null;
  }

  /**
   * Plans the next reminder of a party that has not answered.
   *
   * @param next empty where there is none
   */
  public void remindAt(Optional<Instant> next) {
    this.remindAt = next.orElse(null);
  }

  /** Forgets who it is; without the key nobody can tell any more what the commitment stands for. */
  void erasePersonalData() {
    this.name = null;
    this.phone = null;
    this.commitmentKey = null;
  }

  public Role role() {
    return role;
  }

  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** Empty once personal data was erased. */
  public Optional<PhoneNumber> phone() {
    return Optional.ofNullable(phone).map(PhoneNumber::new);
  }

  /** In which the party is told about the contract, where the request asked for one. */
  public Optional<Language> language() {
    return Optional.ofNullable(language).flatMap(code -> WireValue.of(Language.class, code));
  }

  /** Empty once personal data was erased. */
  public Optional<byte[]> commitmentKey() {
    return Optional.ofNullable(commitmentKey).map(byte[]::clone);
  }

  /** Stands for the party wherever name and number must not stand. */
  public String commitment() {
    return commitment;
  }

  public Confirmation confirmation() {
    return confirmation;
  }

  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  /** When it is to be reminded, where it has not answered by then. */
  public Optional<Instant> remindAt() {
    return Optional.ofNullable(remindAt);
  }

  /** Its place in the contract, from 0 on. */
  public int position() {
    return position;
  }
}
