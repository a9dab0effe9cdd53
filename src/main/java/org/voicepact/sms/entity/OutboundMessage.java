package org.voicepact.sms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.WireValue;

/** A message that is to leave, in the outbox from the transaction that wants it sent until long after. */
@Entity
@Table(name = "outbound_message")
public class OutboundMessage {

  /** What a message is. */
  public enum Kind implements WireValue {
    /** It brings the terms of a contract's version and asks for an answer. */
    TERMS,
    /** It brings them once more to a party that has not answered. */
    REMINDER,
    /** It tells what became of a contract. */
    NOTICE,
    /** It answers a message of the person. */
    ANSWER,
    /** It brings a one-time code, which is forgotten once the message has left. */
    CODE,
    /** An operator or an integrator has written it. */
    FREE;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Stands in the text for a one-time code, which is kept apart and encrypted. */
  public static final String CODE_PLACE = "[code]";

  private static final String LIKE_A_CODE = "000000";

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

  @Column(name = "created_at")
  private Instant createdAt;

  @Embedded
  private Sending sending;

  private boolean asked;

  protected OutboundMessage() {}

  private OutboundMessage(PhoneNumber phone, String text, Kind kind, Instant now) {
    this.phone = phone.e164();
    this.text = Gsm7.normalised(text);
    this.kind = kind;
    this.createdAt = now;
    this.sending = new Sending(now);
  }

  /** A message that brings a version of a contract. */
  public static OutboundMessage terms(
      PhoneNumber phone, String text, String contractId, int contractVersion, Instant now) {
    OutboundMessage message = new OutboundMessage(phone, text, Kind.TERMS, now);
    message.contractId = contractId;
    message.contractVersion = contractVersion;
    return message;
  }

  /** Likewise to remind a party that has not answered. */
  public static OutboundMessage reminder(
      PhoneNumber phone, String text, String contractId, int contractVersion, Instant now) {
    OutboundMessage message = terms(phone, text, contractId, contractVersion, now);
    message.kind = Kind.REMINDER;
    return message;
  }

  /** Marks it as an answer to a message of the person. */
  public OutboundMessage asked() {
    asked = true;
    return this;
  }

  /** A message in an integrator's own words. */
  public static OutboundMessage free(PhoneNumber phone, String text, Instant now) {
    return new OutboundMessage(phone, text, Kind.FREE, now);
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
    return message.asked();
  }

  /**
   * A message that brings a one-time code.
   *
   * @param text with {@link #CODE_PLACE} where the code belongs
   * @param sealedCode the code, encrypted
   * @param contractId of the contract that the code is for, or null
   */
  public static OutboundMessage code(
      PhoneNumber phone, String text, byte[] sealedCode, String contractId, Instant now) {
    OutboundMessage message = new OutboundMessage(phone, text, Kind.CODE, now);
    message.sending.carries(sealedCode);
    message.contractId = contractId;
    return message;
  }

  /**
   * A person wants it sent once more, from the first attempt on.
   *
   * @return whether it can be: it is at rest without having arrived, and nothing of it was forgotten
   */
  public boolean retry(Instant now) {
    return kind != Kind.CODE && !isErased() && sending.retry(now);
  }

  /** Forgets whom it is for and what it says. Where it has not left yet it never does. */
  public void erasePersonalData() {
    sending.forget();
    phone = null;
    text = null;
  }

  public Long id() {
    return id;
  }

  /** In how many segments the whole text goes, the code among it; none once personal data was erased. */
  public int segments() {
    return isErased() ? 0 : SmsSegments.count(text.replace(CODE_PLACE, LIKE_A_CODE));
  }

  public boolean isErased() {
    return phone == null;
  }

  /** There for as long as the message can be sent; not once personal data was erased. */
  public PhoneNumber phone() {
    return new PhoneNumber(phone);
  }

  /** With {@link #CODE_PLACE} in place of a one-time code. Null once personal data was erased. */
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

  /** How far it has come. */
  public Sending sending() {
    return sending;
  }

  public Sending.Status status() {
    return sending.status();
  }

  /** Whether it may come to somebody who has never written, or who has asked for no more. */
  public boolean isUnasked() {
    return !asked;
  }
}
