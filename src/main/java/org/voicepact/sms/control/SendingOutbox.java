package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.access.entity.OneTimeCode;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.RemindingParties;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.control.TakingRows;
import org.voicepact.platform.control.TakingRows.Rows;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.OutboundMessage.Kind;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.Sending;
import org.voicepact.sms.entity.Sending.Status;
import org.voicepact.sms.entity.SmsText;

/**
 * Takes messages out of the outbox for sending and keeps what became of them. Several servers may do so
 * at once: a message that one has taken the others pass over.
 */
@Singleton
public class SendingOutbox {

  /** A message that was not brought to the gateway by then (its server died) is taken by any server. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** As many as one call may bring; the calls for these end long before another server takes the messages over. */
  private static final int AT_ONCE = SmsGateway.MOST_RECIPIENTS;

  private static final Duration UNKNOWN_FOR = Duration.ofHours(24);

  private static final Rows<OutboundMessage, Long> MESSAGES =
      new Rows<>(OutboundMessage.class, "outbound_message", OutboundMessage::id);

  // A message waits for all earlier ones to the same number, so that a person reads them in their
  // order.
  private static final String DUE =
      "SELECT m.id FROM outbound_message m WHERE m.status IN ('QUEUED', 'SENDING') AND m.next_attempt_at <= ?1"
          + noneBefore("QUEUED")
          + noneBefore("SENDING")
          + " ORDER BY m.created_at, m.id";

  private final EntityManager entities;
  private final TakingRows rows;
  private final Contracts contracts;
  private final RemindingParties reminding;
  private final Clock clock;
  private final SendingAllowance allowance;
  private final MessageRecord record;
  private final DeliveryReports reports;
  private final SealingCodes codes;
  private final SecureRandom random;
  private final int mostAttempts;

  @Inject
  public SendingOutbox(
      EntityManager entities,
      TakingRows rows,
      Contracts contracts,
      RemindingParties reminding,
      Clock clock,
      SendingAllowance allowance,
      MessageRecord record,
      DeliveryReports reports,
      SealingCodes codes,
      SecureRandom random,
      SmsSettings settings) {
    this.entities = entities;
    this.rows = rows;
    this.contracts = contracts;
    this.reminding = reminding;
    this.clock = clock;
    this.allowance = allowance;
    this.record = record;
    this.reports = reports;
    this.codes = codes;
    this.random = random;
    this.mostAttempts = settings.mostAttempts();
  }

  /**
   * What a claim has found.
   *
   * @param isEmpty whether nothing was due
   * @param calls those that were taken, each list one text for some numbers; the others are dropped or parked
   * @param lost the numbers of those that a server had called for when it ended
   */
  public record Claim(boolean isEmpty, List<List<OutboundMessage>> calls, List<PhoneNumber> lost) {}

  /** Takes messages whose time has come for one attempt each, as far as they may be sent. */
  @Transactional
  public Claim claim() {
    Instant now = clock.instant();
    List<OutboundMessage> due =
        rows.next(MESSAGES, DUE, now, message -> message.sending().isDue(now), AT_ONCE);
    if (due.isEmpty()) {
      return new Claim(true, List.of(), List.of());
    }
    List<List<OutboundMessage>> calls = byText(take(due, now));
    return new Claim(
        false,
        calls,
        due.stream()
            .filter(message -> message.status() == Status.UNKNOWN)
            .map(OutboundMessage::phone)
            .toList());
  }

  private static List<List<OutboundMessage>> byText(List<OutboundMessage> taken) {
    return List.copyOf(taken.stream()
        .collect(Collectors.groupingBy(
            // A code belongs to one number alone.
            message -> message.kind() == Kind.CODE ? message.id() : message.text(),
            LinkedHashMap::new,
            Collectors.toList()))
        .values());
  }

  private List<OutboundMessage> take(List<OutboundMessage> due, Instant now) {
    long leftToday = allowance.leftToday(now);
    List<OutboundMessage> toSend = new ArrayList<>();
    for (OutboundMessage message : due) {
      take(message, toSend.size() < leftToday, now);
      if (message.status() == Status.SENDING) {
        toSend.add(message);
      }
    }
    return toSend;
  }

  private void take(OutboundMessage message, boolean dayHasRoom, Instant now) {
    if (message.sending().isBeingCalledFor()) {
      // Whatever is to be said against sending it, it may have been sent.
      message.sending().take(now, PATIENCE);
      return;
    }
    Optional<String> overtaken = overtaken(message, now);
    if (overtaken.isPresent()) {
      message.sending().drop(overtaken.get());
      return;
    }
    Optional<String> objection = allowance.objection(message, now);
    if (objection.isPresent()) {
      message.sending().park(objection.get());
    } else if (dayHasRoom) {
      message.sending().take(now, PATIENCE);
    } else {
      message.sending().park(SendingAllowance.DAILY);
    }
  }

  /** Why the message is of no use any more. */
  private Optional<String> overtaken(OutboundMessage message, Instant now) {
    return switch (message.kind()) {
      case TERMS ->
        contracts.isOffered(new ContractId(message.contractId()), message.contractVersion())
            ? Optional.empty()
            : Optional.of("the contract was amended, cancelled or over before it was sent");
      case REMINDER ->
        reminding.isStillWanted(
                new ContractId(message.contractId()),
                message.contractVersion(),
                message.phone(),
                now)
            ? Optional.empty()
            : Optional.of("it was answered, or night had come, before it was sent");
      case CODE ->
        now.isBefore(message.createdAt().plus(OneTimeCode.LIFETIME))
            ? Optional.empty()
            : Optional.of("the code was over before it was sent");
      case NOTICE, ANSWER, FREE -> Optional.empty();
    };
  }

