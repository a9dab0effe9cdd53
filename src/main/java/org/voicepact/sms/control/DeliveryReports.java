package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.DeliveryNotice;
import org.voicepact.sms.entity.DeliveryNotice.End;
import org.voicepact.sms.entity.DeliveryReport;
import org.voicepact.sms.entity.OutboundMessage;

/**
 * Keeps what the gateway reports of messages, in whatever order it comes: a report may overtake the answer to the call
 * that it is about, and then waits for it.
 */
@Singleton
public class DeliveryReports {

  private static final String GATEWAY_ID = "delivery-report/1";

  private final EntityManager entities;
  private final Pseudonyms pseudonyms;
  private final MessageRecord record;
  private final TimingClaims claims;
  private final Clock clock;

  @Inject
  public DeliveryReports(
      EntityManager entities,
      Pseudonyms pseudonyms,
      MessageRecord record,
      TimingClaims claims,
      Clock clock) {
    this.entities = entities;
    this.pseudonyms = pseudonyms;
    this.record = record;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * A report that says the same of the same message as an earlier one has no effect. Of two at the same time one fails
   * on the unique key; the caller then asks {@link #isKnown}.
   *
   * @param phone the number that it names, by which the only message to it whose answer was lost is known
   */
  @Transactional
  public void keep(DeliveryNotice notice, Optional<PhoneNumber> phone) {
    if (isKnown(notice)) {
      return;
    }
    DeliveryReport report = new DeliveryReport(digest(notice.gatewayId()), notice, clock.instant());
    entities.persist(report);
    entities.flush();
    messageOf(notice.gatewayId())
        .or(() -> phone.flatMap(number -> theOnlyLostTo(number, notice.gatewayId())))
        .ifPresent(message -> apply(report, message));
  }

  /** Whether a report that says the same is kept. */
  @Transactional
  public boolean isKnown(DeliveryNotice notice) {
    return !entities
        .createQuery(
            "SELECT r.id FROM DeliveryReport r WHERE r.gatewayId = :id AND r.status = :status",
            Long.class)
        .setParameter("id", digest(notice.gatewayId()))
        .setParameter("status", notice.status())
        .getResultList()
        .isEmpty();
  }

  /**
   * What was reported of messages before the gateway's answer was here.
   *
   * @param messages by the gateway's ids
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void applyEarlier(Map<String, OutboundMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    Map<String, OutboundMessage> byDigest = messages.entrySet().stream()
        .collect(Collectors.toMap(entry -> digest(entry.getKey()), Map.Entry::getValue));
    entities
        .createQuery(
            "SELECT r FROM DeliveryReport r WHERE r.gatewayId IN :ids ORDER BY r.id",
            DeliveryReport.class)
        .setParameter("ids", byDigest.keySet())
        .getResultList()
        .forEach(report -> apply(report, byDigest.get(report.gatewayDigest())));
  }

  /**
   * Brings together messages and the reports of them. Of a report and the gateway's answer that come at the same time
   * neither transaction sees the other: both sides call this once theirs is over, and the later one finds both.
   */
  @Transactional
  public void settle(Collection<String> gatewayIds) {
    if (gatewayIds.isEmpty()) {
      return;
    }
    Set<String> left = Set.copyOf(entities
        .createQuery(
            "SELECT r.gatewayId FROM DeliveryReport r WHERE r.gatewayId IN :ids AND r.messageId IS NULL",
            String.class)
        .setParameter("ids", gatewayIds.stream().map(this::digest).toList())
        .getResultList());
    for (String gatewayId : gatewayIds) {
      if (left.contains(digest(gatewayId))) {
        messageOf(gatewayId).ifPresent(message -> applyEarlier(Map.of(gatewayId, message)));
      }
    }
  }

  private Optional<OutboundMessage> messageOf(String gatewayId) {
    return entities
        .createQuery(
            "SELECT m FROM OutboundMessage m WHERE m.sending.gatewayId = :id",
            OutboundMessage.class)
        .setParameter("id", gatewayId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  private Optional<OutboundMessage> theOnlyLostTo(PhoneNumber phone, String gatewayId) {
    List<OutboundMessage> lost = entities
        .createQuery(
            "SELECT m FROM OutboundMessage m WHERE m.phone = :phone AND m.sending.gatewayId IS NULL"
                + " AND m.sending.status = org.voicepact.sms.entity.Sending.Status.UNKNOWN",
            OutboundMessage.class)
        .setParameter("phone", phone.e164())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
    if (lost.size() != 1) {
      return Optional.empty();
    }
    lost.get(0).sending().isKnownAs(gatewayId);
    return Optional.of(lost.get(0));
  }

  private void apply(DeliveryReport report, OutboundMessage message) {
    report.isAbout(message);
    Optional<End> end = report.end();
    if (end.isEmpty()) {
      return;
    }
    boolean isNews = end.get() == End.DELIVERED
        ? message.sending().delivered(clock.instant())
        : message.sending().undelivered(report.failure());
    if (!isNews) {
      return;
    }
    record.ended(message, end.get());
    if (end.get() == End.NOT_DELIVERED) {
      claims.lost(message);
    }
  }

  private String digest(String gatewayId) {
    return pseudonyms.of(GATEWAY_ID, gatewayId);
  }
}
