package org.voicepact.ussd.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One call of the USSD code, from dialling to its end. */
@Entity
@Table(name = "ussd_session")
public class UssdSession {

  /** Longer than any network holds one. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  @Id
  private String id;

  private String phone;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "touched_at")
  private Instant touchedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "end_status")
  private String endStatus;

  protected UssdSession() {}

  public String id() {
    return id;
  }

  /**
   * @param caller a keyed digest of the number
   */
  public boolean isOf(String caller) {
    return phone.equals(caller);
  }

  /** Whether nothing more is taken. */
  public boolean isOver(Instant now) {
    return endedAt != null || touchedAt.plus(LONGEST_SILENCE).isBefore(now);
  }

  public void touch(Instant now) {
    touchedAt = now;
  }

  /** The gateway has said that it ended; only the first time counts. */
  public void end(String status, Instant now) {
    if (endedAt == null) {
      endedAt = now;
      endStatus = status;
    }
  }

  public Optional<String> endStatus() {
    return Optional.ofNullable(endStatus);
  }
}
