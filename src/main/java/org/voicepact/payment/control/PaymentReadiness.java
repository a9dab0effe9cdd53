package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** Whether money waits for a person. */
@Singleton
public class PaymentReadiness implements SelfCheck {

  private final EntityManager entities;
  private final ChosenProvider provider;
  private final PaymentSettings settings;
  private final Reconciliations reconciliations;
  private final DoubtfulNotices notices;
  private final Clock clock;

  @Inject
  public PaymentReadiness(
      EntityManager entities,
      ChosenProvider provider,
      PaymentSettings settings,
      Reconciliations reconciliations,
      DoubtfulNotices notices,
      Clock clock) {
    this.entities = entities;
    this.provider = provider;
    this.settings = settings;
    this.reconciliations = reconciliations;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  @Transactional
  public List<CheckedPoint> points() {
    Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
    return List.of(
        provider(provider.name()),
        dualControl(settings.dualControlAmount()),
        waiting(
            "payments in review",
            entities
                .createQuery(
                    "SELECT COUNT(p) FROM Payment p"
                        + " WHERE p.status = org.voicepact.payment.entity.PaymentStatus.IN_REVIEW",
                    Long.class)
                .getSingleResult()),
        waiting(
            "payouts that no provider could be told of for an hour",
            entities
                .createQuery(
                    "SELECT COUNT(o) FROM MoneyOrder o WHERE o.direction = org.voicepact.payment.entity.Direction.PAYOUT"
                        + " AND o.state IN (org.voicepact.payment.entity.MoneyOrder.State.QUEUED,"
                        + " org.voicepact.payment.entity.MoneyOrder.State.CALLING)"
                        + " AND o.createdAt < :hourAgo",
                    Long.class)
                .setParameter("hourAgo", hourAgo)
                .getSingleResult()),
        waiting(
            "payouts that have been due for an hour and were not ordered",
            entities
                .createQuery(
                    "SELECT COUNT(o) FROM Payout o WHERE o.state = org.voicepact.payment.entity.Payout.State.SCHEDULED"
                        + " AND o.dueAt < :hourAgo",
                    Long.class)
                .setParameter("hourAgo", hourAgo)
                .getSingleResult()),
        waiting("comparisons with statements that differ", reconciliations.countOpen()),
        waiting("notices of payments that do not fit", notices.countOpen()));
  }

  static CheckedPoint provider(String name) {
    return name.equals(SimulatedMoney.NAME)
        ? CheckedPoint.open("PAYMENT_PROVIDER", name + " moves no money")
        : CheckedPoint.ok("PAYMENT_PROVIDER", name);
  }

  static CheckedPoint dualControl(OptionalInt amount) {
    return amount.isPresent()
        ? CheckedPoint.ok("DUAL_CONTROL_AMOUNT", Integer.toString(amount.getAsInt()))
        : CheckedPoint.open(
            "DUAL_CONTROL_AMOUNT", "off: one person alone can move any amount by hand");
  }

  static CheckedPoint waiting(String what, long count) {
    return count == 0
        ? CheckedPoint.ok(what, "none")
        : CheckedPoint.open(what, count + " to be looked at");
  }
}
