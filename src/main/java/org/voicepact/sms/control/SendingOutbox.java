package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voicepact.access.entity.OneTimeCode;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.sms.entity.OutboundMessage;

/**
 * Takes messages out of the outbox for sending and keeps what became of them. Several servers may do so
 * at once: a message that one has taken the others pass over.
 */
@Singleton
public class SendingOutbox {

  /** An attempt that has not ended by then (its server died) is made again by any server. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Few, so that the last of them is sent long before another server takes it over. */
  private static final int AT_ONCE = 10;

  // A message waits for all earlier ones to the same number, so that a person reads them in their
  // order.
  private static final String CLAIM =
      "SELECT m.* FROM outbound_message m WHERE m.status IN ('QUEUED', 'SENDING') AND m.next_attempt_at <= ?1"
          + noneBefore("QUEUED")
          + noneBefore("SENDING")
          + " ORDER BY m.created_at, m.id FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY FOR UPDATE SKIP LOCKED";

  private final EntityManager entities;
  private final Contracts contracts;
  private final Clock clock;
  private final SendingAllowance allowance;
  private final MessageRecord record;
  private final int mostAttempts;

  @Inject
  public SendingOutbox(
      EntityManager entities,
      Contracts contracts,
      Clock clock,
      SendingAllowance allowance,
      MessageRecord record,
      SmsSettings settings) {
    this.entities = entities;
    this.contracts = contracts;
    this.clock = clock;
    this.allowance = allowance;
    this.record = record;
    this.mostAttempts = settings.mostAttempts();
  }

  /**
   * What a claim has found.
   *
   * @param isEmpty whether nothing was due
   * @param toSend those that were taken for an attempt; the others are dropped or parked
   */
  public record Claim(boolean isEmpty, List<OutboundMessage> toSend) {}

  /** Takes messages whose time has come for one attempt each, as far as they may be sent. */
  @Transactional
  public Claim claim() {
    Instant now = clock.instant();
    @SuppressWarnings("unchecked")
    List<OutboundMessage> due = entities
        .createNativeQuery(CLAIM, OutboundMessage.class)
        .setParameter(1, Timestamp.from(now))
        .getResultList();
    return new Claim(due.isEmpty(), due.isEmpty() ? List.of() : begin(due, now));
  }

  private List<OutboundMessage> begin(List<OutboundMessage> due, Instant now) {
    long leftToday = allowance.leftToday(now);
    List<OutboundMessage> toSend = new ArrayList<>();
    for (OutboundMessage message : due) {
      begin(message, toSend.size() < leftToday, now);
      if (message.status() == OutboundMessage.Status.SENDING) {
        toSend.add(message);
      }
    }
    return toSend;
  }

  private void begin(OutboundMessage message, boolean dayHasRoom, Instant now) {
    Optional<String> overtaken = overtaken(message, now);
    if (overtaken.isPresent()) {
      message.drop(overtaken.get());
      return;
    }
    Optional<String> objection = allowance.objection(message, now);
    if (objection.isPresent()) {
      message.park(objection.get());
    } else if (dayHasRoom) {
      message.beginAttempt(now, PATIENCE, mostAttempts);
    } else {
      message.park(SendingAllowance.DAILY);
    }
  }

  /** Why the message is of no use any more. */
  private Optional<String> overtaken(OutboundMessage message, Instant now) {
    return switch (message.kind()) {
      case TERMS ->
        contracts.isCurrent(new ContractId(message.contractId()), message.contractVersion())
            ? Optional.empty()
            : Optional.of("the contract was amended before it was sent");
      case CODE ->
        now.isBefore(message.createdAt().plus(OneTimeCode.LIFETIME))
            ? Optional.empty()
            : Optional.of("the code was over before it was sent");
      case NOTICE, ANSWER -> Optional.empty();
    };
  }

  /** Whether a message that was taken is still to be sent: since then its personal data may have been erased. */
  @Transactional
  public boolean isWanted(long id) {
    return entities.find(OutboundMessage.class, id).status() == OutboundMessage.Status.SENDING;
  }

  @Transactional
  public void accepted(long id, String gatewayId) {
    OutboundMessage message = locked(id);
    message.accepted(gatewayId, clock.instant());
    record.sent(message);
  }

  @Transactional
  public void failed(long id, String reason) {
    locked(id).failed(reason, mostAttempts, clock.instant());
  }

  private OutboundMessage locked(long id) {
    return entities.find(OutboundMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** One status each, so that the index leads past all that a number has got before. */
  private static String noneBefore(String status) {
    return " AND NOT EXISTS (SELECT 1 FROM outbound_message e WHERE e.phone = m.phone"
        + " AND e.status = '"
        + status
        + "' AND e.created_at <= m.created_at"
        + " AND (e.created_at < m.created_at OR e.id < m.id))";
  }
}
