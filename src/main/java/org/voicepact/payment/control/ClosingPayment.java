package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.PaymentStatus;

/**
 * Ends the review of a payment of which no money has come, as somebody has found out. Should the provider say later that
 * it has come after all, it is held.
 */
@Singleton
public class ClosingPayment {

  private final Contracts contracts;
  private final Payments payments;
  private final AuditTrail audit;

  @Inject
  public ClosingPayment(Contracts contracts, Payments payments, AuditTrail audit) {
    this.contracts = contracts;
    this.payments = payments;
    this.audit = audit;
  }

  /**
   * To close it again changes nothing.
   *
   * @param reason in the caller's own words; it is no part of the evidence
   * @throws PaymentRefusal where there is no such payment, money of it has come, or it is not in review
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
    if (payment.status() != PaymentStatus.IN_REVIEW) {
      throw new PaymentRefusal(Reason.NOT_IN_REVIEW);
    }
    payment.failed(reason, locked.now());
    audit.byCaller(
        by,
        "payment.closed",
        Subject.contract(payment.contract().value()),
        Map.of("payment", payment.id()),
        locked.now());
    return hold;
  }
}
