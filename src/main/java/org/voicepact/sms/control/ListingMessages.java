package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.voicepact.platform.control.QueryConditions;
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
    QueryConditions matching = new QueryConditions();
    filter
        .status()
        .ifPresent(status -> matching.add("m.sending.status = :status", "status", status));
    filter.phone().ifPresent(phone -> matching.add("m.phone = :phone", "phone", phone.e164()));
    filter
        .contractId()
        .ifPresent(contract -> matching.add("m.contractId = :contract", "contract", contract));
    before.ifPresent(id -> matching.add("m.id < :before", "before", id));
    List<OutboundMessage> found = matching
        .apply(entities.createQuery(
            "SELECT m FROM OutboundMessage m" + matching.where() + " ORDER BY m.id DESC",
            OutboundMessage.class))
        .setMaxResults(limit + 1)
        .getResultList();
    List<OutboundMessage> page = found.subList(0, Math.min(found.size(), limit));
    return new Page(
        page, found.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
  }
}
