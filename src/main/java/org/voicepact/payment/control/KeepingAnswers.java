package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Fitting;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyOrder.Effect;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.payment.entity.StoredNotice.Verdict;

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
      judgeEarly(locked);
    });
  }

  /** What a provider answered on being asked. */
  @Transactional
  public void answered(String order, Standing standing) {
    locking.lock(order).ifPresent(locked -> {
      answered(locked, standing);
      // Some have waited for an answer that a server took with it when it died.
      judgeEarly(locked);
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

  private void judgeEarly(Locked locked) {
    notices.early(locked).forEach(early -> judge(locked, early.stored(), early.notice()));
  }

  /** What a notice means: it counts as an answer where it is one and came to the address that was made for that. */
  @Transactional(Transactional.TxType.MANDATORY)
  void judge(Locked locked, StoredNotice stored, ProviderNotice notice) {
    if (isAnswer(locked.order(), stored, notice)) {
      boolean differs = Fitting.verdict(locked.order(), notice) == Verdict.DIFFERS;
      stored.judge(differs ? Verdict.DIFFERS : Verdict.FITS);
      answered(locked, standing(locked.order(), notice, differs));
    } else {
      notices.judge(locked, stored, notice);
    }
  }

  /** That a payout was turned down ends what is not over; it answers no question, and clears up no contradiction. */
  private static boolean isAnswer(MoneyOrder order, StoredNotice stored, ProviderNotice notice) {
    return switch (notice.answers()) {
      case NOTHING -> false;
      case QUESTION -> stored.isQuestion();
      case INSTRUCTION ->
        stored.isAtOwnAddress()
            && !stored.isQuestion()
            && order.direction() == Direction.PAYOUT
            && order.isTold()
            && !order.isEnded();
    };
  }

  private static Standing standing(MoneyOrder order, ProviderNotice notice, boolean differs) {
    // To ask again at once would bring the same at once, for ever.
    if (differs) {
      return new Standing.NoAnswer("the answer is about something else");
    }
    return switch (notice.claim()) {
      case SUCCEEDED ->
        new Standing.Succeeded(notice.receipt(), notice.amount().map(said -> order.amount()));
      case FAILED -> new Standing.Failed(notice.reason().orElse("the provider says so"));
      case UNCLEAR -> new Standing.NoAnswer(notice.reason().orElse("the answer says neither"));
    };
  }
}
