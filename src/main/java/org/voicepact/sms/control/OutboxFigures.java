package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.voicepact.sms.entity.Sending;

/** How many messages wait or need somebody's eye. */
@Singleton
public class OutboxFigures {

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
   */
  public record Figures(
      String gateway, Map<Sending.Status, Long> counts, Optional<Instant> oldestQueued) {}

  @Transactional
  public Figures read() {
    Map<Sending.Status, Long> counts = new EnumMap<>(Sending.Status.class);
    entities
        .createQuery(
            "SELECT m.sending.status, COUNT(m) FROM OutboundMessage m WHERE m.sending.status IN"
                + " (org.voicepact.sms.entity.Sending.Status.QUEUED,"
                + " org.voicepact.sms.entity.Sending.Status.SENDING,"
                + " org.voicepact.sms.entity.Sending.Status.UNKNOWN,"
                + " org.voicepact.sms.entity.Sending.Status.PARKED) GROUP BY m.sending.status",
            Object[].class)
        .getResultStream()
        .forEach(row -> counts.put((Sending.Status) row[0], (Long) row[1]));
    Optional<Instant> oldest = entities
        .createQuery(
            "SELECT m.createdAt FROM OutboundMessage m"
                + " WHERE m.sending.status = org.voicepact.sms.entity.Sending.Status.QUEUED"
                + " ORDER BY m.createdAt",
            Instant.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
    return new Figures(gateway.name(), counts, oldest);
  }
}
