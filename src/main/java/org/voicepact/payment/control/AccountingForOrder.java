package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.control.ActivatingContract;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.payment.control.LockingOrder.Locked;
import org.voicepact.payment.entity.Account;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyOrder.Effect;
import org.voicepact.payment.entity.MoneyStanding;
import org.voicepact.payment.entity.Movement;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentFailed;
import org.voicepact.payment.entity.PaymentHeld;
import org.voicepact.payment.entity.PaymentReversed;
import org.voicepact.payment.entity.PaymentReviewed;
import org.voicepact.payment.entity.PaymentSettled;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.PayoutPaid;
import org.voicepact.payment.entity.PayoutReversed;
import org.voicepact.payment.entity.ReviewCause;

/** What the end of an order means for its payment, its contract and the ledger. The contract is locked. */
@Singleton
public class AccountingForOrder {

  private final Payments payments;
  private final Ledger ledger;
  private final PlanningPayouts planning;
  private final Approvals approvals;
  private final LockingOrder orders;
  private final DividingMoney dividing;
  private final ActivatingContract activating;
  private final Event<Object> events;

  @Inject
  public AccountingForOrder(
      Payments payments,
      Ledger ledger,
      PlanningPayouts planning,
      Approvals approvals,
      LockingOrder orders,
      DividingMoney dividing,
      ActivatingContract activating,
      Event<Object> events) {
    this.payments = payments;
    this.ledger = ledger;
    this.planning = planning;
    this.approvals = approvals;
    this.orders = orders;
    this.dividing = dividing;
    this.activating = activating;
    this.events = events;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void follow(Contract contract, MoneyOrder order, Effect effect, Instant now) {
    Hold hold = payments.ofOrder(order);
    if (effect == Effect.IN_REVIEW) {
      recallWhatReplaces(order, hold, now);
    }
    List<Object> before = seen(hold);
    Optional<Movement> movement = hold.follow(order, effect, now);
    boolean isNews = movement.isPresent() || !seen(hold).equals(before);
    movement.ifPresent(each -> ledger.move(each, now));
    if (effect != Effect.NONE) {
      approvals.forget(hold.payment());
    }
    if (effect == Effect.SUCCEEDED && movement.isPresent()) {
      if (order.direction() == Direction.COLLECTION) {
        held(contract, hold, now);
      } else {
        events.fire(new PayoutPaid(contract, hold.payoutOf(order)));
      }
    } else if (effect == Effect.SUCCEEDED) {
      settled(contract, hold, now);
    } else if (movement.filter(each -> each.from().isParty()).isPresent()) {
      events.fire(new PayoutReversed(contract, hold.payoutOf(order)));
    } else if (movement.filter(each -> each.to() == Account.BUYER).isPresent()) {
      events.fire(new PaymentReversed(contract, hold.payment()));
    } else if (!isNews) {
      // Who was told of it once is not told of it again.
      return;
    } else if (effect == Effect.FAILED && hold.payment().status() == PaymentStatus.FAILED) {
      events.fire(new PaymentFailed(contract, hold.payment()));
    } else if (effect != Effect.NONE && hold.payment().status() == PaymentStatus.IN_REVIEW) {
      events.fire(new PaymentReviewed(contract, hold.payment(), order.amount()));
    } else if (effect != Effect.NONE) {
      events.fire(new PaymentSettled(contract, hold.payment()));
    }
  }

  /**
   * What was ordered in the place of a payout that was made after all is not told any more, if no provider was told of it
   * yet. People are told of the doubt alone.
   */
  private void recallWhatReplaces(MoneyOrder doubted, Hold hold, Instant now) {
    for (String other : hold.ordered()) {
      if (!hold.keeps(doubted)) {
        orders
            .lock(other)
            .map(Locked::order)
            .flatMap(order -> hold.follow(order, order.recall(now), now))
            .ifPresent(movement -> ledger.move(movement, now));
      }
    }
  }

  /** What people see of it. */
  private static List<Object> seen(Hold hold) {
    List<Object> seen = new ArrayList<>();
    seen.add(hold.payment().status());
    seen.add(hold.payment().reviewCause());
    for (Payout payout : hold.payouts()) {
      seen.add(payout.state());
      seen.add(payout.contestedAt().isPresent());
    }
    return seen;
  }

  private void held(Contract contract, Hold hold, Instant now) {
    if (contract.status() == ContractStatus.CONFIRMED) {
      activating.activate(contract, Channel.SYSTEM, now);
    }
    events.fire(new PaymentHeld(contract, hold.payment()));
    switch (contract.status()) {
      case CANCELLED, EXPIRED -> {
        if (hasShareForSeller(contract)) {
          reviewLate(contract, hold, "it came when the contract was decided", now);
        } else {
          planning.all(contract, hold, Payout.Kind.REFUND, now);
        }
      }
      case COMPLETED -> reviewLate(contract, hold, "it came when the contract was completed", now);
      default -> reviewExcess(contract, hold, now);
    }
  }

  /** Whether the seller still gets a part of the money although the contract was cancelled. */
  private boolean hasShareForSeller(Contract contract) {
    return contract
        .dispute()
        .filter(dispute -> dispute.sellerAmount().isPresent())
        .filter(dispute -> dividing.leftOfDecision(contract, dispute).signum() > 0)
        .isPresent();
  }

  private void reviewLate(Contract contract, Hold hold, String why, Instant now) {
    hold.payment().review(ReviewCause.LATE, why, now);
    events.fire(new PaymentReviewed(contract, hold.payment()));
  }

  /** What was decided about the contract while nobody knew whether the money had come did not reach it. */
  private void settled(Contract contract, Hold hold, Instant now) {
    boolean isOver = contract.status() == ContractStatus.COMPLETED
        || contract.status() == ContractStatus.CANCELLED;
    if (isOver && hold.payment().status() == PaymentStatus.HELD && hold.hasFree()) {
      reviewLate(contract, hold, "it was in doubt when the contract ended", now);
    } else if (hold.payment().status() != PaymentStatus.HELD
        || isExcessKnown(hold.payment())
        || !reviewExcess(contract, hold, now)) {
      events.fire(new PaymentSettled(contract, hold.payment()));
    }
  }

  /** Whether another payment is the one that was too much. */
  private boolean isExcessKnown(Payment than) {
    return payments.of(than.contract()).stream()
        .map(Hold::payment)
        .anyMatch(each -> !each.id().equals(than.id()) && each.isInReviewFor(ReviewCause.LATE));
  }

  /** As when the buyer was asked again for a payment that then came after all. */
  private boolean reviewExcess(Contract contract, Hold hold, Instant now) {
    boolean isExceeded =
        payments.standing(contract).filter(MoneyStanding::isExceeded).isPresent();
    if (isExceeded) {
      reviewLate(contract, hold, "more than the price has come", now);
    }
    return isExceeded;
  }
}
