package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That a person wants the money of a payment to go one way, or says what became of an order. */
@Entity
@Table(name = "payment_approval")
@IdClass(Approval.Key.class)
public class Approval {

  /** The key: each person counts once. */
  public record Key(String paymentId, String kind, String person) implements Serializable {}

  @Id
  @Column(name = "payment_id")
  private String paymentId;

  @Id
  private String kind;

  @Id
  private String person;

  private String reason;

  @Column(name = "approved_at")
  private Instant approvedAt;

  protected Approval() {}

  /**
   * @param kind what is agreed to: people who agree to the same name the same
   * @param person as the audit trail names it
   * @param reason in that person's own words
   */
  public Approval(Payment payment, String kind, String person, String reason, Instant now) {
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
