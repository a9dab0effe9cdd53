package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.PaymentReviewed;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.ReviewCause;

/** Shows to a person what has been held for long with nothing decided. It moves nothing. */
@Singleton
public class ReviewingForgotten {

  private static final int AT_ONCE = 100;

  private final EntityManager entities;
  private final Contracts contracts;
  private final Payments payments;
  private final PaymentSettings settings;
  private final Event<Object> events;
  private final Clock clock;

  @Inject
  public ReviewingForgotten(
      EntityManager entities,
      Contracts contracts,
      Payments payments,
      PaymentSettings settings,
      Event<Object> events,
      Clock clock) {
    this.entities = entities;
    this.contracts = contracts;
    this.payments = payments;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public List<String> due() {
    return entities
        .createQuery(
            "SELECT p.id FROM Payment p WHERE p.status = org.voicepact.payment.entity.PaymentStatus.HELD"
                + " AND p.heldAt <= :since AND NOT EXISTS (SELECT o.id FROM Payout o"
                + " WHERE o.paymentId = p.id AND o.state IN :moving) ORDER BY p.heldAt",
            String.class)
        .setParameter("since", clock.instant().minus(settings.timeout()))
        .setParameter("moving", Set.of(Payout.State.SCHEDULED, Payout.State.ORDERED))
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  @Transactional
  public void review(String payment) {
    Locked locked = contracts.lock(payments.contractOf(payment));
    Hold hold = payments.find(payment);
    if (hold.payment().status() == PaymentStatus.HELD && !hold.isUnderWay()) {
      hold.payment()
          .review(
              ReviewCause.FORGOTTEN,
              "it has been held for long and nothing was decided",
              locked.now());
      events.fire(new PaymentReviewed(locked.contract(), hold.payment()));
    }
  }
}
