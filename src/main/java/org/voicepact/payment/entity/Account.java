package org.voicepact.payment.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** Where the money of a contract is, or has come from. The balances of all accounts of a contract sum to zero. */
public enum Account implements WireValue {
  /** What the buyer has given, as a negative balance; less what came back. */
  BUYER,
  /** What is held until it is decided who gets it. */
  HELD,
  /** What the seller has got. */
  SELLER,
  /** What was charged for moving it. */
  FEES,
  /** What the provider was told to pay out and has not said to have paid. */
  PROVIDER;

  /** Whether it is a person who has the money. */
  public boolean isParty() {
    return this == BUYER || this == SELLER;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
