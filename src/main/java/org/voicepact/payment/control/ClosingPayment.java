package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentFailed;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.PaymentStatus;

/**
 * Ends a payment of which no money has come, as somebody has found out: one in review, or one whose prompt nobody has
 * answered for {@link #PROMPT}. Should the provider say later that it has come after all, it is held.
 */
@Singleton
public class ClosingPayment {

  /** No phone asks for a PIN that long. */
  static final Duration PROMPT = Duration.ofMinutes(10);

  private final Contracts contracts;
  private final Payments payments;
  private final LockingOrder orders;
  private final AuditTrail audit;
  private final Event<Object> events;

  @Inject
  public ClosingPayment(
      Contracts contracts,
      Payments payments,
      LockingOrder orders,
      AuditTrail audit,
      Event<Object> events) {
    this.contracts = contracts;
    this.payments = payments;
    this.orders = orders;
    this.audit = audit;
    this.events = events;
  }

  /**
   * To close it again changes nothing.
   *
   * @param reason in the caller's own words; it is no part of the evidence
   * @throws PaymentRefusal where there is no such payment, money of it has come, or the prompt may still be answered
   */
  @Transactional
  public Hold close(String id, Actor by, String reason) {
    Locked locked = contracts.lock(payments.contractOf(id));
    Hold hold = payments.find(id);
    Payment payment = hold.payment();
    if (payment.status() == PaymentStatus.FAILED) {
      return hold;
    }
    if (payment.heldAt().isPresent()) {
      throw new PaymentRefusal(Reason.HAS_COME);
    }
    MoneyOrder order = orders.lock(payment.orderId()).orElseThrow().order();
    if (payment.status() != PaymentStatus.IN_REVIEW && order.isOpen(PROMPT, locked.now())) {
      throw new PaymentRefusal(Reason.PROMPT_OPEN);
    }
    order.withdraw(locked.now());
    payment.failed(reason, locked.now());
    events.fire(new PaymentFailed(locked.contract(), payment));
    audit.byCaller(
        by,
        "payment.closed",
        Subject.contract(payment.contract().value()),
        Map.of("payment", payment.id()),
        locked.now());
    return hold;
  }
}
