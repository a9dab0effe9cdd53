package org.voicepact.sms.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.PhoneNumber;

/** A message as the gateway delivered it. */
@Entity
@Table(name = "inbound_message")
public class InboundMessage {

  /** Texts are stored up to this many characters. */
  public static final int LONGEST_TEXT = 2000;

  private static final int LONGEST_FIELD = 200;

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  /** Six digits by themselves, which are not the end of a contract's number with dashes. */
  private static final Pattern CODE =
      Pattern.compile("(?<!\\p{Nd}|\\p{Nd}-)\\p{Nd}{3}[ .-]?\\p{Nd}{3}(?!\\p{Nd}|-\\p{Nd})");

  /** So many digits at the end of a number tell whose it is; random ids hardly ever have them by chance. */
  private static final int TELLING_DIGITS = 8;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inbound_message_id")
  @SequenceGenerator(
      name = "inbound_message_id",
      sequenceName = "inbound_message_id",
      allocationSize = 50)
  private Long id;

  @Column(name = "gateway_id")
  private String gatewayId;

  private String sender;

  @Column(name = "sender_phone")
  private String senderPhone;

  private String recipient;

  private String text;

  @Column(name = "link_id")
  private String linkId;

  @Column(name = "contract_id")
  private String contractId;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  protected InboundMessage() {}

  /**
   * @param gatewayId the gateway's id, by which a repeated delivery is known
   * @param sender as the gateway names it: mostly a number, sometimes a word
   * @param recipient the short code that it was sent to
   * @param sentAt the gateway's time, where it could be read
   */
  public InboundMessage(
      Optional<String> gatewayId,
      String sender,
      Optional<String> recipient,
      String text,
      Optional<String> linkId,
      Optional<Instant> sentAt,
      Instant receivedAt) {
    this.gatewayId = gatewayId.map(value -> cut(value, LONGEST_FIELD)).orElse(null);
    this.sender = cut(sender, LONGEST_FIELD);
    this.recipient = recipient.map(value -> cut(value, LONGEST_FIELD)).orElse(null);
    this.text = cut(text, LONGEST_TEXT);
    this.linkId = linkId.map(value -> cut(value, LONGEST_FIELD)).orElse(null);
    this.sentAt = sentAt.orElse(null);
    this.receivedAt = receivedAt;
  }

  /** No database stores the null character; half a surrogate pair at the cut would be no text. */
  private static String cut(String value, int longest) {
    String text = value.replace('\0', '\uFFFD');
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }

  /**
   * Notes the number of the sender, where the gateway named one.
   *
   * @param pseudonym takes the place of a gateway's id that holds the number: the id becomes part of the evidence,
   *     where no number may stand, and is kept for ever
   */
  public void sentBy(PhoneNumber number, UnaryOperator<String> pseudonym) {
    senderPhone = number.e164();
    if (gatewayId != null && holds(gatewayId, number)) {
      gatewayId = pseudonym.apply(gatewayId);
    }
  }

  /** Gives an id to a message that came without one. */
  public void isKnownAs(String id) {
    gatewayId = id;
  }

  private static boolean holds(String text, PhoneNumber number) {
    String digits = digits(number.e164());
    return digits(text).contains(digits.substring(Math.max(0, digits.length() - TELLING_DIGITS)));
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  /** Hides the digits of a text that is a one-time code. */
  public void hideDigits() {
    text = DIGIT.matcher(text).replaceAll("*");
  }

  /** Hides what may be a one-time code among other words. */
  public void hideCodes() {
    text = CODE.matcher(text).replaceAll("******");
  }

  /** Notes the contract that the message names or means, whether there is such a contract or not. */
  public void isAbout(ContractId contract) {
    contractId = contract.value();
  }

  /** Forgets who sent it and what it said; its id stays, so that a repeat is still known as one. */
  public void erasePersonalData() {
    sender = null;
    senderPhone = null;
    recipient = null;
    text = null;
    linkId = null;
  }

  public Optional<String> gatewayId() {
    return Optional.ofNullable(gatewayId);
  }

  public Optional<String> contractId() {
    return Optional.ofNullable(contractId);
  }

  /** Null once personal data was erased. */
  public String sender() {
    return sender;
  }

  /** Null once personal data was erased. */
  public String text() {
    return text;
  }

  /** The gateway's time, where it named one. */
  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }

  public Instant receivedAt() {
    return receivedAt;
  }
}
