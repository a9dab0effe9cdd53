package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyOrder.Turn;
import org.voicepact.platform.control.TakingRows;
import org.voicepact.platform.control.TakingRows.Rows;

/**
 * Takes orders whose turn it is, to tell a provider or to ask it. Several servers may do so at once: an order that one
 * has taken the others pass over, until that server must have died.
 */
@Singleton
public class TakingOrders {

  /** As many as are called for side by side. */
  private static final int AT_ONCE = 8;

  private static final Rows<MoneyOrder, String> ORDERS =
      new Rows<>(MoneyOrder.class, "money_order", MoneyOrder::id);

  private static final String DUE = "SELECT o.id FROM (SELECT id, phone, next_at FROM money_order"
      + " WHERE state IN ('QUEUED', 'CALLING', 'TOLD') AND next_at <= ?1"
      // What has ended is called for again where it is in doubt.
      + " UNION ALL SELECT id, phone, next_at FROM money_order WHERE doubted_at <= ?1) o"
      + " WHERE o.phone IS NOT NULL AND o.next_at <= ?1 ORDER BY o.next_at, o.id";

  private final TakingRows rows;
  private final CallbackTokens tokens;
  private final Clock clock;

  @Inject
  public TakingOrders(TakingRows rows, CallbackTokens tokens, Clock clock) {
    this.rows = rows;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What is to be called once this is committed: an order that is being told is known as that before the call. */
  @Transactional
  public List<ProviderCall> take() {
    Instant now = clock.instant();
    return rows.next(ORDERS, DUE, now, order -> order.isDue(now), AT_ONCE).stream()
        .map(order -> call(order, now))
        .toList();
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
        turn, order.direction(), order.carrier(), instruction, order.providerReference());
  }
}
