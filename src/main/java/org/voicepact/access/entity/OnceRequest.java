package org.voicepact.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A request that was sent with an {@code Idempotency-Key}, and what it was answered. */
@Entity
@Table(name = "idempotent_request")
@IdClass(OnceRequest.Key.class)
public class OnceRequest {

  /**
   * The key: it is the caller's own within a route.
   *
   * @param keyHash of what the caller sent, which may be anything
   */
  public record Key(String caller, String route, String keyHash) implements Serializable {}

  /** Work that has not ended by then has ended with its server, and has left nothing. */
  private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

  @Id
  private String caller;

  @Id
  private String route;

  @Id
  @Column(name = "key_hash")
  private String keyHash;

  @Column(name = "body_hash")
  private String bodyHash;

  @Column(name = "begun_at")
  private Instant begunAt;

  private Integer status;

  private String answer;

  protected OnceRequest() {}

  public OnceRequest(Key key, String bodyHash, Instant now) {
    this.caller = key.caller();
    this.route = key.route();
    this.keyHash = key.keyHash();
    this.bodyHash = bodyHash;
    this.begunAt = now;
  }

  /**
   * The same key came again.
   *
   * @return its answer; empty where the work is to be done anew
   * @throws OnceRefusal where it came with another body, or the first is still worked on
   */
  public Optional<OnceAnswer> again(String otherBodyHash, Instant now) {
    if (!bodyHash.equals(otherBodyHash)) {
      throw OnceRefusal.keyReused();
    }
    if (status != null) {
      return Optional.of(new OnceAnswer(status, answer));
    }
    if (now.isBefore(begunAt.plus(LONGEST_WORK))) {
      throw OnceRefusal.stillRunning();
    }
    begunAt = now;
    return Optional.empty();
  }

  /** What this body was answered; empty where it is another, or has no answer yet. */
  public Optional<OnceAnswer> answerTo(String otherBodyHash) {
    return status != null && bodyHash.equals(otherBodyHash)
        ? Optional.of(new OnceAnswer(status, answer))
        : Optional.empty();
  }

  public boolean isAnswered() {
    return status != null;
  }

  public void answered(OnceAnswer given) {
    status = given.status();
    answer = given.json();
  }
}
