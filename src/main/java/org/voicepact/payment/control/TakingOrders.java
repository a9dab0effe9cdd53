package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyOrder.Turn;

/**
 * Takes orders whose turn it is, to tell a provider or to ask it. Several servers may do so at once: an order that one
 * has taken the others pass over, until that server must have died.
 */
@Singleton
public class TakingOrders {

  /** As many as are called for side by side. */
  private static final int AT_ONCE = 8;

  private static final String TAKE =
      "SELECT o.* FROM money_order o WHERE o.state IN ('QUEUED', 'CALLING', 'TOLD')"
          + " AND o.phone IS NOT NULL AND o.next_at <= ?1 ORDER BY o.next_at, o.id FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY FOR UPDATE SKIP LOCKED";

  private final EntityManager entities;
  private final CallbackTokens tokens;
  private final Clock clock;

  @Inject
  public TakingOrders(EntityManager entities, CallbackTokens tokens, Clock clock) {
    this.entities = entities;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What is to be called once this is committed: an order that is being told is known as that before the call. */
  @Transactional
  public List<ProviderCall> take() {
    Instant now = clock.instant();
    @SuppressWarnings("unchecked")
    List<MoneyOrder> due = entities
        .createNativeQuery(TAKE, MoneyOrder.class)
        .setParameter(1, Timestamp.from(now))
        .getResultList();
    return due.stream().map(order -> call(order, now)).toList();
  }

  private ProviderCall call(MoneyOrder order, Instant now) {
    Turn turn = order.take(now);
    Instruction instruction = new Instruction(
        order.id(),
        order.phone().orElseThrow(),
        order.amount(),
        order.contract().value(),
        tokens.address(order, turn == Turn.ASK, now));
    return new ProviderCall(
        turn, order.direction(), order.provider(), instruction, order.providerReference());
  }
}
