package org.voicepact.sms.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.sms.entity.ClaimNotice;
import org.voicepact.sms.entity.MessageQueued;
import org.voicepact.sms.entity.MessageRefusal;
import org.voicepact.sms.entity.OutboundMessage;

/** A person decides that a message which did not arrive, or of which nobody knows, is sent once more. */
@Singleton
public class RetryingMessage {

  private final EntityManager entities;
  private final AuditTrail audit;
  private final Event<MessageQueued> queued;
  private final Clock clock;

  @Inject
  public RetryingMessage(
      EntityManager entities, AuditTrail audit, Event<MessageQueued> queued, Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.queued = queued;
    this.clock = clock;
  }

  /**
   * @throws MessageRefusal where there is no such message, or it cannot be sent again
   */
  @Transactional(dontRollbackOn = MessageRefusal.class)
  public OutboundMessage retry(long id, Actor by) {
    OutboundMessage message =
        entities.find(OutboundMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (message == null) {
      throw MessageRefusal.unknown();
    }
    if (!message.retry(clock.instant())) {
      throw MessageRefusal.notRetried(message.status());
    }
    ClaimNotice notice = entities.find(ClaimNotice.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (notice != null) {
      notice.again();
    }
    Subject subject = Optional.ofNullable(message.contractId())
        .map(Subject::contract)
        .filter(contract -> audit.hasRoom(contract, Room.EXTRAS))
        .orElseGet(() -> Subject.other("message " + id));
    audit.byCaller(
        by, "message.retried", subject, Map.of("message", Long.toString(id)), clock.instant());
    queued.fire(new MessageQueued());
    return message;
  }
}
