package org.voicepact.ussd.entity;

import java.util.Map;
import java.util.Optional;

/**
 * What a caller is shown.
 *
 * @param text as it is sent, from {@code CON } or {@code END } on
 * @param offers what each input leads to
 * @param code the two digits that it asks for
 */
public record Screen(
    Target target, String text, Map<String, Target> offers, Optional<String> code) {

  /** In septets of GSM 03.38, so that it goes into one message of every network. */
  public static final int LONGEST = 160;

  public static final String GOES_ON = "CON ";
  public static final String ENDS = "END ";

  public Screen {
    offers = Map.copyOf(offers);
  }

  /** As one on the way to another, which nobody sees: its digits count for nothing. */
  public Screen unseen() {
    return new Screen(target, text, offers, Optional.empty());
  }
}
