package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.Fitting;
import org.voicepact.payment.entity.Fitting.Judged;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyWorkWanted;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.payment.entity.StoredNotice.Verdict;

/** Keeps what a notice means. It never moves money; see {@link Fitting}. */
@Singleton
public class JudgingNotices {

  private final EntityManager entities;
  private final AccountingForOrder accounting;
  private final Receipts receipts;
  private final ChosenProvider providers;
  private final Event<Object> events;

  @Inject
  public JudgingNotices(
      EntityManager entities,
      AccountingForOrder accounting,
      Receipts receipts,
      ChosenProvider providers,
      Event<Object> events) {
    this.entities = entities;
    this.accounting = accounting;
    this.receipts = receipts;
    this.providers = providers;
    this.events = events;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void judge(Locked locked, StoredNotice stored, ProviderNotice notice) {
    MoneyOrder order = locked.order();
    Judged judged = Fitting.judge(order, notice, locked.now());
    stored.judge(judged.verdict());
    if (judged.verdict() == Verdict.FITS
        || judged.verdict() == Verdict.CONTRADICTS && stored.isAtOwnAddress()) {
      learn(order, stored, notice);
    }
    MoneyOrder.Effect effect = receipts.isOfAnother(order.lateReceipt(), order)
        ? order.doubt(Receipts.OF_ANOTHER, locked.now())
        : judged.effect();
    if (effect != MoneyOrder.Effect.NONE) {
      accounting.follow(locked.contract(), order, effect, locked.now());
    } else {
      order.completeReceipt();
    }
    if (order.isToBeCalled()) {
      events.fire(new MoneyWorkWanted());
    }
  }

  /**
   * A notice at the address that all share shows by our own number only that its sender knows the order. By its reference
   * we may ask only where the provider’s answer has to name the order as well.
   */
  private void learn(MoneyOrder order, StoredNotice stored, ProviderNotice notice) {
    if (stored.isAtOwnAddress()) {
      order.learn(notice);
    } else if (notice.instructionId().isPresent() && answersNameOrder(order)) {
      order.learnReference(notice);
    }
  }

  private boolean answersNameOrder(MoneyOrder order) {
    return providers
        .find(order.provider())
        .filter(each -> each.answersNameOrder(order.direction()))
        .isPresent();
  }

  /** A notice that was kept, and what it says. */
  record Early(StoredNotice stored, ProviderNotice notice) {}

  /** Those that came before the answer to our own request. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Early> early(Locked locked) {
    return entities
        .createQuery(
            "SELECT n FROM StoredNotice n WHERE n.orderId = :order"
                + " AND n.verdict = org.voicepact.payment.entity.StoredNotice.Verdict.EARLY",
            StoredNotice.class)
        .setParameter("order", locked.order().id())
        .getResultStream()
        .flatMap(stored -> providers.read(stored).map(notice -> new Early(stored, notice)).stream())
        .toList();
  }
}
