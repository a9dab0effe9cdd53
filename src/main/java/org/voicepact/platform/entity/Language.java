package org.voicepact.platform.entity;

import java.util.Locale;

/** The languages in which people are told about a contract; the wire has their ISO 639-1 codes. */
public enum Language implements WireValue {
  EN,
  /** Swahili. */
  SW,
  FR;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return new Locale(wire());
  }
}
