package org.voicepact.payment.entity;

import java.time.Instant;
import java.util.Optional;
import org.voicepact.payment.entity.MoneyOrder.Effect;
import org.voicepact.payment.entity.MoneyOrder.State;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.payment.entity.StoredNotice.Verdict;

/** Whether a notice is about an order: all that it carries must be what the order says. */
public final class Fitting {

  private Fitting() {}

  /**
   * What a notice has made of an order.
   *
   * @param effect never one that moves money
   */
  public record Judged(Verdict verdict, Effect effect) {}

  /**
   * Whatever is told of an order that is not over makes us ask for it, also where it does not fit, because then somebody
   * is wrong.
   */
  public static Judged judge(MoneyOrder order, ProviderNotice notice, Instant now) {
    if (order.state() == State.CALLING || order.state() == State.QUEUED) {
      return new Judged(Verdict.EARLY, Effect.NONE);
    }
    Verdict verdict = verdict(order, notice);
    if (verdict == Verdict.CONTRADICTS) {
      return new Judged(
          verdict, order.contradicted("a notice says the opposite of what the provider said", now));
    }
    order.askSoon(now);
    return new Judged(verdict, Effect.NONE);
  }

  /** Of an order whose request has its answer. */
  public static Verdict verdict(MoneyOrder order, ProviderNotice notice) {
    boolean fits = same(notice.instructionId(), order.id())
        && notice
            .providerReference()
            .filter(said ->
                order.providerReference().filter(known -> !known.equals(said)).isPresent())
            .isEmpty()
        && notice
            .amount()
            .filter(said -> said.compareTo(order.amount().amount()) != 0)
            .isEmpty()
        && same(notice.currency(), order.amount().currency().getCurrencyCode())
        && notice
            .phone()
            .filter(said -> order.phone().filter(known -> !known.equals(said)).isPresent())
            .isEmpty();
    if (!fits) {
      return Verdict.DIFFERS;
    }
    return contradicts(order, notice.claim()) ? Verdict.CONTRADICTS : Verdict.FITS;
  }

  private static boolean same(Optional<String> said, String known) {
    return said.filter(each -> !each.equals(known)).isEmpty();
  }

  private static boolean contradicts(MoneyOrder order, Claim claim) {
    return switch (order.state()) {
      case SUCCEEDED -> claim == Claim.FAILED;
      case FAILED -> claim == Claim.SUCCEEDED;
      default -> false;
    };
  }
}
