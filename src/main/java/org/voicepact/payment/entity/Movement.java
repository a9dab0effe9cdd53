package org.voicepact.payment.entity;

import java.time.Instant;
import java.util.List;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Money;

/**
 * Money that goes from one account of a contract to another, once.
 *
 * @param key the same for the same movement, however often it is tried; at most 80 characters
 * @param amount more than 0
 */
public record Movement(String key, ContractId contract, Account from, Account to, Money amount) {

  public Movement {
    if (amount.amount().signum() <= 0 || from == to) {
      throw new IllegalArgumentException("money moves forward, and from one account to another");
    }
  }

  /**
   * A buyer's money has come.
   *
   * @param corrections of this payment before
   */
  static Movement collected(Payment payment, int corrections) {
    return of(corrected("collected", corrections), payment, Account.BUYER, Account.HELD);
  }

  /**
   * People have found that the provider has given a buyer’s money back, or that it never came.
   *
   * @param corrections of this payment before
   */
  static Movement reversed(Payment payment, int corrections) {
    return of(corrected("reversed", corrections), payment, Account.HELD, Account.BUYER);
  }

  /** The provider is to be told to pay out. */
  static Movement ordered(Payout payout) {
    return of("ordered:", payout, Account.HELD, Account.PROVIDER);
  }

  /** The provider has paid out. */
  static Movement paid(Payout payout) {
    return of("paid:", payout, Account.PROVIDER, payout.kind().account());
  }

  /** The provider has not paid out and will not. */
  static Movement returned(Payout payout) {
    return of("returned:", payout, Account.PROVIDER, Account.HELD);
  }

  /**
   * People have found that the provider has not paid what it said to have paid.
   *
   * @param corrections of this payout before
   */
  static Movement reversed(Payout payout, int corrections) {
    return of(corrected("reversed", corrections), payout, payout.kind().account(), Account.HELD);
  }

  /**
   * People have found that the provider has paid what it said to have not.
   *
   * @param corrections of this payout before
   */
  static Movement paidAfterAll(Payout payout, int corrections) {
    return of(
        corrected("late", corrections), payout, Account.HELD, payout.kind().account());
  }

  private static String corrected(String what, int corrections) {
    return corrections == 0 ? what + ":" : what + "-" + corrections + ":";
  }

  private static Movement of(String prefix, Payment payment, Account from, Account to) {
    return new Movement(prefix + payment.id(), payment.contract(), from, to, payment.amount());
  }

  private static Movement of(String prefix, Payout payout, Account from, Account to) {
    return new Movement(prefix + payout.id(), payout.contract(), from, to, payout.amount());
  }

  /** Its two entries, whose amounts sum to zero. */
  public List<LedgerEntry> entries(Instant now) {
    return List.of(
        new LedgerEntry(this, 1, from, -amount.minorUnits(), now),
        new LedgerEntry(this, 2, to, amount.minorUnits(), now));
  }
}
