package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That a person wants the money of a payment to go one way. */
@Entity
@Table(name = "payment_approval")
@IdClass(Approval.Key.class)
public class Approval {

  /** The key: each person counts once. */
  public record Key(String paymentId, Payout.Kind kind, String person) implements Serializable {}

  @Id
  @Column(name = "payment_id")
  private String paymentId;

  @Id
  @Enumerated(EnumType.STRING)
  private Payout.Kind kind;

  @Id
  private String person;

  private String reason;

  @Column(name = "approved_at")
  private Instant approvedAt;

  protected Approval() {}

  /**
   * @param person as the audit trail names it
   * @param reason in that person's own words
   */
  public Approval(Payment payment, Payout.Kind kind, String person, String reason, Instant now) {
    this.paymentId = payment.id();
    this.kind = kind;
    this.person = person;
    this.reason = reason;
    this.approvedAt = now;
  }

  public Key key() {
    return new Key(paymentId, kind, person);
  }

  public void erasePersonalData() {
    reason = null;
  }
}
