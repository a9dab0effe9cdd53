package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending;

/** Reads what a telephone would show: the messages that came to a number and those that it sent. */
@Singleton
public class ReadingConversation {

  private static final int MOST_MESSAGES = 100;
  private static final int MOST_NUMBERS = 50;

  private final EntityManager entities;

  @Inject
  public ReadingConversation(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A message as the telephone has it.
   *
   * @param status how far it has come; empty for one that the telephone sent
   */
  public record Line(Instant at, String text, Optional<Sending.Status> status) {}

  /** The last 100 messages to the number and from it, the oldest first. */
  @Transactional
  public List<Line> of(PhoneNumber phone) {
    Stream<Line> received = entities
        .createQuery(
            "SELECT m FROM OutboundMessage m WHERE m.phone = :phone ORDER BY m.id DESC",
            OutboundMessage.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(MOST_MESSAGES)
        .getResultStream()
        .map(message -> new Line(
            message.sending().acceptedAt().orElse(message.createdAt()),
            message.text(),
            Optional.of(message.status())));
    Stream<Line> sent = entities
        .createQuery(
            "SELECT m FROM InboundMessage m WHERE m.senderPhone = :phone ORDER BY m.id DESC",
            InboundMessage.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(MOST_MESSAGES)
        .getResultStream()
        .map(message -> new Line(message.receivedAt(), message.text(), Optional.empty()));
    List<Line> all =
        Stream.concat(received, sent).sorted(Comparator.comparing(Line::at)).toList();
    return all.subList(Math.max(0, all.size() - MOST_MESSAGES), all.size());
  }

  /** The numbers to which the last messages went, at most 50 of them, in the order of their digits. */
  @Transactional
  public List<String> numbers() {
    return entities
        .createQuery(
            "SELECT m.phone FROM OutboundMessage m WHERE m.phone IS NOT NULL"
                + " GROUP BY m.phone ORDER BY MAX(m.id) DESC",
            String.class)
        .setMaxResults(MOST_NUMBERS)
        .getResultStream()
        .sorted()
        .toList();
  }
}
