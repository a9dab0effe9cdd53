package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.payment.entity.MoneyOrder;

/** The providers' numbers of movements: each belongs to one. */
@Singleton
public class Receipts {

  /** Why an order is in doubt where it is so. */
  static final String OF_ANOTHER = "the provider’s receipt is that of another movement";

  private final EntityManager entities;

  @Inject
  public Receipts(EntityManager entities) {
    this.entities = entities;
  }

  /** Whether it is known of another movement than this one. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isOfAnother(Optional<String> receipt, MoneyOrder order) {
    return receipt.isPresent()
        && entities
                .createQuery(
                    "SELECT COUNT(o) FROM MoneyOrder o WHERE o.numbers.receipt = :receipt AND o.id <> :id",
                    Long.class)
                .setParameter("receipt", receipt.get())
                .setParameter("id", order.id())
                .getSingleResult()
            > 0;
  }
}
