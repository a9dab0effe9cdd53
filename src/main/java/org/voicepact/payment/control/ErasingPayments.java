package org.voicepact.payment.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.voicepact.contract.entity.PersonalDataErased;
import org.voicepact.payment.entity.Approval;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.SimulatedPrompt;
import org.voicepact.payment.entity.StoredNotice;

/**
 * Blanks the numbers in the payments of a contract whose personal data is erased, and what was said about them, within
 * the same transaction; the ledger holds none. While money is held, or on its way, that is refused: it could neither
 * go back nor on.
 */
@Singleton
public class ErasingPayments {

  private final EntityManager entities;
  private final Payments payments;
  private final Approvals approvals;

  @Inject
  public ErasingPayments(EntityManager entities, Payments payments, Approvals approvals) {
    this.entities = entities;
    this.payments = payments;
    this.approvals = approvals;
  }

  /**
   * @throws PaymentRefusal where money is held or on its way
   */
  void erased(@Observes PersonalDataErased event) {
    List<Hold> holds = payments.of(event.contract());
    String ofContract = " WHERE o.contractId = :contract";
    List<MoneyOrder> orders =
        all("SELECT o FROM MoneyOrder o" + ofContract, MoneyOrder.class, event);
    if (holds.stream()
            .anyMatch(hold -> PaymentStatus.OPEN.contains(hold.payment().status()))
        || orders.stream().anyMatch(MoneyOrder::isOnItsWay)) {
      throw new PaymentRefusal(Reason.MONEY_HELD);
    }
    for (Hold hold : holds) {
      hold.payment().erasePersonalData();
      hold.payouts().forEach(Payout::erasePersonalData);
      approvals.of(hold.payment()).forEach(Approval::erasePersonalData);
    }
    orders.forEach(MoneyOrder::erasePersonalData);
    all("SELECT o FROM SimulatedPrompt o" + ofContract, SimulatedPrompt.class, event)
        .forEach(SimulatedPrompt::erasePersonalData);
    all(
            "SELECT n FROM StoredNotice n, MoneyOrder o WHERE o.contractId = :contract"
                + " AND n.orderId = o.id",
            StoredNotice.class,
            event)
        .forEach(StoredNotice::erasePersonalData);
  }

  private <T> List<T> all(String query, Class<T> type, PersonalDataErased event) {
    return entities
        .createQuery(query, type)
        .setParameter("contract", event.contract().value())
        .getResultList();
  }
}
