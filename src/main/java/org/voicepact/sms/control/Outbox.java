package org.voicepact.sms.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.MessageQueued;
import org.voicepact.sms.entity.OutboundMessage;

/** Puts messages into the outbox, within the transaction of what they tell of: both are there or neither. */
@Singleton
public class Outbox {

  /** An answer with the same words is not sent twice within this time. */
  private static final Duration SAME_ANSWER = Duration.ofMinutes(2);

  /** A hint with the same words is sent so often at most within this time. */
  private static final int MOST_HINTS = 3;

  private static final Duration HINTS_WITHIN = Duration.ofHours(1);

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MOST_TO_STRANGERS = 50;

  private static final String LAST_TERMS = "SELECT m FROM OutboundMessage m WHERE m.phone = :phone"
      + " AND m.kind IN (org.voicepact.sms.entity.OutboundMessage.Kind.TERMS,"
      + " org.voicepact.sms.entity.OutboundMessage.Kind.REMINDER)"
      + " AND m.sending.status IN (org.voicepact.sms.entity.Sending.Status.ACCEPTED,"
      + " org.voicepact.sms.entity.Sending.Status.DELIVERED)"
      + " ORDER BY m.sending.acceptedAt DESC, m.id DESC";

  private static final String FOLLOWED_BY =
      "SELECT m.id FROM OutboundMessage m WHERE m.phone = :phone AND m.id <> :terms"
          + " AND (m.contractId <> :contract"
          + " OR m.kind = org.voicepact.sms.entity.OutboundMessage.Kind.CODE"
          + " OR (m.contractId IS NULL"
          + " AND m.kind <> org.voicepact.sms.entity.OutboundMessage.Kind.ANSWER))"
          + " AND (m.sending.status = org.voicepact.sms.entity.Sending.Status.SENDING"
          + " OR (m.sending.status IN (org.voicepact.sms.entity.Sending.Status.ACCEPTED,"
          + " org.voicepact.sms.entity.Sending.Status.DELIVERED,"
          + " org.voicepact.sms.entity.Sending.Status.UNKNOWN)"
          + " AND (m.sending.acceptedAt > :since"
          + " OR (m.sending.acceptedAt = :since AND m.id > :terms))))";

  private final EntityManager entities;
  private final Event<MessageQueued> queued;
  private final SenderLimit senderLimit;
  private final Clock clock;

  @Inject
  public Outbox(
      EntityManager entities, Event<MessageQueued> queued, SenderLimit senderLimit, Clock clock) {
    this.entities = entities;
    this.queued = queued;
    this.senderLimit = senderLimit;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public long terms(PhoneNumber phone, String text, String contractId, int version) {
    return queue(OutboundMessage.terms(phone, text, contractId, version, clock.instant()));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void reminder(PhoneNumber phone, String text, String contractId, int version) {
    queue(OutboundMessage.reminder(phone, text, contractId, version, clock.instant()));
  }

  /**
   * @return the id of the message
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long notice(PhoneNumber phone, String text, String contractId) {
    return queue(OutboundMessage.notice(phone, text, contractId, clock.instant()));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void code(PhoneNumber phone, String text, byte[] sealedCode, Optional<String> contractId) {
    queue(OutboundMessage.code(phone, text, sealedCode, contractId.orElse(null), clock.instant()));
  }

  /**
   * Answers a message, unless the person has just got the same words or has sent too many.
   *
   * @param about the contract that the answer is about
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void answer(PhoneNumber phone, String text, Optional<ContractId> about) {
    if (isToBeAnswered(phone, text)) {
      queue(OutboundMessage.answer(
          phone, text, about.map(ContractId::value).orElse(null), clock.instant()));
    }
  }

  /**
   * Likewise with a hint, which an answering machine might answer: it comes a few times in an hour and no more, so
   * that two machines never talk to each other for ever.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void answerSeldom(PhoneNumber phone, String text, Optional<ContractId> about) {
    if (isToBeAnswered(phone, text) && timesGot(phone, text, HINTS_WITHIN) < MOST_HINTS) {
      queue(OutboundMessage.answer(
          phone, text, about.map(ContractId::value).orElse(null), clock.instant()));
    }
  }

  /** Likewise with the terms of a version. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void answerWithTerms(PhoneNumber phone, String text, String contractId, int version) {
    if (isToBeAnswered(phone, text)) {
      queue(OutboundMessage.terms(phone, text, contractId, version, clock.instant())
          .asked());
    }
  }

  private boolean isToBeAnswered(PhoneNumber phone, String text) {
    return !senderLimit.isExceededBy(phone)
        && timesGot(phone, text, SAME_ANSWER) == 0
        && !isStrangerWithEnough(phone);
  }

  /** Each answer costs money, and who has no contract can vary what is asked for without end. */
  private boolean isStrangerWithEnough(PhoneNumber phone) {
    return entities
            .createQuery("SELECT p.id FROM Party p WHERE p.phone = :phone", Long.class)
            .setParameter("phone", phone.e164())
            .setMaxResults(1)
            .getResultList()
            .isEmpty()
        && entities
                .createQuery(
                    "SELECT m.id FROM OutboundMessage m"
                        + " WHERE m.phone = :phone AND m.createdAt > :since",
                    Long.class)
                .setParameter("phone", phone.e164())
                .setParameter("since", clock.instant().minus(A_DAY))
                .setMaxResults(MOST_TO_STRANGERS)
                .getResultList()
                .size()
            == MOST_TO_STRANGERS;
  }

  private long timesGot(PhoneNumber phone, String text, Duration within) {
    return entities
        .createQuery(
            "SELECT COUNT(m) FROM OutboundMessage m"
                + " WHERE m.phone = :phone AND m.createdAt > :since AND m.text = :text",
            Long.class)
        .setParameter("phone", phone.e164())
        .setParameter("since", clock.instant().minus(within))
        .setParameter("text", Gsm7.normalised(text))
        .getSingleResult();
  }

  /**
   * The last message with terms that the gateway has taken for a number, unless a message came after it to which a yes
   * might belong as well: anything but what is about the same contract, or answers the person about none.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<OutboundMessage> lastQuestionTo(PhoneNumber phone) {
    return entities
        .createQuery(LAST_TERMS, OutboundMessage.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .filter(terms -> !isFollowed(terms));
  }

  private boolean isFollowed(OutboundMessage terms) {
    return !entities
        .createQuery(FOLLOWED_BY, Long.class)
        .setParameter("phone", terms.phone().e164())
        .setParameter("terms", terms.id())
        .setParameter("contract", terms.contractId())
        .setParameter("since", terms.sending().acceptedAt().orElseThrow())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * A message in an integrator's own words.
   *
   * @return its id
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long free(PhoneNumber phone, String text) {
    return queue(OutboundMessage.free(phone, text, clock.instant()));
  }

  private long queue(OutboundMessage message) {
    entities.persist(message);
    queued.fire(new MessageQueued());
    return message.id();
  }
}
