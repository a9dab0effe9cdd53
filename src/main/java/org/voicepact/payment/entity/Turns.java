package org.voicepact.payment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the provider is told or asked of an order next; after each time that brought nothing, later. */
@Embeddable
class Turns {

  /** A server that has not said by then what became of its call has died. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "called_at")
  private Instant calledAt;

  private int attempts;

  private int questions;

  protected Turns() {}

  Turns(Instant first) {
    this.nextAt = first;
  }

  /** Somebody tells it. */
  void tell(Instant now) {
    nextAt = now.plus(PATIENCE);
    calledAt = now;
    attempts++;
  }

  /** Somebody asks for it. */
  void ask(Instant now) {
    nextAt = now.plus(PATIENCE);
    questions++;
  }

  /** It was told and is to be asked for. */
  void told(Instant now) {
    nextAt = now.plus(FIRST_PAUSE);
  }

  /** It could not be told and is to be told again. */
  void notTold(Instant now) {
    nextAt = now.plus(pause(attempts));
    calledAt = null;
  }

  /** The answer said nothing clear. */
  void askAgain(Instant now) {
    nextAt = now.plus(pause(questions));
  }

  /** There may be an answer now. */
  void askSoon(Instant now) {
    nextAt = now;
  }

  /** There is something else to ask. */
  void askAnew(Instant now) {
    nextAt = now;
    questions = 0;
  }

  /** Whether it was asked for, of late where there was something else to ask. */
  boolean isAsked() {
    return questions > 0;
  }

  boolean isDue(Instant now) {
    return !nextAt.isAfter(now);
  }

  /** When somebody told it, or began to; empty where that came to nothing. */
  Optional<Instant> lastTold() {
    return Optional.ofNullable(calledAt);
  }

  Instant nextAt() {
    return nextAt;
  }

  private static Duration pause(int times) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 20));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
