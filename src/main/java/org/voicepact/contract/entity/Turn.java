package org.voicepact.contract.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** Whose turn it is, as {@link Awaited#by} says it: that of a role, or of the office, where it is none of them. */
public enum Turn implements WireValue {
  BUYER,
  SELLER,
  MEDIATOR,
  WITNESS,
  OFFICE;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
