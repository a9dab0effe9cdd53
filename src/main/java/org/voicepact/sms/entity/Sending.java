package org.voicepact.sms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.WireValue;

/** How far a message has come on its way from the outbox to the phone. */
@Embeddable
public class Sending {

  /** Where a message is. */
  public enum Status implements WireValue {
    QUEUED,
    /** A server has taken it, and calls the gateway or is about to. */
    SENDING,
    /** The gateway has taken it; that does not mean that it was delivered. */
    ACCEPTED,
    /** A delivery report says that the phone has it. */
    DELIVERED,
    /** It will not arrive: it was refused for good, overtaken before it was sent, or reported as not delivered. */
    FAILED,
    /** The gateway was called and its answer was lost: it may have been sent, and is not sent again by itself. */
    UNKNOWN,
    /** It is kept and not sent, because a limit forbids it or all attempts were made; those behind it are. */
    PARKED;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LONGEST_FAILURE = 200;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  @Enumerated(EnumType.STRING)
  private Status status = Status.QUEUED;

  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "called_at")
  private Instant calledAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "lost_at")
  private Instant lostAt;

  @Column(name = "delivered_at")
  private Instant deliveredAt;

  @Column(name = "gateway_id")
  private String gatewayId;

  private String failure;

  @Column(name = "sealed_code")
  private byte[] sealedCode;

  protected Sending() {}

  Sending(Instant now) {
    this.nextAttemptAt = now;
  }

  /**
   * Whether it was taken by a server that had called the gateway already; once its time is over that server has died,
   * and nobody knows whether the message was sent.
   */
  public boolean isBeingCalledFor() {
    return status == Status.SENDING && calledAt != null;
  }

  /** Whether it is to be taken: for an attempt, or from a server that must have ended. */
  public boolean isDue(Instant now) {
    return (status == Status.QUEUED || status == Status.SENDING) && !nextAttemptAt.isAfter(now);
  }

  /**
   * Takes the message for an attempt, also one that a server had taken and not called for. One that was called for is
   * lost instead.
   *
   * @param patience after which another server may take it
   */
  public void take(Instant now, Duration patience) {
    if (isBeingCalledFor()) {
      lost("the server ended while it called the gateway", now);
      return;
    }
    status = Status.SENDING;
    nextAttemptAt = now.plus(patience);
  }

  /**
   * Notes that the gateway is about to be called.
   *
   * @param until the end of the time for which the caller took it
   * @return whether it may be called: not where the message was taken by another, or its personal data erased
   */
  public boolean beginCall(Instant until, Instant now) {
    if (status != Status.SENDING || calledAt != null || !nextAttemptAt.equals(until)) {
      return false;
    }
    calledAt = now;
    attempts++;
    return true;
  }

  /** Gives the message up. */
  public void drop(String reason) {
    end(Status.FAILED, reason);
  }

  /** Keeps the message from being sent, because a limit forbids it. */
  public void park(String reason) {
    end(Status.PARKED, reason);
  }

  /** The answer was lost. It counts as sent where what was sent is counted. */
  public void lost(String reason, Instant now) {
    end(Status.UNKNOWN, reason);
    acceptedAt = now;
    lostAt = now;
  }

  private void end(Status how, String reason) {
    status = how;
    failure = cut(reason);
    sealedCode = null;
  }

  /**
   * The gateway has taken it; of a message whose personal data was erased in the meantime no id is kept.
   *
   * @param byGateway the gateway's id of the message, where it has given one
   */
  public void accepted(Optional<String> byGateway, Instant now) {
    if (status == Status.DELIVERED) {
      return;
    }
    if (status == Status.SENDING || status == Status.UNKNOWN) {
      gatewayId = byGateway.orElse(null);
    }
    status = Status.ACCEPTED;
    acceptedAt = now;
    failure = null;
    sealedCode = null;
  }

  /**
   * The gateway did not take it: back into the queue, each time about twice as far away, or parked.
   *
   * @param most attempts that are made in all
   * @param jitter from -1 to 1; the pause is up to a fifth longer or shorter
   */
  public void postponed(String reason, int most, double jitter, Instant now) {
    if (status != Status.SENDING) {
      // It was given up in the meantime.
      return;
    }
    if (attempts >= most) {
      park("not sent in " + most + " attempts: " + reason);
      return;
    }
    queueAgain(reason, jitter, now);
  }

  private void queueAgain(String reason, double jitter, Instant now) {
    failure = cut(reason);
    status = Status.QUEUED;
    calledAt = null;
    long doubled = FIRST_PAUSE.toSeconds() << Math.min(Math.max(attempts - 1, 0), 20);
    long pause = Math.min(doubled, LONGEST_PAUSE.toSeconds()) * 1000;
    nextAttemptAt = now.plusMillis(pause + (long) (pause / 5 * jitter));
  }

  private static String cut(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST_FAILURE));
  }

  /**
   * The gateway was not called after all: back into the queue, and the attempt does not count.
   *
   * @param jitter from -1 to 1
   */
  public void notCalled(String reason, double jitter, Instant now) {
    if (status == Status.SENDING) {
      attempts--;
      queueAgain(reason, jitter, now);
    }
  }

  /**
   * A delivery report says that it has arrived.
   *
   * @return whether that is news
   */
  public boolean delivered(Instant now) {
    if (!isOnItsWay()) {
      return false;
    }
    status = Status.DELIVERED;
    deliveredAt = now;
    failure = null;
    return true;
  }

  /**
   * A delivery report says that it will not arrive.
   *
   * @return whether that is news
   */
  public boolean undelivered(String reason) {
    if (!isOnItsWay()) {
      return false;
    }
    drop(reason);
    return true;
  }

  private boolean isOnItsWay() {
    return status == Status.ACCEPTED || status == Status.UNKNOWN;
  }

  /**
   * Whether a report of a call whose answer was lost may be of this message: it waits for one, and was called for before
   * the report came.
   */
  public boolean waitsForReportOf(Instant received) {
    return status == Status.UNKNOWN
        && gatewayId == null
        && (calledAt == null || !received.isBefore(calledAt));
  }

  /** A report was taken for the one of the call whose answer was lost: no other is looked for. */
  public void isFound() {
    lostAt = null;
  }

  /**
   * A person wants it sent once more, from the first attempt on. That an answer was lost stays known.
   *
   * @return whether it can be: it is at rest without having arrived
   */
  public boolean retry(Instant now) {
    if (status != Status.PARKED && status != Status.FAILED && status != Status.UNKNOWN) {
      return false;
    }
    status = Status.QUEUED;
    attempts = 0;
    calledAt = null;
    acceptedAt = null;
    gatewayId = null;
    failure = null;
    nextAttemptAt = now;
    return true;
  }

  /** Forgets by which id the gateway finds it; where it has not left yet it never does. */
  void forget() {
    if (status == Status.QUEUED || status == Status.SENDING || status == Status.UNKNOWN) {
      drop("personal data was erased before it was sent");
    }
    gatewayId = null;
    sealedCode = null;
  }

  void carries(byte[] code) {
    sealedCode = code;
  }

  public Status status() {
    return status;
  }

  /** How often the gateway was called. */
  public int attempts() {
    return attempts;
  }

  /** For a message that was taken: until when it belongs to the server that took it. */
  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  /** When the gateway took it, or may have. */
  public Optional<Instant> acceptedAt() {
    return Optional.ofNullable(acceptedAt);
  }

  public Optional<Instant> deliveredAt() {
    return Optional.ofNullable(deliveredAt);
  }

  public Optional<String> gatewayId() {
    return Optional.ofNullable(gatewayId);
  }

  /** Why it was not sent, or not yet; null where there is no such reason. */
  public String failure() {
    return failure;
  }

  /** The code that the message brings, encrypted; null where there is none, or no longer one. */
  public byte[] sealedCode() {
    return sealedCode;
  }
}
