package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.sms.entity.Sending;
import org.voicepact.sms.entity.Sending.Status;

/** How many messages wait or need somebody's eye. */
@Singleton
public class OutboxFigures {

  /** Those of messages that have not arrived and are not given up. */
  public static final Set<Sending.Status> COUNTED =
      EnumSet.of(Status.QUEUED, Status.SENDING, Status.UNKNOWN, Status.PARKED);

  private final EntityManager entities;
  private final ChosenGateway gateway;

  @Inject
  public OutboxFigures(EntityManager entities, ChosenGateway gateway) {
    this.entities = entities;
    this.gateway = gateway;
  }

  /**
   * @param counts of messages that have not arrived and are not given up; a status that none has is left out
   * @param oldestQueued when the message was made that has waited longest to be sent
   * @param oldestDue since when the message is due whose turn should have come first; it may be in the future
   */
  public record Figures(
      String gateway,
      Map<Sending.Status, Long> counts,
      Optional<Instant> oldestQueued,
      Optional<Instant> oldestDue) {}

  @Transactional
  public Figures read() {
    Map<Sending.Status, Long> counts = new EnumMap<>(Sending.Status.class);
    entities
        .createQuery(
            "SELECT m.sending.status, COUNT(m) FROM OutboundMessage m"
                + " WHERE m.sending.status IN :statuses GROUP BY m.sending.status",
            Object[].class)
        .setParameter("statuses", COUNTED)
        .getResultStream()
        .forEach(row -> counts.put((Sending.Status) row[0], (Long) row[1]));
    return new Figures(
        gateway.name(), counts, firstQueued("m.createdAt"), firstQueued("m.sending.nextAttemptAt"));
  }

  private Optional<Instant> firstQueued(String time) {
    return entities
        .createQuery(
            "SELECT " + time + " FROM OutboundMessage m"
                + " WHERE m.sending.status = org.voicepact.sms.entity.Sending.Status.QUEUED"
                + " ORDER BY " + time,
            Instant.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
