package org.voicepact.payment.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** Which way the money goes. */
public enum Direction implements WireValue {
  /** A person pays. */
  COLLECTION,
  /** A person is paid. */
  PAYOUT;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
