package org.voicepact.payment.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** Why a person has to look at a payment. */
public enum ReviewCause implements WireValue {
  /** It has been held for too long with nothing decided; an acceptance still releases it. */
  FORGOTTEN,
  /** The delivery counts as accepted because the buyer said nothing. */
  SILENCE,
  /** A confirmation or an acceptance was only claimed. */
  UNPROVED,
  /** It came when the contract was over, or when all of the price was there. */
  LATE,
  /** A dispute was decided about much money, and another person has to agree. */
  DECISION,
  /** The numbers of a payout are in doubt. */
  NUMBER,
  /** A payout has failed, or nobody knows what became of it. */
  PAYOUT,
  /** What the provider says does not fit to what we know, or it says nothing. */
  PROVIDER;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
