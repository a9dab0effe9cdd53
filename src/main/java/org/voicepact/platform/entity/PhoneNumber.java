package org.voicepact.platform.entity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form, as {@code +254712345678}. Made once, where an input is read, by
 * {@link org.voicepact.platform.control.PhoneNumbers}; {@code toString} is masked, so that a number
 * does not get into a log by accident.
 *
 * @param e164 a plus sign and 7 to 15 digits
 */
public record PhoneNumber(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int SHOWN_AT_THE_START = 5;
  private static final int SHOWN_AT_THE_END = 4;

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  /** The number, where the text is one in E.164 form. */
  public static Optional<PhoneNumber> of(String e164) {
    return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
  }

  /** The number with its middle hidden, as {@code +2547****5678}; of a short number less is shown. */
  public String masked() {
    int start = Math.min(SHOWN_AT_THE_START, e164.length() - SHOWN_AT_THE_END - 2);
    return e164.substring(0, start) + "****" + e164.substring(e164.length() - SHOWN_AT_THE_END);
  }

  /** For papers that go from hand to hand: the last four digits and no other, as {@code •••• 5678}. */
  public String lastDigits() {
    return "•••• " + e164.substring(e164.length() - SHOWN_AT_THE_END);
  }

  @Override
  public String toString() {
    return masked();
  }
}
