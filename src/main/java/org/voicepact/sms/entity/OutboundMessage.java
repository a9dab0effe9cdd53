package org.voicepact.sms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.PhoneNumber;

/** A message that is to leave, in the outbox from the transaction that wants it sent until long after. */
@Entity
@Table(name = "outbound_message")
public class OutboundMessage {

  /** What a message is. */
  public enum Kind {
    /** It brings the terms of a contract's version and asks for an answer. */
    TERMS,
    /** It tells what became of a contract. */
    NOTICE,
    /** It answers a message of the person. */
    ANSWER,
    /** It brings a one-time code, which is forgotten once the message has left. */
    CODE;

    /** Whether it may come to somebody who has never written. */
    public boolean isUnasked() {
      return this != ANSWER;
    }
  }

  /** Where a message is. */
  public enum Status {
    QUEUED,
    /** The gateway is being called. */
    SENDING,
    /** The gateway has taken it; that does not mean that it was delivered. */
    ACCEPTED,
    /** It was tried too often, or overtaken before it was sent. */
    FAILED,
    /** It is over a limit of what may be sent, and is not sent; those behind it are. */
    PARKED
  }

  private static final Pattern ONE_TIME_CODE = Pattern.compile("(?<![0-9-])[0-9]{6}(?![0-9-])");
  private static final String FORGOTTEN = "******";
  private static final int LONGEST_FAILURE = 200;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbound_message_id")
  @SequenceGenerator(
      name = "outbound_message_id",
      sequenceName = "outbound_message_id",
      allocationSize = 50)
  private Long id;

  private String phone;

  private String text;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "contract_id")
  private String contractId;

  @Column(name = "contract_version")
  private Integer contractVersion;

  @Enumerated(EnumType.STRING)
  private Status status = Status.QUEUED;

  private int attempts;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "gateway_id")
  private String gatewayId;

  private String failure;

  protected OutboundMessage() {}

  private OutboundMessage(PhoneNumber phone, String text, Kind kind, Instant now) {
    this.phone = phone.e164();
    this.text = text;
    this.kind = kind;
    this.createdAt = now;
    this.nextAttemptAt = now;
  }

  /** A message that brings a version of a contract. */
  public static OutboundMessage terms(
      PhoneNumber phone, String text, String contractId, int contractVersion, Instant now) {
    OutboundMessage message = new OutboundMessage(phone, text, Kind.TERMS, now);
    message.contractId = contractId;
    message.contractVersion = contractVersion;
    return message;
  }

  public static OutboundMessage notice(
      PhoneNumber phone, String text, String contractId, Instant now) {
    OutboundMessage message = new OutboundMessage(phone, text, Kind.NOTICE, now);
    message.contractId = contractId;
    return message;
  }

  /**
   * A message that answers one of the person.
   *
   * @param contractId of the contract that it is about, or null
   */
  public static OutboundMessage answer(
      PhoneNumber phone, String text, String contractId, Instant now) {
    OutboundMessage message = new OutboundMessage(phone, text, Kind.ANSWER, now);
    message.contractId = contractId;
    return message;
  }

  /**
   * A message that brings a one-time code.
   *
   * @param contractId of the contract that the code is for, or null
   */
  public static OutboundMessage code(
      PhoneNumber phone, String text, String contractId, Instant now) {
    OutboundMessage message = new OutboundMessage(phone, text, Kind.CODE, now);
    message.contractId = contractId;
    return message;
  }

  /**
   * Takes the message out of the queue for one attempt, or gives it up where all attempts were made: then a
   * server died in the last of them.
   *
   * @param patience after which an attempt without an end is made again
   * @param most attempts that are made in all
   */
  public void beginAttempt(Instant now, Duration patience, int most) {
    if (attempts >= most) {
      drop("the last attempt had no end");
      return;
    }
    status = Status.SENDING;
    attempts++;
    nextAttemptAt = now.plus(patience);
  }

  /** Gives the message up. */
  public void drop(String reason) {
    end(Status.FAILED, reason);
  }

  /** Keeps the message from being sent, because a limit forbids it. */
  public void park(String reason) {
    end(Status.PARKED, reason);
  }

  private void end(Status how, String reason) {
    status = how;
    failure = reason;
    forgetCode();
  }

  public void accepted(String byGateway, Instant now) {
    status = Status.ACCEPTED;
    acceptedAt = now;
    failure = null;
    if (phone != null) {
      gatewayId = byGateway;
      forgetCode();
    }
  }

  /** Forgets whom it is for and what it says. Where it has not left yet it never does. */
  public void erasePersonalData() {
    if (status == Status.QUEUED || status == Status.SENDING) {
      drop("personal data was erased before it was sent");
    }
    phone = null;
    text = null;
    gatewayId = null;
  }

  /** What opens something must not lie about in a table of messages. */
  private void forgetCode() {
    if (kind == Kind.CODE) {
      text = withoutCode(text);
    }
  }

  /** The text with stars in place of a one-time code; numbers of contracts stay. */
  public static String withoutCode(String text) {
    return ONE_TIME_CODE.matcher(text).replaceAll(FORGOTTEN);
  }

  /**
   * The attempt failed: back into the queue, each time twice as far away, or out of it.
   *
   * @param most attempts that are made in all
   */
  public void failed(String reason, int most, Instant now) {
    if (status != Status.SENDING) {
      // A later attempt has ended already.
      return;
    }
    failure = reason.length() > LONGEST_FAILURE ? reason.substring(0, LONGEST_FAILURE) : reason;
    if (attempts >= most) {
      status = Status.FAILED;
      forgetCode();
      return;
    }
    status = Status.QUEUED;
    long doubled = FIRST_PAUSE.toSeconds() << Math.min(attempts - 1, 20);
    nextAttemptAt = now.plusSeconds(Math.min(doubled, LONGEST_PAUSE.toSeconds()));
  }

  public Long id() {
    return id;
  }

  public boolean isErased() {
    return phone == null;
  }

  /** There for as long as the message can be sent; not once personal data was erased. */
  public PhoneNumber phone() {
    return new PhoneNumber(phone);
  }

  /** Null once personal data was erased. */
  public String text() {
    return text;
  }

  public Kind kind() {
    return kind;
  }

  public String contractId() {
    return contractId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Integer contractVersion() {
    return contractVersion;
  }

  public Status status() {
    return status;
  }

  /** Why it was not sent; null where there is no such reason. */
  public String failure() {
    return failure;
  }

  public int attempts() {
    return attempts;
  }

  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }
}
