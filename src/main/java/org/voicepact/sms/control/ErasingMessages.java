package org.voicepact.sms.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.voicepact.contract.control.PersonLanguages;
import org.voicepact.contract.entity.PersonalDataErased;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.InboundMessage;
import org.voicepact.sms.entity.OutboundMessage;

/**
 * Blanks the messages about a contract whose personal data is erased, and forgets those of its numbers, and the
 * languages they chose, that no other contract needs, within the same transaction.
 */
@Singleton
public class ErasingMessages {

  private static final String ABOUT = " WHERE m.contractId = :contract AND m.text IS NOT NULL";

  /** The messages of a number that are about a contract stay with that contract, all others with any of the number. */
  private static final String NOT_NEEDED = " AND NOT EXISTS (SELECT p.id FROM Party p"
      + " WHERE p.phone = %1$s AND (m.contractId IS NULL OR m.contractId = p.contract.id))";

  private static final String INBOUND = "SELECT m FROM InboundMessage m";
  private static final String OUTBOUND = "SELECT m FROM OutboundMessage m";

  /** As whoever sends them locks them, so that nobody waits in a circle. */
  private static final String IN_ORDER = " ORDER BY m.id";

  private final EntityManager entities;
  private final PersonLanguages languages;

  @Inject
  public ErasingMessages(EntityManager entities, PersonLanguages languages) {
    this.entities = entities;
    this.languages = languages;
  }

  void erased(@Observes PersonalDataErased event) {
    about(INBOUND, InboundMessage.class, event).forEach(InboundMessage::erasePersonalData);
    about(OUTBOUND, OutboundMessage.class, event).forEach(OutboundMessage::erasePersonalData);
    for (PhoneNumber phone : event.phones()) {
      of(phone, INBOUND, "m.senderPhone", InboundMessage.class)
          .forEach(InboundMessage::erasePersonalData);
      of(phone, OUTBOUND, "m.phone", OutboundMessage.class)
          .forEach(OutboundMessage::erasePersonalData);
      languages.forget(phone);
    }
  }

  private <T> List<T> about(String select, Class<T> type, PersonalDataErased event) {
    return entities
        .createQuery(select + ABOUT + IN_ORDER, type)
        .setParameter("contract", event.contract().value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private <T> List<T> of(PhoneNumber phone, String select, String column, Class<T> type) {
    return entities
        .createQuery(
            select + " WHERE " + column + " = :phone" + NOT_NEEDED.formatted(column) + IN_ORDER,
            type)
        .setParameter("phone", phone.e164())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
