package org.voicepact.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** That an operator is signed in with one browser. The token that the browser holds is not kept, only its hash. */
@Entity
@Table(name = "operator_session")
public class Session {

  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "operator_id")
  private String operatorId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  protected Session() {}

  /**
   * @param tokenHash SHA-256 of the token, in lower-case hex
   * @param longest after which it ends, used or not
   */
  public Session(String tokenHash, String operatorId, Duration longest, Instant now) {
    this.tokenHash = tokenHash;
    this.operatorId = operatorId;
    this.createdAt = now;
    this.lastUsedAt = now;
    this.endsAt = now.plus(longest);
  }

  /**
   * @param idle after which it ends where it is not used
   */
  public boolean isValidAt(Instant now, Duration idle) {
    return now.isBefore(endsAt) && now.isBefore(lastUsedAt.plus(idle));
  }

  /** Whether the last use that is noted is this long ago, or longer. */
  public boolean isUnnotedFor(Duration time, Instant now) {
    return !now.isBefore(lastUsedAt.plus(time));
  }

  public String operatorId() {
    return operatorId;
  }
}
