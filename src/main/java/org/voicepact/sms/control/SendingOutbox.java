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
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
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

  /** Few, so that the last of them is sent long before another server takes it over. */
  private static final int AT_ONCE = 10;

  // A message waits for all earlier ones to the same number, so that a person reads them in their
  // order.
  private static final String CLAIM =
      "SELECT m.* FROM outbound_message m WHERE m.status IN ('QUEUED', 'SENDING') AND m.next_attempt_at <= ?1"
          + " AND NOT EXISTS (SELECT 1 FROM outbound_message e WHERE e.phone = m.phone"
          + " AND e.status IN ('QUEUED', 'SENDING')"
          + " AND (e.created_at < m.created_at OR e.created_at = m.created_at AND e.id < m.id))"
          + " ORDER BY m.created_at, m.id FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY FOR UPDATE SKIP LOCKED";

  private final EntityManager entities;
  private final Contracts contracts;
  private final Clock clock;
  private final int mostAttempts;

  @Inject
  public SendingOutbox(
      EntityManager entities,
      Contracts contracts,
      Clock clock,
      @ConfigProperty(name = "SMS_MAX_ATTEMPTS") String mostAttempts) {
    this.entities = entities;
    this.contracts = contracts;
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
    due.forEach(message -> begin(message, now));
    return due.stream()
        .filter(message -> message.status() == OutboundMessage.Status.SENDING)
        .toList();
  }

  private void begin(OutboundMessage message, Instant now) {
    if (message.kind() == OutboundMessage.Kind.TERMS
        && !contracts.isCurrent(new ContractId(message.contractId()), message.contractVersion())) {
      message.drop("the contract was amended before it was sent");
    } else {
      message.beginAttempt(now, PATIENCE, mostAttempts);
    }
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
