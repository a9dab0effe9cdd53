package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** That somebody was asked whether the card of a number was replaced; the number stands there as a keyed digest. */
@Entity
@Table(name = "sim_swap_question")
public class SimSwapQuestion {

  @Id
  private String id;

  private String phone;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "request_id")
  private String requestId;

  protected SimSwapQuestion() {}

  public SimSwapQuestion(String id, String phone, Instant askedAt) {
    this.id = id;
    this.phone = phone;
    this.askedAt = askedAt;
  }

  /** It was taken. */
  public void taken(String reference) {
    this.requestId = reference;
  }

  public Instant askedAt() {
    return askedAt;
  }

  /** By which the answer names it; empty where the question was not taken. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }
}
