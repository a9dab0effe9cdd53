package org.voicepact.platform.entity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of a number: decimal digits, no exponent, no plus sign, no zeros at the end of a
 * fraction, {@code 0} for every zero.
 */
public final class PlainDecimal {

  /** Digits that may stand before the decimal point; beyond them no deal is meant. */
  public static final int MAX_INTEGER_DIGITS = 15;

  /** Digits that may stand after the decimal point. */
  public static final int MAX_FRACTION_DIGITS = 12;

  private static final Pattern TYPED = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  private PlainDecimal() {}

  public static String spelled(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** A number that was sent as a text, as {@code "3500.50"}; empty where it is no plain decimal. */
  public static Optional<BigDecimal> typed(String text) {
    return TYPED.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Why the number is refused for its size, or empty; never expands it, so that 1e999999999 is cheap. */
  public static Optional<String> tooLarge(BigDecimal number) {
    if (number.signum() == 0) {
      return Math.abs((long) number.scale()) > 1000 ? Optional.of(sizes()) : Optional.empty();
    }
    long integerDigits = (long) number.precision() - number.scale();
    if (integerDigits > MAX_INTEGER_DIGITS || -integerDigits > MAX_FRACTION_DIGITS) {
      return Optional.of(sizes());
    }
    return number.stripTrailingZeros().scale() > MAX_FRACTION_DIGITS
        ? Optional.of(sizes())
        : Optional.empty();
  }

  private static String sizes() {
    return "must have at most " + MAX_INTEGER_DIGITS + " digits before the decimal point and "
        + MAX_FRACTION_DIGITS + " after it";
  }
}
