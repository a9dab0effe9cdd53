package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.DeliveryNotice;
import org.voicepact.sms.entity.DeliveryNotice.End;
import org.voicepact.sms.entity.DeliveryReport;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending.Status;

/**
 * Keeps what the gateway reports of messages, in whatever order it comes: a report may overtake the answer to the call
 * that it is about, and then waits for it.
 */
@Singleton
public class DeliveryReports {

  private static final String GATEWAY_ID = "delivery-report/1";
  private static final String PHONE = "delivery-report-phone/1";

  /** Networks try so long; a report that comes later is of no call that is remembered. */
  private static final Duration LATEST = Duration.ofDays(3);

  /** Twice as long as a message with a lost answer waits for a report. */
  private static final Duration NUMBERS_KEPT = Duration.ofHours(48);

  private static final int MOST_IN_A_STATEMENT = 500;

  /** Whose report one with an unknown id may be. */
  private static final String WITHOUT_ID =
      "SELECT m FROM OutboundMessage m WHERE m.phone = :phone AND (m.sending.lostAt > :since"
          + " OR m.sending.status = org.voicepact.sms.entity.Sending.Status.SENDING"
          + " OR (m.sending.status = org.voicepact.sms.entity.Sending.Status.ACCEPTED"
          + " AND m.sending.gatewayId IS NULL AND m.sending.acceptedAt > :since)) ORDER BY m.id";

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
   * @param phone the number that it names, by which a message to it whose answer was lost may be known
   */
  @Transactional
  public void keep(DeliveryNotice notice, Optional<PhoneNumber> phone) {
    if (isKnown(notice)) {
      return;
    }
    String id = digest(notice.gatewayId());
    DeliveryReport report =
        new DeliveryReport(id, phone.map(this::digest), notice, clock.instant());
    entities.persist(report);
    entities.flush();
    Optional<OutboundMessage> message = messageOf(notice.gatewayId());
    Optional<Long> earlier = message.isPresent() ? Optional.empty() : reportedBefore(id);
    if (message.isPresent()) {
      apply(report, message.get());
    } else if (earlier.isPresent()) {
      // Of a message that was sent again since then, by another id: this says nothing of it now.
      report.isAbout(earlier.get());
    } else {
      phone.ifPresent(this::decideLost);
    }
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

  private Optional<Long> reportedBefore(String gatewayDigest) {
    return entities
        .createQuery(
            "SELECT r.messageId FROM DeliveryReport r WHERE r.gatewayId = :id AND r.messageId IS NOT NULL",
            Long.class)
        .setParameter("id", gatewayDigest)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Those of some numbers of which there are reports that have found no message. */
  @Transactional
  public Set<PhoneNumber> withWaitingReports(Collection<PhoneNumber> phones) {
    Map<String, PhoneNumber> byDigest =
        phones.stream().distinct().collect(Collectors.toMap(this::digest, Function.identity()));
    List<String> digests = List.copyOf(byDigest.keySet());
    List<String> found = new ArrayList<>();
    for (int from = 0; from < digests.size(); from += MOST_IN_A_STATEMENT) {
      found.addAll(entities
          .createQuery(
              "SELECT r.phone FROM DeliveryReport r WHERE r.phone IN :phones", String.class)
          .setParameter(
              "phones", digests.subList(from, Math.min(from + MOST_IN_A_STATEMENT, digests.size())))
          .getResultList());
    }
    return found.stream().map(byDigest::get).collect(Collectors.toSet());
  }

  /**
   * Takes the report that waits for a message of a number for that of its message whose answer was lost. Only where it
   * can be of no other: not while the answer for another message is still to come, or was lost as well, also in an
   * attempt before; nor where reports of more than one id wait.
   */
  @Transactional
  public void decideLost(PhoneNumber phone) {
    List<DeliveryReport> waiting = entities
        .createQuery(
            "SELECT r FROM DeliveryReport r WHERE r.phone = :phone ORDER BY r.id",
            DeliveryReport.class)
        .setParameter("phone", digest(phone))
        .getResultStream()
        .filter(report -> report.end().isPresent())
        .toList();
    if (waiting.isEmpty()) {
      return;
    }
    Instant since = clock.instant().minus(LATEST);
    List<OutboundMessage> possible = entities
        .createQuery(WITHOUT_ID, OutboundMessage.class)
        .setParameter("phone", phone.e164())
        .setParameter("since", since)
        .getResultList();
    if (possible.size() != 1 || possible.get(0).status() != Status.UNKNOWN) {
      return;
    }
    OutboundMessage lost = possible.get(0);
    entities.refresh(lost, LockModeType.PESSIMISTIC_WRITE);
    List<DeliveryReport> reports = waiting.stream()
        .filter(report -> lost.sending().waitsForReportOf(report.receivedAt()))
        .toList();
    if (reports.stream().map(DeliveryReport::gatewayDigest).distinct().count() == 1) {
      reports.forEach(report -> apply(report, lost));
      lost.sending().isFound();
    }
  }

  /** Forgets the numbers of reports for whose messages nobody looks any more. */
  @Transactional
  public void forgetNumbers() {
    entities
        .createQuery("UPDATE DeliveryReport r SET r.phone = NULL"
            + " WHERE r.phone IS NOT NULL AND r.receivedAt < :time")
        .setParameter("time", clock.instant().minus(NUMBERS_KEPT))
        .executeUpdate();
  }

  /** Forgets a number to which no message is left. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forget(PhoneNumber phone) {
    boolean isNeeded = !entities
        .createQuery("SELECT m.id FROM OutboundMessage m WHERE m.phone = :phone", Long.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
    if (!isNeeded) {
      entities
          .createQuery("UPDATE DeliveryReport r SET r.phone = NULL WHERE r.phone = :phone")
          .setParameter("phone", digest(phone))
          .executeUpdate();
    }
  }

  private void apply(DeliveryReport report, OutboundMessage message) {
    report.isAbout(message.id());
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

  private String digest(PhoneNumber phone) {
    return pseudonyms.of(PHONE, phone.e164());
  }
}
