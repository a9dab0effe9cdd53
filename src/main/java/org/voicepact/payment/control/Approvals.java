package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.voicepact.payment.entity.Approval;
import org.voicepact.payment.entity.Payment;

/** Who wants the money of a payment to go which way, until that is decided or the facts have changed. */
@Singleton
public class Approvals {

  private final EntityManager entities;

  @Inject
  public Approvals(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What there is after one was added.
   *
   * @param isNew false where the same person had said the same before
   * @param people how many want it by now
   */
  record Added(boolean isNew, long people) {}

  /** Adds one; the same person counts once. */
  @Transactional(Transactional.TxType.MANDATORY)
  Added add(Approval approval) {
    boolean isNew = entities.find(Approval.class, approval.key()) == null;
    if (isNew) {
      entities.persist(approval);
    }
    Approval.Key key = approval.key();
    long people = entities
        .createQuery(
            "SELECT COUNT(a) FROM Approval a WHERE a.paymentId = :payment AND a.kind = :kind",
            Long.class)
        .setParameter("payment", key.paymentId())
        .setParameter("kind", key.kind())
        .getSingleResult();
    return new Added(isNew, people);
  }

  /** What was approved before counts no more; the audit log keeps who did. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forget(Payment payment) {
    of(payment).forEach(entities::remove);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<Approval> of(Payment payment) {
    return entities
        .createQuery("SELECT a FROM Approval a WHERE a.paymentId = :payment", Approval.class)
        .setParameter("payment", payment.id())
        .getResultList();
  }
}
