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

/** What the gateway reported of a message. All are kept, those of unknown messages and with unknown words as well. */
@Entity
@Table(name = "delivery_report")
public class DeliveryReport {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_report_id")
  @SequenceGenerator(
      name = "delivery_report_id",
      sequenceName = "delivery_report_id",
      allocationSize = 50)
  private Long id;

  @Column(name = "message_id")
  private Long messageId;

  @Column(name = "gateway_id")
  private String gatewayId;

  private String status;
  private String reason;
  private String network;
  private String phone;

  @Column(name = "received_at")
  private Instant receivedAt;

  protected DeliveryReport() {}

  /**
   * @param gatewayId a keyed digest of the gateway's id of the message
   * @param phone a keyed digest of the number that the report names
   */
  public DeliveryReport(
      String gatewayId, Optional<String> phone, DeliveryNotice notice, Instant now) {
    this.gatewayId = gatewayId;
    this.phone = phone.orElse(null);
    this.status = notice.status();
    this.reason = notice.reason().orElse(null);
    this.network = notice.network().orElse(null);
    this.receivedAt = now;
  }

  /** The keyed digest of the gateway's id of the message. */
  public String gatewayDigest() {
    return gatewayId;
  }

  /** Notes which message it is about; the number has served its purpose then. */
  public void isAbout(long message) {
    messageId = message;
    phone = null;
  }

  /** The keyed digest of the number; null where it named none, and once the message is known. */
  public String phoneDigest() {
    return phone;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  /** Empty where the status says nothing final, or is a word that nobody knows. */
  public Optional<DeliveryNotice.End> end() {
    return DeliveryNotice.end(status);
  }

  /** Why it was not delivered, for people. */
  public String failure() {
    return "the gateway reports " + status + (reason == null ? "" : ": " + reason);
  }
}
