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

  /** The actor of what the server does by itself. */
  public static final String SYSTEM = "system";

  /** The actor of what a caller did who has not said who it is. */
  public static final String ANONYMOUS = "anonymous";

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
   * @param actor {@link #SYSTEM}, {@link #ANONYMOUS}, or {@code party:} and a party's commitment; never a name or number
   * @param assurance how far the actor is known; null for the system
   * @param action as {@code contract.created}
   * @param subject the id of the contract
   * @param data a JSON object without personal data
   */
  public AuditEntry(
      Instant recordedAt,
      String actor,
      Channel channel,
      Assurance assurance,
      String action,
      String subject,
      String data) {
    this.recordedAt = recordedAt;
    this.actor = actor;
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
