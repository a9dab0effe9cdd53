package org.voicepact.sms.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Dispute;
import org.voicepact.contract.entity.Role;
import org.voicepact.payment.entity.PaymentFailed;
import org.voicepact.payment.entity.PaymentHeld;
import org.voicepact.payment.entity.PaymentRequested;
import org.voicepact.payment.entity.PaymentReversed;
import org.voicepact.payment.entity.PaymentReviewed;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.PayoutPaid;
import org.voicepact.payment.entity.PayoutReversed;
import org.voicepact.payment.entity.PayoutScheduled;
import org.voicepact.payment.entity.PayoutStopped;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Tells buyer and seller what becomes of the money, within the transaction in which it happens: the buyer alone what
 * the phone will ask next and that it was not paid, both all else. Of the other's number they read the last digits.
 */
@Singleton
public class PaymentMessages {

  private static final int SHOWN_DIGITS = 4;

  private final TellingParties telling;

  @Inject
  public PaymentMessages(TellingParties telling) {
    this.telling = telling;
  }

  void requested(@Observes PaymentRequested event) {
    tell(event.contract(), Role.BUYER, "payment.requested", event.payment().amount());
  }

  void held(@Observes PaymentHeld event) {
    Contract contract = event.contract();
    Money amount = event.payment().amount();
    switch (contract.status()) {
      case ACTIVE -> {
        tell(contract, Role.BUYER, "payment.held", amount);
        tell(contract, Role.SELLER, "payment.held.deliver", amount);
      }
      case CANCELLED, EXPIRED -> {
        // What a decision gives to the seller is looked at, and that is told.
        if (contract
            .dispute()
            .flatMap(Dispute::sellerAmount)
            .filter(share -> share.signum() > 0)
            .isEmpty()) {
          both(contract, "payment.held.over", amount);
        }
      }
      // Somebody has to look at it, and that is told.
      case COMPLETED -> {}
      default -> both(contract, "payment.held", amount);
    }
  }

  void failed(@Observes PaymentFailed event) {
    tell(event.contract(), Role.BUYER, "payment.failed", event.payment().amount());
  }

  void reversed(@Observes PaymentReversed event) {
    both(event.contract(), "payment.reversed", event.payment().amount());
  }

  /** A doubt about money that never came concerns the buyer alone. */
  void reviewed(@Observes PaymentReviewed event) {
    Money amount = event.amount();
    if (event.payment().heldAt().isPresent()) {
      both(event.contract(), "payment.review", amount);
    } else {
      tell(event.contract(), Role.BUYER, "payment.review", amount);
    }
  }

  void scheduled(@Observes PayoutScheduled event) {
    Payout payout = event.payout();
    if (event.canBeStopped()) {
      Duration wait = Duration.between(payout.createdAt(), payout.dueAt());
      both(event.contract(), payout, "payout.release", wait);
    }
  }

  void stopped(@Observes PayoutStopped event) {
    both(event.contract(), "payout.stopped", event.payout().amount());
  }

  void paid(@Observes PayoutPaid event) {
    done(event.contract(), event.payout(), "payout.paid.");
  }

  void reversed(@Observes PayoutReversed event) {
    done(event.contract(), event.payout(), "payout.reversed.");
  }

  private void done(Contract contract, Payout payout, String key) {
    both(contract, payout, key + payout.kind().wire(), Duration.ZERO);
  }

  private void both(Contract contract, Payout payout, String key, Duration wait) {
    tell(contract, Role.BUYER, payout, key, wait);
    tell(contract, Role.SELLER, payout, key, wait);
  }

  private void both(Contract contract, String key, Money amount) {
    tell(contract, Role.BUYER, key, amount);
    tell(contract, Role.SELLER, key, amount);
  }

  private void tell(Contract contract, Role role, String key, Money amount) {
    TellingParties.phoneOf(contract, role)
        .ifPresent(phone -> telling.one(
            phone, contract, words -> words.text(key, contract.id(), words.amount(amount))));
  }

  private void tell(Contract contract, Role role, Payout payout, String key, Duration wait) {
    String receiver = TellingParties.phoneOf(contract, payout.kind().receiver())
        .map(PaymentMessages::ending)
        .orElse("");
    TellingParties.phoneOf(contract, role)
        .ifPresent(phone -> telling.one(
            phone,
            contract,
            words -> words.text(
                key, contract.id(), words.amount(payout.amount()), receiver, words.time(wait))));
  }

  private static String ending(PhoneNumber phone) {
    return "..." + phone.e164().substring(phone.e164().length() - SHOWN_DIGITS);
  }
}
