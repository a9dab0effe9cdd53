package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What digits with points and commas mean. */
final class Digits {

  private static final Pattern WHOLE = Pattern.compile("[0-9]+");
  private static final Pattern COMMA_GROUPS = Pattern.compile("[1-9][0-9]{0,2}(,[0-9]{3})+");
  private static final Pattern POINT_GROUPS = Pattern.compile("[1-9][0-9]{0,2}(\\.[0-9]{3}){2,}");
  private static final Pattern GROUP_OR_FRACTION = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");
  private static final Pattern POINT_FRACTION = Pattern.compile("[0-9]+\\.[0-9]+");
  private static final Pattern COMMA_FRACTION = Pattern.compile("[0-9]+,[0-9]{1,2}");
  private static final Pattern GROUPS_AND_POINT =
      Pattern.compile("[1-9][0-9]{0,2}(,[0-9]{3})+\\.[0-9]{1,2}");
  private static final Pattern GROUPS_AND_COMMA =
      Pattern.compile("[1-9][0-9]{0,2}(\\.[0-9]{3})+,[0-9]{1,2}");

  /** More digits are no number that anybody says. */
  private static final int LONGEST = 40;

  private Digits() {}

  /**
   * All that they can mean, the most usual first; nothing where they are no number. Points group thousands in French and in
   * some offices, and part off a fraction in English, so {@code 1.500} has two meanings.
   */
  static List<BigDecimal> values(String digits) {
    if (digits.length() > LONGEST) {
      return List.of();
    }
    if (matches(WHOLE, digits)) {
      return List.of(new BigDecimal(digits));
    }
    if (matches(COMMA_GROUPS, digits) || matches(GROUPS_AND_POINT, digits)) {
      return List.of(new BigDecimal(digits.replace(",", "")));
    }
    if (matches(POINT_GROUPS, digits)) {
      return List.of(new BigDecimal(digits.replace(".", "")));
    }
    if (matches(GROUPS_AND_COMMA, digits)) {
      return List.of(new BigDecimal(digits.replace(".", "").replace(',', '.')));
    }
    if (matches(GROUP_OR_FRACTION, digits)) {
      return List.of(new BigDecimal(digits.replace(".", "")), new BigDecimal(digits));
    }
    if (matches(POINT_FRACTION, digits)) {
      return List.of(new BigDecimal(digits));
    }
    // A fraction in French; in English a thousand that was typed badly.
    return matches(COMMA_FRACTION, digits)
        ? List.of(new BigDecimal(digits.replace(',', '.')), new BigDecimal(digits.replace(",", "")))
        : List.of();
  }

  private static boolean matches(Pattern pattern, String digits) {
    return pattern.matcher(digits).matches();
  }
}
