package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Dispute;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.Payout;
import org.voicepact.platform.entity.Money;

/** Divides what is held of a contract between its seller and its buyer. The contract is locked. */
@Singleton
public class DividingMoney {

  private final Payments payments;
  private final PlanningPayouts planning;
  private final ChosenProvider provider;

  @Inject
  public DividingMoney(Payments payments, PlanningPayouts planning, ChosenProvider provider) {
    this.payments = payments;
    this.planning = planning;
    this.provider = provider;
  }

  /** What of the price, in major units, has neither gone to the seller nor is on its way there. */
  @Transactional(Transactional.TxType.MANDATORY)
  public BigDecimal leftOfPrice(Contract contract) {
    long gone = payments.of(contract.id()).stream()
        .mapToLong(hold -> hold.taken(Payout.Kind.RELEASE).minorUnits())
        .sum();
    return payments
        .price(contract)
        .map(price -> Money.ofMinorUnits(Math.max(price.minorUnits() - gone, 0), price.currency()))
        .map(Money::amount)
        .orElse(BigDecimal.ZERO);
  }

  /**
   * What the seller still gets, in major units, by a decision that was made. Where it names no share all is one party’s: the
   * seller gets no more than the price.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public BigDecimal leftOfDecision(Contract contract, Dispute dispute) {
    if (dispute.sellerAmount().isPresent()) {
      Instant decided = dispute.resolvedAt().orElseThrow();
      BigDecimal gone = payments.of(contract.id()).stream()
          .map(hold -> hold.takenSince(Payout.Kind.RELEASE, decided).amount())
          .reduce(BigDecimal.ZERO, BigDecimal::add);
      return dispute.sellerAmount().get().subtract(gone).max(BigDecimal.ZERO);
    }
    return dispute.outcome().filter(Outcome.COMPLETED::equals).isPresent()
        ? leftOfPrice(contract)
        : BigDecimal.ZERO;
  }

  /**
   * @param toSeller not more than is held and free of it
   * @param refusal of a part that the provider does not carry, and why; thrown by this
   */
  public void requireCarried(
      Hold hold, Money toSeller, BiFunction<String, String, RuntimeException> refusal) {
    BigDecimal toBuyer = hold.free().amount().subtract(toSeller.amount());
    Stream.of(toSeller, new Money(toBuyer, toSeller.currency()))
        .filter(part -> part.amount().signum() > 0)
        .forEach(part -> provider.whyNotPart(part).ifPresent(why -> {
          throw refusal.apply(part.amount() + " " + part.currency(), why);
        }));
  }

  /**
   * Plans that all that is held and free goes out at once.
   *
   * @param toSeller not more than that; the buyer gets the rest
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Payout> divide(Contract contract, Hold hold, Money toSeller, Instant now) {
    List<Payout> planned = new ArrayList<>();
    if (toSeller.amount().signum() > 0) {
      planned.add(planning.part(contract, hold, Payout.Kind.RELEASE, toSeller, now, now));
    }
    if (hold.hasFree()) {
      planned.add(planning.all(contract, hold, Payout.Kind.REFUND, now));
    }
    return planned;
  }
}
