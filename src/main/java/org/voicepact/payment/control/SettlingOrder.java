package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.control.DecidingPayment.Decided;
import org.voicepact.payment.control.DecidingPayment.Decider;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.Approval;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.Settlement;
import org.voicepact.platform.control.Sha256;

/**
 * Lets people say what became of an order, where the provider does not. It always takes two, because it sets the books
 * right by hand; the ledger then moves the same way as by the provider's own answer.
 */
@Singleton
public class SettlingOrder {

  private static final int PEOPLE = 2;

  private final Payments payments;
  private final LockingOrder locking;
  private final Receipts receipts;
  private final Approvals approvals;
  private final AccountingForOrder accounting;
  private final AuditTrail audit;

  @Inject
  public SettlingOrder(
      Payments payments,
      LockingOrder locking,
      Receipts receipts,
      Approvals approvals,
      AccountingForOrder accounting,
      AuditTrail audit) {
    this.payments = payments;
    this.locking = locking;
    this.receipts = receipts;
    this.approvals = approvals;
    this.accounting = accounting;
    this.audit = audit;
  }

  /**
   * To say what the books have changes nothing.
   *
   * @param transaction the order, which is the payment's or that of one of its payouts
   * @param reason in the decider's own words; it is no part of the evidence
   * @throws PaymentRefusal where there is no such payment or order, it is in no state for this, or the receipt is that
   *     of another movement
   */
  @Transactional
  public Decided settle(
      String payment, String transaction, Settlement settlement, Decider by, String reason) {
    payments.contractOf(payment);
    Locked locked = locking
        .lock(transaction)
        .filter(each -> payments.ofOrder(each.order()).payment().id().equals(payment))
        .orElseThrow(() -> new PaymentRefusal(Reason.UNKNOWN_TRANSACTION));
    Hold hold = payments.ofOrder(locked.order());
    if (settlement.isKnownOf(locked.order())) {
      return new Decided(hold, true);
    }
    requirePossible(hold, locked, settlement);
    Approvals.Added added = approvals.add(
        new Approval(hold.payment(), kind(locked, settlement), by.person(), reason, locked.now()));
    boolean isDone = added.people() >= PEOPLE;
    Subject contract = Subject.contract(hold.payment().contract().value());
    if (isDone || added.isNew() && audit.hasRoom(contract, Room.STEPS)) {
      record(locked, hold, by, isDone, settlement);
    }
    if (isDone) {
      accounting.follow(
          locked.contract(), locked.order(), locked.order().settle(settlement), locked.now());
    }
    return new Decided(payments.ofOrder(locked.order()), isDone);
  }

  private void record(Locked locked, Hold hold, Decider by, boolean isDone, Settlement settlement) {
    audit.byCaller(
        by.actor(),
        "payment.settle." + (isDone ? "decided" : "approved"),
        Subject.contract(hold.payment().contract().value()),
        Map.of(
            "payment", hold.payment().id(),
            "transaction", locked.order().id(),
            "outcome", settlement.outcome().wire()),
        locked.now());
  }

  private static String kind(Locked locked, Settlement settlement) {
    return "settle:" + Sha256.hex(settlement.said(locked.order()).getBytes(StandardCharsets.UTF_8));
  }

  private void requirePossible(Hold hold, Locked locked, Settlement settlement) {
    if (!hold.fits(settlement, locked.order())) {
      throw new PaymentRefusal(Reason.NOT_TO_SETTLE);
    }
    if (hold.wouldHold(settlement, locked.order()) && locked.order().phone().isEmpty()) {
      throw new PaymentRefusal(Reason.ERASED);
    }
    boolean isOther = settlement
        .receipt()
        .filter(said ->
            locked.order().receipt().filter(known -> !known.equals(said)).isPresent())
        .isPresent();
    if (isOther || receipts.isOfAnother(settlement.receipt(), locked.order())) {
      throw PaymentRefusal.receiptOfAnother();
    }
  }
}
