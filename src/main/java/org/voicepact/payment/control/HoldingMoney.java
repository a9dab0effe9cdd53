package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.contract.control.Consequence;
import org.voicepact.contract.entity.Contract;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.payment.entity.Payout;

/**
 * With {@code ESCROW=on} a confirmed contract is in force once its whole price is held. As long as money of a completed
 * contract has not left, whatever {@code ESCROW} is, a dispute stops it.
 */
@Singleton
public class HoldingMoney implements Consequence {

  private final PaymentSettings settings;
  private final Payments payments;

  @Inject
  public HoldingMoney(PaymentSettings settings, Payments payments) {
    this.settings = settings;
    this.payments = payments;
  }

  @Override
  public boolean isAwaited(Contract confirmed) {
    return settings.isEscrow()
        && payments.standing(confirmed).filter(standing -> !standing.isFull()).isPresent();
  }

  @Override
  public boolean hasBegun(Contract confirmed) {
    return payments.of(confirmed.id()).stream()
        .anyMatch(hold -> PaymentStatus.OPEN.contains(hold.payment().status()));
  }

  @Override
  public boolean canBeStopped(Contract completed) {
    return payments.of(completed.id()).stream()
            .anyMatch(hold -> hold.hasFree()
                || hold.payouts().stream().anyMatch(each -> each.state() == Payout.State.SCHEDULED))
        || payments.hasUntoldPayout(completed.id());
  }
}
