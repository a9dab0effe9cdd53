package org.voicepact.sms.control;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a caller's words in the first message to a number from being an advertisement: nothing to open and nothing to
 * call is left in them. Whoever makes a contract chooses these words and the numbers that get them.
 */
final class FirstMessage {

  /** An address with or without its scheme: letters and digits with a stop between them, and what follows. */
  private static final Pattern ADDRESS = Pattern.compile(
      "[\\p{L}][\\p{L}\\p{Nd}+.-]{0,20}://\\S*"
          + "|www\\.\\S*"
          + "|\\S{1,64}@\\S*"
          + "|(?:[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}-]{0,62}\\.)++\\p{L}{2,}+(?::\\p{Nd}+)?(?:[/?#]\\S*)?",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** More than six digits, also with signs between them, as people write telephone numbers. */
  private static final Pattern DIGITS =
      Pattern.compile("[+(]{0,2}\\p{Nd}(?:[^\\p{L}\\p{Nd}]{0,3}\\p{Nd}){6,}+");

  private static final String YEAR = "(?:19|20)[0-9]{2}";
  private static final String DAY_OR_MONTH = "(?:0?[1-9]|[12][0-9]|3[01])";
  private static final String TIME = "(?:[ ,T]{1,2}[0-2]?[0-9][:.h][0-5][0-9])?";
  private static final Pattern DATE = Pattern.compile(
      "(?:%1$s[-./]%2$s[-./]%2$s|%2$s[-./]%2$s[-./]%1$s)%3$s".formatted(YEAR, DAY_OR_MONTH, TIME));

  private FirstMessage() {}

  /** The same without addresses of the internet and without runs of more than six digits; a date may stay, also with a time. */
  static String cleaned(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
    String closed = ADDRESS.matcher(plain).replaceAll(" ");
    return DIGITS
        .matcher(closed)
        .replaceAll(digits -> isDate(digits) ? Matcher.quoteReplacement(digits.group()) : " ");
  }

  private static boolean isDate(MatchResult digits) {
    return DATE.matcher(digits.group()).matches();
  }
}