  /**
   * Notes that the gateway is about to be called with messages that were taken together. Those that were erased or
   * taken by another server since then are left out.
   *
   * @param taken as {@link Claim#calls} has them; so many at most as are called for at the same time, because
   *     nobody knows of any of them whether it was sent where the server dies now
   * @return none for a list of which none is left
   * @throws MessagesAreLocked where there is more than one list; each may come alone then
   */
  @Transactional
  public List<GatewayCall> begin(List<List<OutboundMessage>> taken) {
    List<Long> messages =
        taken.stream().flatMap(List::stream).map(OutboundMessage::id).toList();
    Map<Long, OutboundMessage> locked = taken.size() > 1 ? free(messages) : locked(messages);
    return taken.stream()
        .map(together -> call(together, locked))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<GatewayCall> call(
      List<OutboundMessage> taken, Map<Long, OutboundMessage> locked) {
    Map<PhoneNumber, Long> ids = new LinkedHashMap<>();
    Optional<String> code = Optional.empty();
    for (OutboundMessage each : taken) {
      OutboundMessage message = locked.get(each.id());
      if (message == null
          || !message.sending().beginCall(each.sending().nextAttemptAt(), clock.instant())) {
        continue;
      }
      byte[] sealed = message.sending().sealedCode();
      code = sealed == null ? Optional.empty() : codes.open(message.phone(), sealed);
      if (sealed != null && code.isEmpty()) {
        message.sending().drop("the code was sealed with another SECRET_KEY");
        continue;
      }
      ids.put(message.phone(), message.id());
    }
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new GatewayCall(new SmsText(taken.get(0).text(), code), ids));
  }

  /**
   * Keeps what became of calls, for each number; one that the gateway said nothing of is lost.
   *
   * @throws MessagesAreLocked where there is more than one; each may come alone then
   */
  @Transactional
  public void end(List<GatewayCall.Ended> calls) {
    SendOutcome unsaid = new SendOutcome.Lost("the gateway's answer does not name the number");
    List<Long> messages =
        calls.stream().flatMap(each -> each.call().ids().values().stream()).toList();
    Map<Long, OutboundMessage> locked = calls.size() > 1 ? free(messages) : locked(messages);
    Map<String, OutboundMessage> accepted = new HashMap<>();
    for (GatewayCall.Ended ended : calls) {
      ended.call().ids().forEach((phone, id) -> {
        OutboundMessage message = locked.get(id);
        if (message == null) {
          return;
        }
        SendOutcome outcome = ended.outcomes().getOrDefault(phone, unsaid);
        end(message, outcome);
        outcome.gatewayId().ifPresent(byGateway -> accepted.put(byGateway, message));
      });
    }
    reports.applyEarlier(accepted);
  }

  private void end(OutboundMessage message, SendOutcome outcome) {
    Instant now = clock.instant();
    Sending sending = message.sending();
    if (outcome instanceof SendOutcome.Accepted accepted) {
      sending.accepted(accepted.gatewayId(), now);
      record.sent(message);
    } else if (outcome instanceof SendOutcome.Refused refused) {
      sending.drop(refused.reason());
    } else if (outcome instanceof SendOutcome.Postponed postponed) {
      sending.postponed(postponed.reason(), mostAttempts, random.nextDouble(-1, 1), now);
    } else if (outcome instanceof SendOutcome.NotCalled notCalled) {
      sending.notCalled(notCalled.reason(), random.nextDouble(-1, 1), now);
    } else if (outcome instanceof SendOutcome.Lost lost) {
      sending.lost(lost.reason(), now);
    }
  }

  /** The numbers with messages whose answer was lost. */
  @Transactional
  public List<PhoneNumber> lost() {
    return entities
        .createQuery(
            "SELECT DISTINCT m.phone FROM OutboundMessage m WHERE m.phone IS NOT NULL"
                + " AND m.sending.status = org.voicepact.sms.entity.Sending.Status.UNKNOWN",
            String.class)
        .getResultStream()
        .map(PhoneNumber::new)
        .toList();
  }

  /** Gives up what was lost a day ago and no report has told of since. */
  @Transactional
  public void giveUpUnknown() {
    List<Long> over = entities
        .createQuery(
            "SELECT m.id FROM OutboundMessage m"
                + " WHERE m.sending.status = org.voicepact.sms.entity.Sending.Status.UNKNOWN"
                + " AND m.sending.acceptedAt < :since",
            Long.class)
        .setParameter("since", clock.instant().minus(UNKNOWN_FOR))
        .setMaxResults(AT_ONCE)
        .getResultList();
    for (OutboundMessage message : locked(over).values()) {
      Sending sending = message.sending();
      if (sending.status() == Status.UNKNOWN) {
        sending.drop("the gateway's answer was lost, and no report came within 24 hours");
      }
    }
  }

  /**
   * Somebody else has some of the messages at this moment, as whoever erases them. To wait for those while others are
   * held could be to wait in a circle.
   */
  public static final class MessagesAreLocked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private MessagesAreLocked() {
      super("some of the messages are locked");
    }
  }

  /** Locks them all without waiting. */
  private Map<Long, OutboundMessage> free(List<Long> ids) {
    Map<Long, OutboundMessage> locked = rows.free(MESSAGES, ids);
    if (locked.size() < ids.size()) {
      throw new MessagesAreLocked();
    }
    return locked;
  }

  /**
   * In one order, so that nobody waits in a circle. Without those that are gone: H2 lets others see what it then cannot
   * write to a full disk.
   */
  private Map<Long, OutboundMessage> locked(List<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "SELECT m FROM OutboundMessage m WHERE m.id IN :ids ORDER BY m.id",
            OutboundMessage.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .collect(Collectors.toMap(OutboundMessage::id, Function.identity()));
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
