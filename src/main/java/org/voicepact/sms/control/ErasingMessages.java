package org.voicepact.sms.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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

  private static final int MOST_IN_A_STATEMENT = 1000;

  private final EntityManager entities;
  private final PersonLanguages languages;
  private final DeliveryReports reports;

  @Inject
  public ErasingMessages(
      EntityManager entities, PersonLanguages languages, DeliveryReports reports) {
    this.entities = entities;
    this.languages = languages;
    this.reports = reports;
  }

  void erased(@Observes PersonalDataErased event) {
    lock(InboundMessage.class, ids(InboundMessage.class, "m.senderPhone", event))
        .forEach(InboundMessage::erasePersonalData);
    lock(OutboundMessage.class, ids(OutboundMessage.class, "m.phone", event))
        .forEach(OutboundMessage::erasePersonalData);
    event.phones().forEach(languages::forget);
    event.phones().forEach(reports::forget);
  }

  private SortedSet<Long> ids(Class<?> type, String column, PersonalDataErased event) {
    String select = "SELECT m.id FROM " + type.getSimpleName() + " m";
    SortedSet<Long> ids = new TreeSet<>(entities
        .createQuery(select + ABOUT, Long.class)
        .setParameter("contract", event.contract().value())
        .getResultList());
    for (PhoneNumber phone : event.phones()) {
      ids.addAll(entities
          .createQuery(
              select + " WHERE " + column + " = :phone" + NOT_NEEDED.formatted(column), Long.class)
          .setParameter("phone", phone.e164())
          .getResultList());
    }
    return ids;
  }

  /** In the order in which whoever sends them locks them, so that nobody waits in a circle. */
  private <T> List<T> lock(Class<T> type, SortedSet<Long> ids) {
    List<Long> inOrder = List.copyOf(ids);
    List<T> locked = new ArrayList<>(inOrder.size());
    for (int from = 0; from < inOrder.size(); from += MOST_IN_A_STATEMENT) {
      int to = Math.min(from + MOST_IN_A_STATEMENT, inOrder.size());
      locked.addAll(entities
          .createQuery(
              "SELECT m FROM " + type.getSimpleName() + " m WHERE m.id IN :ids ORDER BY m.id", type)
          .setParameter("ids", inOrder.subList(from, to))
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultList());
    }
    return locked;
  }
}
