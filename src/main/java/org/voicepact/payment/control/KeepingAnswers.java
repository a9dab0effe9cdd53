package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyOrder.Effect;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.Standing;

/** Keeps what providers answered, each in a transaction of its own. The answer to a question alone moves the ledger. */
@Singleton
public class KeepingAnswers {

  private final EntityManager entities;
  private final LockingOrder locking;
  private final AccountingForOrder accounting;
  private final JudgingNotices notices;

  @Inject
  public KeepingAnswers(
      EntityManager entities,
      LockingOrder locking,
      AccountingForOrder accounting,
      JudgingNotices notices) {
    this.entities = entities;
    this.locking = locking;
    this.accounting = accounting;
    this.notices = notices;
  }

  /** What a provider answered on being told; notices that were faster get their turn. */
  @Transactional
  public void told(String order, ProviderReply reply) {
    locking.lock(order).ifPresent(locked -> {
      Effect effect = locked.order().told(reply, locked.now());
      accounting.follow(locked.contract(), locked.order(), effect, locked.now());
      notices.judgeEarly(locked);
    });
  }

  /** What a provider answered on being asked. */
  @Transactional
  public void answered(String order, Standing standing) {
    locking.lock(order).ifPresent(locked -> answered(locked, standing));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void answered(Locked locked, Standing standing) {
    MoneyOrder order = locked.order();
    Effect effect = standing instanceof Standing.Succeeded succeeded
            && order
                .receiptOf(succeeded)
                .filter(receipt -> isOfAnother(receipt, order))
                .isPresent()
        ? order.doubt("the provider’s receipt is that of another movement", locked.now())
        : order.answered(standing, locked.now());
    accounting.follow(locked.contract(), order, effect, locked.now());
  }

  private boolean isOfAnother(String receipt, MoneyOrder order) {
    return entities
            .createQuery(
                "SELECT COUNT(o) FROM MoneyOrder o WHERE o.receipt = :receipt AND o.id <> :id",
                Long.class)
            .setParameter("receipt", receipt)
            .setParameter("id", order.id())
            .getSingleResult()
        > 0;
  }
}
