package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.platform.entity.Json;

/**
 * What happened: who did what, when, by which channel. It is only ever added, in the transaction of what it tells of
 * and without a place in the log; {@link LogEntry} gives it one.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  /** Rises in the order of writing. */
  @Id
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

  private String chain;

  protected AuditEntry() {}

  public Long id() {
    return id;
  }

  public String action() {
    return action;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Channel channel() {
    return channel;
  }

  public Optional<String> chain() {
    return Optional.ofNullable(chain);
  }

  /** A member of the entry's data. */
  public Optional<String> data(String name) {
    return Optional.ofNullable(Json.read(data).path(name).textValue());
  }

  /**
   * The document whose canonical form is a leaf of the log, see {@link EntryContent#document}.
   *
   * @param sequence the entry's place in the log, from 1 on
   */
  public ObjectNode document(long sequence, Optional<Place> place) {
    return new EntryContent(
            recordedAt, actor, channel, Optional.ofNullable(assurance), action, subject, data)
        .document(sequence, place);
  }
}
