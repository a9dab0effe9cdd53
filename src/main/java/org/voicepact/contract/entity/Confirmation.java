package org.voicepact.contract.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** What a party has answered to the current version. */
public enum Confirmation implements WireValue {
  PENDING,
  CONFIRMED,
  DECLINED;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
