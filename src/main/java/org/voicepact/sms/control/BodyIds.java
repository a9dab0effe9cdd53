package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.access.control.Attempts;
import org.voicepact.access.control.Attempts.Tried;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.sms.entity.InboundMessage;

/**
 * Ids for messages that came without one, made of the whole body. A body with a date is the same message for ever. One
 * without is written again, word by word, by whoever sends STOP a second time: it is a repeat for a short time only.
 */
@Singleton
public class BodyIds {

  /** Longer than gateways wait between the repeats of a call that failed just now. */
  private static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);

  /** Keyed, because a number can be guessed from a plain hash, and ids are part of the evidence. */
  private static final String BODY = "sms-body/1";

  private final EntityManager entities;
  private final Pseudonyms pseudonyms;
  private final Attempts attempts;

  @Inject
  public BodyIds(EntityManager entities, Pseudonyms pseudonyms, Attempts attempts) {
    this.entities = entities;
    this.pseudonyms = pseudonyms;
    this.attempts = attempts;
  }

  /**
   * Of messages with the same body only one at a time gets here until its transaction ends, so that two at once know of
   * each other.
   *
   * @return empty for a repeat of one without a date
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> idOf(String bodyHash, InboundMessage message) {
    String id = "body:" + pseudonyms.of(BODY, bodyHash);
    if (message.sentAt().isPresent()) {
      return Optional.of(id);
    }
    attempts.lock(new Tried("body of an sms", id));
    Instant received = message.receivedAt();
    // One that came a little later may have been here first.
    boolean isRepeat = entities
            .createQuery(
                "SELECT COUNT(m) FROM InboundMessage m WHERE m.gatewayId BETWEEN :from AND :to",
                Long.class)
            .setParameter("from", at(id, received.minus(REPEATED_WITHIN)))
            .setParameter("to", at(id, received.plus(REPEATED_WITHIN)))
            .getSingleResult()
        > 0;
    return isRepeat ? Optional.empty() : Optional.of(at(id, received));
  }

  /** Always as long, so that ids of the same body are in the order of their times. */
  private static String at(String id, Instant time) {
    return String.format(Locale.ROOT, "%s:%012d", id, time.getEpochSecond());
  }
}
