package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.sms.entity.OutboundMessage;

/**
 * Which messages may leave: each costs money, and many that nobody asked for harm who gets them. It is
 * asked for each attempt, within the transaction that takes the message for it.
 */
@Singleton
public class SendingAllowance {

  static final String FOREIGN = "the number's country is not one of SMS_COUNTRIES";
  static final String UNASKED = "SMS_UNASKED_LIMIT is reached for a number that has never written";
  static final String STOPPED = "the person has asked for no more messages (STOP)";
  static final String DAILY = "SMS_DAILY_LIMIT is reached";

  private static final Duration UNASKED_WITHIN = Duration.ofHours(24);

  private final EntityManager entities;
  private final PhoneNumbers phones;
  private final OptOuts optOuts;
  private final SmsSettings settings;

  @Inject
  public SendingAllowance(
      EntityManager entities, PhoneNumbers phones, OptOuts optOuts, SmsSettings settings) {
    this.entities = entities;
    this.phones = phones;
    this.optOuts = optOuts;
    this.settings = settings;
  }

  /** Why a message must not leave, whatever the day has left; empty where it may. */
  @Transactional
  Optional<String> objection(OutboundMessage message, Instant now) {
    if (!settings.allowsCountry(phones.region(message.phone()))) {
      return Optional.of(FOREIGN);
    }
    if (!message.isUnasked()) {
      return Optional.empty();
    }
    if (optOuts.has(message.phone())) {
      return Optional.of(STOPPED);
    }
    return isOneTooMany(message, now) ? Optional.of(UNASKED) : Optional.empty();
  }

  /**
   * Exact with several servers, too: a number's next message is taken only when the attempt of the one
   * before has ended, so none is on its way that the count does not hold.
   */
  private boolean isOneTooMany(OutboundMessage message, Instant now) {
    OptionalInt limit = settings.unaskedLimit();
    return limit.isPresent()
        && acceptedFor(message, now.minus(UNASKED_WITHIN)) >= limit.getAsInt()
        && !hasWritten(message);
  }

  /** Of every kind: a number that has never written has got nothing that it asked for. */
  private long acceptedFor(OutboundMessage message, Instant since) {
    return entities
        .createQuery(
            "SELECT COUNT(m) FROM OutboundMessage m WHERE m.phone = :phone AND m.sending.acceptedAt > :since",
            Long.class)
        .setParameter("phone", message.phone().e164())
        .setParameter("since", since)
        .getSingleResult();
  }

  private boolean hasWritten(OutboundMessage message) {
    return !entities
        .createQuery("SELECT m.id FROM InboundMessage m WHERE m.senderPhone = :phone", Long.class)
        .setParameter("phone", message.phone().e164())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * How many messages the installation may still send today, a day of UTC: those that are on their way
   * count as well. Servers that ask at the same moment do not see what the others are about to take, so
   * together they may go beyond the limit by what each of them takes at once.
   */
  @Transactional
  long leftToday(Instant now) {
    OptionalInt limit = settings.dailyLimit();
    return limit.isPresent()
        ? limit.getAsInt() - acceptedSince(now.truncatedTo(ChronoUnit.DAYS)) - onTheirWay(now)
        : Long.MAX_VALUE;
  }

  /** Reads an index alone, and no more of it than the limit has let through. */
  private long acceptedSince(Instant midnight) {
    return entities
        .createQuery(
            "SELECT COUNT(m) FROM OutboundMessage m WHERE m.sending.acceptedAt >= :midnight",
            Long.class)
        .setParameter("midnight", midnight)
        .getSingleResult();
  }

  /** Attempts whose time is over are not: they are due, and taken again. */
  private long onTheirWay(Instant now) {
    return entities
        .createQuery(
            "SELECT COUNT(m) FROM OutboundMessage m"
                + " WHERE m.sending.status = org.voicepact.sms.entity.Sending.Status.SENDING"
                + " AND m.sending.nextAttemptAt > :now",
            Long.class)
        .setParameter("now", now)
        .getSingleResult();
  }
}
