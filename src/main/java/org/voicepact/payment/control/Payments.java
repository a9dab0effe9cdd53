package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyStanding;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.Price;
import org.voicepact.platform.entity.Money;

/** Finds payments. Who changes one has locked its contract before it is read. */
@Singleton
public class Payments {

  private final EntityManager entities;
  private final Contracts contracts;

  @Inject
  public Payments(EntityManager entities, Contracts contracts) {
    this.entities = entities;
    this.contracts = contracts;
  }

  /**
   * Whose payment it is, read without a lock.
   *
   * @throws PaymentRefusal where there is no such payment
   */
  @Transactional
  public ContractId contractOf(String payment) {
    return entities
        .createQuery("SELECT p.contractId FROM Payment p WHERE p.id = :id", String.class)
        .setParameter("id", payment)
        .getResultStream()
        .findFirst()
        .map(ContractId::new)
        .orElseThrow(() -> new PaymentRefusal(Reason.UNKNOWN_PAYMENT));
  }

  /** All payments into a contract, the first first. */
  @Transactional
  public List<Hold> of(ContractId contract) {
    return withPayouts(entities
        .createQuery(
            "SELECT p FROM Payment p WHERE p.contractId = :contract ORDER BY p.createdAt, p.id",
            Payment.class)
        .setParameter("contract", contract.value())
        .getResultList());
  }

  /** These payments in their order, each with what goes out of it. */
  @Transactional
  List<Hold> withPayouts(List<Payment> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<String, List<Payout>> payouts = entities
        .createQuery(
            "SELECT o FROM Payout o WHERE o.paymentId IN :payments ORDER BY o.createdAt, o.id",
            Payout.class)
        .setParameter("payments", found.stream().map(Payment::id).toList())
        .getResultStream()
        .collect(Collectors.groupingBy(Payout::paymentId));
    return found.stream()
        .map(payment -> new Hold(payment, payouts.getOrDefault(payment.id(), List.of())))
        .toList();
  }

  /**
   * @throws PaymentRefusal where there is no such payment
   */
  @Transactional
  public Hold find(String payment) {
    return of(contractOf(payment)).stream()
        .filter(hold -> hold.payment().id().equals(payment))
        .findFirst()
        .orElseThrow(() -> new PaymentRefusal(Reason.UNKNOWN_PAYMENT));
  }

  /** The payment that an order is for, or whose payout it is for. */
  @Transactional
  public Hold ofOrder(MoneyOrder order) {
    return of(order.contract()).stream()
        .filter(hold -> hold.payment().orderId().equals(order.id())
            || hold.payouts().stream()
                .anyMatch(payout -> payout.orderId().filter(order.id()::equals).isPresent()))
        .findFirst()
        .orElseThrow();
  }

  /** What the contract costs; empty where its terms name no amount. */
  @Transactional
  public Optional<Money> price(Contract contract) {
    return Price.of(contracts.version(contract.id(), contract.version()).terms());
  }

  /** All that was paid into the contract of a payment: a price that was paid in small parts is not a small one. */
  @Transactional
  public Money came(Payment payment) {
    long came = of(payment.contract()).stream()
        .map(Hold::payment)
        .filter(each -> each.heldAt().isPresent())
        .mapToLong(each -> each.amount().minorUnits())
        .sum();
    return Money.ofMinorUnits(came, payment.amount().currency());
  }

  /** Whether a payout is ordered of which no provider was told yet, as while none can be reached. */
  @Transactional
  boolean hasUntoldPayout(ContractId contract) {
    return !entities
        .createQuery(
            "SELECT o.id FROM MoneyOrder o WHERE o.contractId = :contract"
                + " AND o.direction = org.voicepact.payment.entity.Direction.PAYOUT"
                + " AND o.state = org.voicepact.payment.entity.MoneyOrder.State.QUEUED",
            String.class)
        .setParameter("contract", contract.value())
        .getResultList()
        .isEmpty();
  }

  /** By their ids: those that no provider was told of yet, and those that are being told. */
  @Transactional
  List<String> untoldOrders(ContractId contract) {
    return entities
        .createQuery(
            "SELECT o.id FROM MoneyOrder o WHERE o.contractId = :contract"
                + " AND o.state IN (org.voicepact.payment.entity.MoneyOrder.State.QUEUED,"
                + " org.voicepact.payment.entity.MoneyOrder.State.CALLING)",
            String.class)
        .setParameter("contract", contract.value())
        .getResultList();
  }

  /** How the money of a contract stands; empty where its terms name no amount. */
  @Transactional
  public Optional<MoneyStanding> standing(Contract contract) {
    return price(contract).map(price -> MoneyStanding.of(price, of(contract.id())));
  }
}
