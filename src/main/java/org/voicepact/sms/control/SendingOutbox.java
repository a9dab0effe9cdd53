package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.WholeNumberSetting;
import org.voicepact.sms.entity.OutboundMessage;

/**
 * Takes messages out of the outbox for sending and keeps what became of them. Several servers may do so
 * at once: a message that one has taken the others pass over.
 */
@Singleton
public class SendingOutbox implements Configured {

  /** An attempt that has not ended by then (its server died) is made again by any server. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int AT_ONCE = 50;
  private static final String CLAIM =
      "SELECT * FROM outbound_message WHERE status IN ('QUEUED', 'SENDING') AND next_attempt_at <= ?1"
          + " ORDER BY next_attempt_at, id FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY FOR UPDATE SKIP LOCKED";

  private final EntityManager entities;
  private final Clock clock;
  private final int mostAttempts;

  @Inject
  public SendingOutbox(
      EntityManager entities,
      Clock clock,
      @ConfigProperty(name = "SMS_MAX_ATTEMPTS") String mostAttempts) {
    this.entities = entities;
    this.clock = clock;
    this.mostAttempts = WholeNumberSetting.read("SMS_MAX_ATTEMPTS", mostAttempts, 1);
  }

  /** Messages whose time has come, taken for one attempt each. */
  @Transactional
  public List<OutboundMessage> claim() {
    Instant now = clock.instant();
    @SuppressWarnings("unchecked")
    List<OutboundMessage> due = entities
        .createNativeQuery(CLAIM, OutboundMessage.class)
        .setParameter(1, Timestamp.from(now))
        .getResultList();
    due.forEach(message -> message.beginAttempt(now, PATIENCE));
    return due;
  }

  @Transactional
  public void accepted(long id, String gatewayId) {
    entities.find(OutboundMessage.class, id).accepted(gatewayId, clock.instant());
  }

  @Transactional
  public void failed(long id, String reason) {
    entities.find(OutboundMessage.class, id).failed(reason, mostAttempts, clock.instant());
  }
}
