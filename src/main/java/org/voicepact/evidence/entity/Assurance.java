package org.voicepact.evidence.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** How far it is known that an act in a party's name came from that party. */
public enum Assurance implements WireValue {
  /** Only the party's number was named; anybody who knows it could have done so. */
  CLAIMED,
  /** An operator, who had signed in, did it in the party's name: a person who can be asked, and no proof of the party. */
  OPERATOR,
  /** It came from the number through a telephone gateway's checked webhook. */
  GATEWAY,
  /** A code that was sent to the number by SMS was named. */
  OTP,
  /** It came with a token that the party got for its number. */
  TOKEN;

  /** Whether nothing but the word of somebody else stands for the party. */
  public boolean isHearsay() {
    return this == CLAIMED || this == OPERATOR;
  }

  /**
   * Whether the party has shown to hold the number's phone, and not only somebody who can send in its name: enough to
   * decide what others are bound by.
   */
  public boolean provesPhone() {
    return this == OTP || this == TOKEN;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
