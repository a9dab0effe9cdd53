package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.sms.entity.InboundMessage;

/** Keeps a message that came in, does what it asks for and answers it, all in one transaction. */
@Singleton
public class ReceivingSms {

  private final EntityManager entities;
  private final PhoneNumbers phones;
  private final SenderLimit senderLimit;
  private final CarryingOutCommand carryingOut;

  @Inject
  public ReceivingSms(
      EntityManager entities,
      PhoneNumbers phones,
      SenderLimit senderLimit,
      CarryingOutCommand carryingOut) {
    this.entities = entities;
    this.phones = phones;
    this.senderLimit = senderLimit;
    this.carryingOut = carryingOut;
  }

  /**
   * A message whose gateway id is known has no effect any more. Of two with the same id at the same time
   * one fails on the unique key; the caller then asks {@link #isKnown}.
   *
   * @param text the whole text, of which the message stores the beginning
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void receive(InboundMessage message, String text, Assurance assurance) {
    if (message.gatewayId().filter(this::isKnown).isPresent()) {
      return;
    }
    Optional<PhoneNumber> sender = phones.parseUrlEncoded(message.sender());
    sender.ifPresent(message::sentBy);
    entities.persist(message);
    entities.flush();
    if (sender.isEmpty()) {
      // A word such as a network's name: nobody reads an answer to it.
      return;
    }
    senderLimit.takeTurn(sender.get());
    carryingOut.carryOut(
        SmsCommandParser.parse(text),
        sender.get(),
        new Provenance(Channel.SMS, assurance, message.gatewayId(), Optional.of(message.text())));
  }

  /** Whether a message with this gateway id is stored. */
  @Transactional
  public boolean isKnown(String gatewayId) {
    return entities
            .createQuery(
                "SELECT COUNT(m) FROM InboundMessage m WHERE m.gatewayId = :id", Long.class)
            .setParameter("id", gatewayId)
            .getSingleResult()
        > 0;
  }
}
