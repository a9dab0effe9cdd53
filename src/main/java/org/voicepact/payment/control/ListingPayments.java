package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.platform.control.QueryConditions;

/** Lists payments of all contracts, the newest first, page by page. */
@Singleton
public class ListingPayments {

  private final EntityManager entities;
  private final Payments payments;

  @Inject
  public ListingPayments(EntityManager entities, Payments payments) {
    this.entities = entities;
    this.payments = payments;
  }

  /**
   * @param next the id of the page's last payment, where another page follows
   */
  public record Page(List<Hold> holds, Optional<String> next) {}

  /**
   * @param status empty for all
   * @param before the last payment of the page before; empty for the first page
   */
  @Transactional
  public Page list(Optional<PaymentStatus> status, Optional<String> before, int limit) {
    QueryConditions matching = new QueryConditions();
    status.ifPresent(only -> matching.add("p.status = :status", "status", only));
    before.map(id -> entities.find(Payment.class, id)).ifPresent(last -> {
      matching.add("p.createdAt <= :at", "at", last.createdAt());
      matching.add("(p.createdAt < :at OR p.id < :before)", "before", last.id());
    });
    List<Payment> found = matching
        .apply(entities.createQuery(
            "SELECT p FROM Payment p" + matching.where() + " ORDER BY p.createdAt DESC, p.id DESC",
            Payment.class))
        .setMaxResults(limit + 1)
        .getResultList();
    List<Payment> page = found.subList(0, Math.min(found.size(), limit));
    return new Page(
        payments.withPayouts(page),
        found.size() > limit ? Optional.of(page.get(limit - 1).id()) : Optional.empty());
  }
}
