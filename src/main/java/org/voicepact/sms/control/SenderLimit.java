package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * How many messages of one number are answered within a time. What comes beyond is stored and carried out
 * as ever, so that no yes is lost; it only gets no answer, because each costs, and because whoever writes so
 * fast is mostly a machine, which may answer back.
 */
@Singleton
public class SenderLimit {

  private static final int MOST = 30;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  // Ordered as the index is, and locked outside of the order, so that one row is read and locked.
  private static final String LOCK = "SELECT m.id FROM inbound_message m WHERE m.id ="
      + " (SELECT f.id FROM inbound_message f WHERE f.sender_phone = ?1"
      + " ORDER BY f.sender_phone, f.received_at FETCH FIRST 1 ROW ONLY) FOR UPDATE";

  private final EntityManager entities;
  private final Clock clock;

  @Inject
  public SenderLimit(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Whether the number has sent too many, the message that is being carried out among them. Until the transaction
   * ends no other message of the number gets here, on whatever server: else two at once would not count each other.
   * Whoever locks a contract as well must have done so before, so that nobody waits in a circle.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isExceededBy(PhoneNumber sender) {
    entities.createNativeQuery(LOCK).setParameter(1, sender.e164()).getResultList();
    return entities
            .createQuery(
                "SELECT m.id FROM InboundMessage m"
                    + " WHERE m.senderPhone = :phone AND m.receivedAt > :since",
                Long.class)
            .setParameter("phone", sender.e164())
            .setParameter("since", clock.instant().minus(WITHIN))
            .setMaxResults(MOST + 1)
            .getResultList()
            .size()
        > MOST;
  }
}
