package org.voicepact.evidence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the audit trail: who did what, when, by which channel. It is only ever added. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_id")
  @SequenceGenerator(name = "audit_entry_id", sequenceName = "audit_entry_id", allocationSize = 50)
  private Long id;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String actor;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private Assurance assurance;

  private String action;

  private String subject;

  private String data;

  protected AuditEntry() {}

  /**
   * @param assurance how far the actor is known; null for the system
   * @param action as {@code contract.created}
   * @param subject the id of the contract, or of the key, that it tells of
   * @param data a JSON object without personal data
   */
  public AuditEntry(
      Instant recordedAt,
      Actor actor,
      Channel channel,
      Assurance assurance,
      String action,
      String subject,
      String data) {
    this.recordedAt = recordedAt;
    this.actor = actor.name();
    this.channel = channel;
    this.assurance = assurance;
    this.action = action;
    this.subject = subject;
    this.data = data;
  }

  public String action() {
    return action;
  }
}
