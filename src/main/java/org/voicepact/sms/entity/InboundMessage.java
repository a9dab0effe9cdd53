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
import org.voicepact.platform.entity.PhoneNumber;

/** A message as the gateway delivered it. */
@Entity
@Table(name = "inbound_message")
public class InboundMessage {

  /** Texts are stored up to this many characters. */
  public static final int LONGEST_TEXT = 2000;

  private static final int LONGEST_FIELD = 200;

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

  /** Notes the number of the sender, where the gateway named one. */
  public void sentBy(PhoneNumber number) {
    senderPhone = number.e164();
  }

  public Optional<String> gatewayId() {
    return Optional.ofNullable(gatewayId);
  }

  public String sender() {
    return sender;
  }

  public String text() {
    return text;
  }
}
