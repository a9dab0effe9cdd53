package org.voicepact.contract.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** What a party is in the deal. A contract has one buyer and one seller. */
public enum Role implements WireValue {
  BUYER,
  SELLER,
  MEDIATOR,
  WITNESS;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
