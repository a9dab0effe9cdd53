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
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.PlainDecimal;
import org.voicepact.platform.entity.WireValue;

/** Why buyer or seller said that something is wrong, and how it was decided. A contract has one at most. */
@Entity
@Table(name = "dispute")
public class Dispute {

  /** Who decides. */
  public enum Decider implements WireValue {
    MEDIATOR,
    /** An administrator of the installation. */
    OPERATOR;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What was decided.
   *
   * @param sellerAmount how much of the money that is held the seller gets, where it is divided; the buyer gets the rest
   * @param grounds in the decider's own words
   */
  public record Decision(Outcome outcome, Optional<BigDecimal> sellerAmount, String grounds) {

    /** One of the two gets all of it. */
    public Decision(Outcome outcome, String grounds) {
      this(outcome, Optional.empty(), grounds);
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dispute_id")
  @SequenceGenerator(name = "dispute_id", sequenceName = "dispute_id", allocationSize = 50)
  private Long id;

  @OneToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "contract_id")
  private Contract contract;

  @Enumerated(EnumType.STRING)
  @Column(name = "raised_by")
  private Role raisedBy;

  private String reason;

  @Column(name = "raised_at")
  private Instant raisedAt;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Enumerated(EnumType.STRING)
  @Column(name = "decided_by")
  private Decider decidedBy;

  private String grounds;

  @Column(name = "resolved_at")
  private Instant resolvedAt;

  @Column(name = "seller_amount")
  private BigDecimal sellerAmount;

  protected Dispute() {}

  Dispute(Contract contract, Role raisedBy, String reason, Instant now) {
    this.contract = contract;
    this.raisedBy = raisedBy;
    this.reason = reason;
    this.raisedAt = now;
  }

  boolean says(Role by, String words) {
    return raisedBy == by && words.equals(reason);
  }

  boolean says(Decision decision) {
    return outcome == decision.outcome()
        && sellerAmount()
            .map(PlainDecimal::spelled)
            .equals(decision.sellerAmount().map(PlainDecimal::spelled));
  }

  void resolve(Decider by, Decision decision, Instant now) {
    this.decidedBy = by;
    this.outcome = decision.outcome();
    this.sellerAmount = decision.sellerAmount().orElse(null);
    this.grounds = decision.grounds();
    this.resolvedAt = now;
  }

  /** Forgets what people said about it. */
  void erasePersonalData() {
    this.reason = null;
    this.grounds = null;
  }

  public Role raisedBy() {
    return raisedBy;
  }

  /** Empty once personal data was erased. */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  /** Empty until it is decided. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  public Optional<Decider> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  /** Why it was decided so; empty once personal data was erased. */
  public Optional<String> grounds() {
    return Optional.ofNullable(grounds);
  }

  /** How much of the money that is held the seller gets, where it was divided. */
  public Optional<BigDecimal> sellerAmount() {
    return Optional.ofNullable(sellerAmount);
  }

  public Optional<Instant> resolvedAt() {
    return Optional.ofNullable(resolvedAt);
  }
}
