package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractDisputed;
import org.voicepact.contract.entity.ContractResolved;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.DeliveryAccepted;
import org.voicepact.payment.entity.Approval;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentReviewed;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.PayoutStopped;
import org.voicepact.payment.entity.ReviewCause;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Money;

/**
 * What becomes of the money when something becomes of the contract, in the same transaction: a buyer's acceptance
 * releases it after a while, a dispute stops that, a decision says who gets it. Silence moves nothing.
 */
@Singleton
public class FollowingContract {

  private final Payments payments;
  private final PlanningPayouts planning;
  private final ProofOfContract proof;
  private final Approvals approvals;
  private final PaymentSettings settings;
  private final DividingMoney dividing;
  private final LockingOrder orders;
  private final AccountingForOrder accounting;
  private final Event<Object> events;

  @Inject
  public FollowingContract(
      Payments payments,
      PlanningPayouts planning,
      ProofOfContract proof,
      Approvals approvals,
      PaymentSettings settings,
      DividingMoney dividing,
      LockingOrder orders,
      AccountingForOrder accounting,
      Event<Object> events) {
    this.payments = payments;
    this.planning = planning;
    this.proof = proof;
    this.approvals = approvals;
    this.settings = settings;
    this.dividing = dividing;
    this.orders = orders;
    this.accounting = accounting;
    this.events = events;
  }

  /** With the last delivery; a part of the goods releases no part of the money. */
  void accepted(@Observes DeliveryAccepted event) {
    Contract contract = event.contract();
    if (contract.status() != ContractStatus.COMPLETED) {
      return;
    }
    boolean inSilence =
        contract.fulfilment().claims().stream().anyMatch(Delivery::isAcceptedSilently);
    Optional<String> missing = proof.missing(contract);
    Instant now = contract.updatedAt();
    BigDecimal left = dividing.leftOfPrice(contract);
    for (Hold hold : free(contract)) {
      approvals.forget(hold.payment());
      if (inSilence) {
        review(contract, hold, ReviewCause.SILENCE, "the buyer did not answer in time", now);
      } else if (missing.isPresent()) {
        review(contract, hold, ReviewCause.UNPROVED, missing.get(), now);
      } else if (isDecidedByAcceptance(hold.payment())) {
        left = left.subtract(release(contract, hold, left, now));
      }
    }
  }

  /** Never more than the price, also where more has come. What is over stays until somebody has looked at it. */
  private BigDecimal release(Contract contract, Hold hold, BigDecimal most, Instant now) {
    BigDecimal amount = hold.free().amount().min(most);
    if (amount.signum() > 0) {
      Money part = new Money(amount, hold.free().currency());
      planning.part(
          contract, hold, Payout.Kind.RELEASE, part, now, now.plus(settings.releaseDelay()));
    }
    return amount;
  }

  /** What else is in review waits for a person. */
  private static boolean isDecidedByAcceptance(Payment payment) {
    return payment.status() == PaymentStatus.HELD || payment.isInReviewFor(ReviewCause.FORGOTTEN);
  }

  void disputed(@Observes ContractDisputed event) {
    Contract contract = event.contract();
    Instant now = contract.updatedAt();
    for (Hold hold : payments.of(contract.id())) {
      approvals.forget(hold.payment());
      for (Payout payout : hold.payouts()) {
        if (payout.stop("the contract was disputed", now)) {
          events.fire(new PayoutStopped(contract, payout));
        }
      }
    }
    payments.untoldOrders(contract.id()).forEach(this::recall);
  }

  /** What no provider was told of yet, as while none could be reached, is not told any more. */
  private void recall(String order) {
    orders
        .lock(order)
        .ifPresent(locked -> accounting.follow(
            locked.contract(), locked.order(), locked.order().recall(locked.now()), locked.now()));
  }

  /**
   * @throws InvalidInput where the decision divides the money into parts that the provider does not carry; then it is
   *     not decided
   */
  void resolved(@Observes ContractResolved event) {
    Contract contract = event.contract();
    Instant now = contract.updatedAt();
    Optional<String> missing = proof.missing(contract);
    BigDecimal left = dividing.leftOfDecision(contract, event.dispute());
    for (Hold hold : free(contract)) {
      // Whether the money came at all is not for a mediator to say: it stays in review until people
      // have settled it.
      if (hold.payment().isInReviewFor(ReviewCause.PROVIDER)) {
        continue;
      }
      Money free = hold.free();
      Money toSeller = new Money(free.amount().min(left), free.currency());
      left = left.subtract(toSeller.amount());
      if (event.dispute().sellerAmount().isPresent()) {
        dividing.requireCarried(
            hold,
            toSeller,
            (part, why) ->
                new InvalidInput("/seller_amount", "makes a part of " + part + ", but " + why));
      }
      if (toSeller.amount().signum() > 0 && missing.isPresent()) {
        review(contract, hold, ReviewCause.UNPROVED, missing.get(), now);
      } else if (settings.needsTwoPeople(payments.came(hold.payment()))) {
        waitForSecond(event, hold, now);
      } else {
        dividing.divide(contract, hold, toSeller, now);
      }
    }
  }

  private void waitForSecond(ContractResolved event, Hold hold, Instant now) {
    approvals.add(new Approval(
        hold.payment(),
        DecidingPayment.Choice.DECISION.name(),
        event.person(),
        event.dispute().grounds().orElse(""),
        now));
    review(
        event.contract(),
        hold,
        ReviewCause.DECISION,
        "another person has to agree to the decision",
        now);
  }

  private List<Hold> free(Contract contract) {
    return payments.of(contract.id()).stream().filter(Hold::hasFree).toList();
  }

  private void review(Contract contract, Hold hold, ReviewCause cause, String why, Instant now) {
    hold.payment().review(cause, why, now);
    events.fire(new PaymentReviewed(contract, hold.payment()));
  }
}
