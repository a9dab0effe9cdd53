package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.Sending;

/** Lists the messages of the outbox, the newest first, in pages. */
@Singleton
public class ListingMessages {

  private final EntityManager entities;

  @Inject
  public ListingMessages(EntityManager entities) {
    this.entities = entities;
  }

  /** Which messages are wanted; an empty filter lets all through. */
  public record Filter(
      Optional<Sending.Status> status, Optional<PhoneNumber> phone, Optional<String> contractId) {}

  /**
   * @param next the id of the page's last message, where another page follows
   */
  public record Page(List<OutboundMessage> messages, Optional<Long> next) {}

  /**
   * @param before the last message of the page before; empty for the first page
   */
  @Transactional
  public Page list(Filter filter, Optional<Long> before, int limit) {
    List<String> clauses = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    filter.status().ifPresent(status -> {
      clauses.add("m.sending.status = :status");
      values.put("status", status);
    });
    filter.phone().ifPresent(phone -> {
      clauses.add("m.phone = :phone");
      values.put("phone", phone.e164());
    });
    filter.contractId().ifPresent(contract -> {
      clauses.add("m.contractId = :contract");
      values.put("contract", contract);
    });
    before.ifPresent(id -> {
      clauses.add("m.id < :before");
      values.put("before", id);
    });
    String where = clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
    TypedQuery<OutboundMessage> query = entities.createQuery(
        "SELECT m FROM OutboundMessage m" + where + " ORDER BY m.id DESC", OutboundMessage.class);
    values.forEach(query::setParameter);
    List<OutboundMessage> found = query.setMaxResults(limit + 1).getResultList();
    List<OutboundMessage> page = found.subList(0, Math.min(found.size(), limit));
    return new Page(
        page, found.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
  }
}
