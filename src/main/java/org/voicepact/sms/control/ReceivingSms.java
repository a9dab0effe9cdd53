package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.Refusal;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.sms.entity.SmsCommand;

/** Keeps a message that came in, does what it asks for and answers it, all in one transaction. */
@Singleton
public class ReceivingSms {

  private static final String GATEWAY_ID = "gateway-id/1";

  private final EntityManager entities;
  private final PhoneNumbers phones;
  private final Pseudonyms pseudonyms;
  private final BodyIds bodyIds;
  private final CarryingOutCommand carryingOut;

  @Inject
  public ReceivingSms(
      EntityManager entities,
      PhoneNumbers phones,
      Pseudonyms pseudonyms,
      BodyIds bodyIds,
      CarryingOutCommand carryingOut) {
    this.entities = entities;
    this.phones = phones;
    this.pseudonyms = pseudonyms;
    this.bodyIds = bodyIds;
    this.carryingOut = carryingOut;
  }

  /**
   * A message whose gateway id is known has no effect any more. Of two with the same id at the same time
   * one fails on the unique key; the caller then asks {@link #isKnown}.
   *
   * @param text the whole text, of which the message stores the beginning
   * @param bodyHash of a body that is signed, by which a message without an id is known
   */
  @Transactional(dontRollbackOn = Refusal.class)
  public void receive(
      InboundMessage message, String text, Assurance assurance, Optional<String> bodyHash) {
    Optional<PhoneNumber> sender = phones.parseUrlEncoded(message.sender());
    sender.ifPresent(number -> message.sentBy(number, id -> pseudonyms.of(GATEWAY_ID, id)));
    if (isRepeat(message, bodyHash)) {
      return;
    }
    SmsCommand command = SmsCommandParser.parse(text);
    hideCodes(message, command);
    entities.persist(message);
    entities.flush();
    if (sender.isEmpty()) {
      // A word such as a network's name: nobody reads an answer to it.
      return;
    }
    Provenance how =
        new Provenance(Channel.SMS, assurance, message.gatewayId(), Optional.of(message.text()));
    Instant written = message.sentAt().orElse(message.receivedAt());
    carryingOut.carryOut(command, sender.get(), written, how).ifPresent(message::isAbout);
  }

  private boolean isRepeat(InboundMessage message, Optional<String> bodyHash) {
    if (message.gatewayId().isEmpty() && bodyHash.isPresent()) {
      Optional<String> id = bodyIds.idOf(bodyHash.get(), message);
      if (id.isEmpty()) {
        return true;
      }
      message.isKnownAs(id.get());
    }
    return message.gatewayId().filter(this::isKnown).isPresent();
  }

  private static void hideCodes(InboundMessage message, SmsCommand command) {
    if (command instanceof SmsCommand.EnterCode) {
      message.hideDigits();
    } else if (command instanceof SmsCommand.NotUnderstood) {
      message.hideCodes();
    }
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
