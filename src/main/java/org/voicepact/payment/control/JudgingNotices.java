package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.Fitting;
import org.voicepact.payment.entity.Fitting.Judged;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyWorkWanted;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.payment.entity.StoredNotice.Verdict;
import org.voicepact.platform.entity.Json;

/** Keeps what a notice means. It never moves money; see {@link Fitting}. */
@Singleton
public class JudgingNotices {

  private final EntityManager entities;
  private final AccountingForOrder accounting;
  private final ChosenProvider providers;
  private final Event<Object> events;

  @Inject
  public JudgingNotices(
      EntityManager entities,
      AccountingForOrder accounting,
      ChosenProvider providers,
      Event<Object> events) {
    this.entities = entities;
    this.accounting = accounting;
    this.providers = providers;
    this.events = events;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void judge(Locked locked, StoredNotice stored, ProviderNotice notice) {
    MoneyOrder order = locked.order();
    Judged judged = Fitting.judge(order, notice, locked.now());
    stored.judge(judged.verdict());
    if (stored.isAtOwnAddress() && judged.verdict() == Verdict.FITS) {
      order.learn(notice);
    }
    if (judged.effect() != MoneyOrder.Effect.NONE) {
      accounting.follow(locked.contract(), order, judged.effect(), locked.now());
    }
    if (order.state() == MoneyOrder.State.TOLD) {
      events.fire(new MoneyWorkWanted());
    }
  }

  /** Those that came before the answer to our own request. */
  @Transactional(Transactional.TxType.MANDATORY)
  void judgeEarly(Locked locked) {
    entities
        .createQuery(
            "SELECT n FROM StoredNotice n WHERE n.orderId = :order"
                + " AND n.verdict = org.voicepact.payment.entity.StoredNotice.Verdict.EARLY",
            StoredNotice.class)
        .setParameter("order", locked.order().id())
        .getResultList()
        .forEach(stored -> read(stored).ifPresent(notice -> judge(locked, stored, notice)));
  }

  private Optional<ProviderNotice> read(StoredNotice stored) {
    return stored
        .words()
        .flatMap(words ->
            providers.find(stored.provider()).flatMap(each -> each.read(Json.read(words))));
  }
}
