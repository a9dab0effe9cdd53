package org.voicepact.payment.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentFailed;
import org.voicepact.payment.entity.PaymentHeld;
import org.voicepact.payment.entity.PaymentRequested;
import org.voicepact.payment.entity.PaymentReversed;
import org.voicepact.payment.entity.PaymentReviewed;
import org.voicepact.payment.entity.PaymentSettled;
import org.voicepact.payment.entity.PayoutPaid;
import org.voicepact.payment.entity.PayoutReversed;

/** Adds each new status of a payment to the audit trail, in the transaction that gave it. */
@Singleton
public class RecordingPayments {

  private static final String UPDATED = "payment.updated";

  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  public RecordingPayments(AuditTrail audit, EntityManager entities) {
    this.audit = audit;
    this.entities = entities;
  }

  void requested(@Observes PaymentRequested event) {
    record(event.payment());
  }

  void held(@Observes PaymentHeld event) {
    record(event.payment());
  }

  void failed(@Observes PaymentFailed event) {
    record(event.payment());
  }

  void reversed(@Observes PaymentReversed event) {
    record(event.payment());
  }

  void reviewed(@Observes PaymentReviewed event) {
    record(event.payment());
  }

  void settled(@Observes PaymentSettled event) {
    record(event.payment());
  }

  void paidOut(@Observes PayoutPaid event) {
    record(entities.find(Payment.class, event.payout().paymentId()));
  }

  void reversed(@Observes PayoutReversed event) {
    record(entities.find(Payment.class, event.payout().paymentId()));
  }

  private void record(Payment payment) {
    audit.bySystem(
        Channel.SYSTEM,
        UPDATED,
        Subject.contract(payment.contract().value()),
        // "status" is a contract's everywhere in the log.
        Map.of("payment", payment.id(), "payment_status", payment.status().wire()),
        payment.updatedAt());
  }
}
