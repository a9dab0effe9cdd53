package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.voicepact.contract.entity.Contract;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.MoneyWorkWanted;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.PayoutScheduled;
import org.voicepact.platform.entity.Money;

/** Plans what goes out of payments. The contract is locked. */
@Singleton
public class PlanningPayouts {

  private final EntityManager entities;
  private final Event<Object> events;

  @Inject
  public PlanningPayouts(EntityManager entities, Event<Object> events) {
    this.entities = entities;
    this.events = events;
  }

  /** All that is held and free goes out at once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Payout all(Contract contract, Hold hold, Payout.Kind kind, Instant now) {
    return part(contract, hold, kind, hold.free(), now, now);
  }

  /**
   * @param due from when on it goes; until then a dispute stops it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Payout part(
      Contract contract, Hold hold, Payout.Kind kind, Money amount, Instant now, Instant due) {
    Payout payout = hold.plan(UUID.randomUUID().toString(), kind, amount, now, due);
    entities.persist(payout);
    events.fire(new PayoutScheduled(contract, payout, due.isAfter(now)));
    events.fire(new MoneyWorkWanted());
    return payout;
  }
}
