package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyOrder.Effect;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.Standing;

/** Keeps what providers answered, each in a transaction of its own. The answer to a question alone moves the ledger. */
@Singleton
public class KeepingAnswers {

  private final Receipts receipts;
  private final LockingOrder locking;
  private final AccountingForOrder accounting;
  private final JudgingNotices notices;

  @Inject
  public KeepingAnswers(
      Receipts receipts,
      LockingOrder locking,
      AccountingForOrder accounting,
      JudgingNotices notices) {
    this.receipts = receipts;
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
    locking.lock(order).ifPresent(locked -> {
      answered(locked, standing);
      // Some have waited for an answer that a server took with it when it died.
      notices.judgeEarly(locked);
    });
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void answered(Locked locked, Standing standing) {
    MoneyOrder order = locked.order();
    Effect effect = standing instanceof Standing.Succeeded succeeded
            && receipts.isOfAnother(order.receiptOf(succeeded), order)
        ? order.doubt(Receipts.OF_ANOTHER, locked.now())
        : order.answered(standing, locked.now());
    accounting.follow(locked.contract(), order, effect, locked.now());
  }
}
