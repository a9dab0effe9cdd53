package org.voicepact.evidence.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** The way by which an act came in. */
public enum Channel implements WireValue {
  REST,
  SMS,
  USSD,
  /** The server itself, as when a contract expires. */
  SYSTEM;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
