package org.voicepact.contract.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.platform.entity.PlainDecimal;

/** What a seller claims to have delivered, and when the buyer accepted it. */
@Entity
@Table(name = "delivery")
public class Delivery {

  /**
   * What a seller says.
   *
   * @param quantity more than 0; all that is still owed where it is empty
   * @param note in the seller's own words
   */
  public record Claimed(Optional<BigDecimal> quantity, Optional<String> note) {

    /** All that is still owed. */
    public static final Claimed ALL = new Claimed(Optional.empty(), Optional.empty());
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_id")
  @SequenceGenerator(name = "delivery_id", sequenceName = "delivery_id", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "contract_id")
  private Contract contract;

  private int number;

  private BigDecimal quantity;

  @Column(name = "is_last")
  private boolean isLast;

  private String note;

  @Column(name = "claimed_at")
  private Instant claimedAt;

  @Column(name = "notice_sent_at")
  private Instant noticeSentAt;

  @Column(name = "accept_until")
  private Instant acceptUntil;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  private boolean silently;

  protected Delivery() {}

  /**
   * @param quantity empty where the terms name none and all of it was delivered
   * @param isLast whether nothing is owed any more once it is accepted
   */
  Delivery(
      Contract contract,
      int number,
      Optional<BigDecimal> quantity,
      boolean isLast,
      Optional<String> note,
      Instant now) {
    this.contract = contract;
    this.number = number;
    this.quantity = quantity.orElse(null);
    this.isLast = isLast;
    this.note = note.orElse(null);
    this.claimedAt = now;
  }

  boolean says(
      Optional<BigDecimal> otherQuantity, boolean otherIsLast, Optional<String> otherNote) {
    return quantity().map(PlainDecimal::spelled).equals(otherQuantity.map(PlainDecimal::spelled))
        && isLast == otherIsLast
        && note().equals(otherNote);
  }

  void accept(boolean inSilence, Instant now) {
    this.silently = inSilence;
    this.acceptedAt = now;
  }

  /** The buyer was told of it; only the first time counts. */
  void noticeSent(Instant sent, Duration timeToAnswer) {
    if (noticeSentAt == null) {
      this.noticeSentAt = sent;
      this.acceptUntil = sent.plus(timeToAnswer);
    }
  }

  void noticeLost() {
    this.noticeSentAt = null;
    this.acceptUntil = null;
  }

  /** Forgets the seller's words. */
  void erasePersonalData() {
    this.note = null;
  }

  /** From 1 on for each contract. */
  public int number() {
    return number;
  }

  /** In the unit of the terms, without zeros at its end. */
  public Optional<BigDecimal> quantity() {
    return Optional.ofNullable(quantity).map(PlainDecimal::spelled).map(BigDecimal::new);
  }

  /** Whether nothing is owed any more once it is accepted. */
  public boolean isLast() {
    return isLast;
  }

  public Optional<String> note() {
    return Optional.ofNullable(note);
  }

  public Instant claimedAt() {
    return claimedAt;
  }

  /** When a notice of it left to the buyer. */
  public Optional<Instant> noticeSentAt() {
    return Optional.ofNullable(noticeSentAt);
  }

  /** From then on silence is acceptance; empty where the buyer was not told of it. */
  public Optional<Instant> acceptUntil() {
    return Optional.ofNullable(acceptUntil);
  }

  public Optional<Instant> acceptedAt() {
    return Optional.ofNullable(acceptedAt);
  }

  /** Whether it was accepted because the buyer said nothing in time. */
  public boolean isAcceptedSilently() {
    return silently;
  }
}
