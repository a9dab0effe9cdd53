package org.voicepact.sms.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.PlainText;
import org.voicepact.sms.entity.SmsCommand;
import org.voicepact.sms.entity.SmsCommand.Answer;

/**
 * Reads commands as people type them: any case, any dash or blank or none, full-width letters, zero-width
 * characters, punctuation at the end. A yes with words after it, or too long to be read to its end, is no
 * yes, because they may be a condition; a no may have a reason. The time that it takes grows with the length of the text alone.
 */
public final class SmsCommandParser {

  /** Characters beyond these are not read. */
  static final int LONGEST = 480;

  private static final char NO_GAP = 0;
  private static final char BLANK = ' ';
  private static final char DASH = '-';

  /** Stands for signs that may change what is meant, as a question mark, a percent sign, a thumb that is down. */
  private static final char SIGN = '?';

  /** Signs that change nothing: punctuation, and thumb up, OK hand, folded hands and ticks, in every colour of skin. */
  private static final String HARMLESS = ".,;:!'\"()/\\\u2018\u2019\u201C\u201D\u2026"
      + "\uD83D\uDC4D\uD83D\uDC4C\uD83D\uDE4F\u2705\u2714"
      + "\uD83C\uDFFB\uD83C\uDFFC\uD83C\uDFFD\uD83C\uDFFE\uD83C\uDFFF";

  private static final Pattern OTHER_NUMBERS = Pattern.compile("\\p{No}");
  private static final String NUMBER_WITH_ZEROS = "000000";

  // Between the parts stands a dash, a blank or nothing. The version is told from a reason that
  // begins with a
  // number by its dash, or by nothing that follows.
  private static final Pattern TO_CONTRACT = Pattern.compile(
      "(?<answer>YES|NO)[- ]?(?<type>AG|SV|GP|LG|VC)[- ]?(?<year>[0-9]{4})[- ]?(?<number>[0-9]{3,12}+)"
          + "(?:-(?<version>[0-9]{1,4}+)(?=[- ]|$)| (?<last>[0-9]{1,4}+)$)?"
          + "(?<rest>[- ].*+)?",
      Pattern.DOTALL);

  /** Likewise within other words. */
  private static final Pattern NAMED = Pattern.compile("(?<=^|[-? ]|YES|NO)"
      + "(?<type>AG|SV|GP|LG|VC)[- ]?(?<year>[0-9]{4})[- ]?(?<number>[0-9]{3,12}+)(?![0-9])");

  private SmsCommandParser() {}

  /**
   * @param text as it was received, not shortened: what stood at its end may be a condition
   */
  public static SmsCommand parse(String text) {
    String stripped = text.strip();
    boolean cut = stripped.length() > LONGEST;
    String squeezed = squeezed(cut ? stripped.substring(0, LONGEST) : stripped);
    if (squeezed.equals("YES") && !cut) {
      return new SmsCommand.Plain(Answer.YES);
    }
    if (squeezed.equals("NO") && !cut) {
      return new SmsCommand.Plain(Answer.NO);
    }
    Matcher matcher = TO_CONTRACT.matcher(squeezed);
    if (!matcher.matches()) {
      return new SmsCommand.NotUnderstood(named(squeezed));
    }
    Answer answer = Answer.valueOf(matcher.group("answer"));
    if (answer == Answer.YES && (cut || matcher.group("rest") != null)) {
      return new SmsCommand.NotUnderstood(Optional.of(contract(matcher)));
    }
    Optional<String> version = Optional.ofNullable(matcher.group("version"))
        .or(() -> Optional.ofNullable(matcher.group("last")));
    return new SmsCommand.ToContract(answer, contract(matcher), version.map(Integer::valueOf));
  }

  private static Optional<ContractId> named(String squeezed) {
    Matcher matcher = NAMED.matcher(squeezed);
    return matcher.find() ? Optional.of(contract(matcher)) : Optional.empty();
  }

  private static ContractId contract(Matcher matcher) {
    return new ContractId(matcher.group("type") + "-" + matcher.group("year") + "-"
        + padded(matcher.group("number")));
  }

  /** Zeros at the front are easily left out. */
  private static String padded(String number) {
    return number.length() >= NUMBER_WITH_ZEROS.length()
        ? number
        : NUMBER_WITH_ZEROS.substring(number.length()) + number;
  }

  /** Capitals and digits; between them one sign where there was any, else one dash, else one blank. */
  private static String squeezed(String text) {
    String normalised =
        Normalizer.normalize(withoutFractions(text), Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder squeezed = new StringBuilder(normalised.length());
    char gap = NO_GAP;
    for (int i = 0; i < normalised.length(); ) {
      int c = normalised.codePointAt(i);
      i += Character.charCount(c);
      if (PlainText.isInvisible(c)) {
        continue;
      }
      if (!Character.isLetterOrDigit(c)) {
        gap = stronger(gap, gap(c));
        continue;
      }
      append(squeezed, gap);
      gap = NO_GAP;
      int digit = Character.digit(c, 10);
      squeezed.appendCodePoint(digit >= 0 ? '0' + digit : c);
    }
    if (gap == SIGN) {
      squeezed.append(SIGN);
    }
    return squeezed.toString();
  }

  /** Half a bag or a square must not become a digit of the number. */
  private static String withoutFractions(String text) {
    return OTHER_NUMBERS.matcher(text).replaceAll(String.valueOf(SIGN));
  }

  private static void append(StringBuilder squeezed, char gap) {
    if (gap == SIGN || gap != NO_GAP && squeezed.length() > 0) {
      squeezed.append(gap);
    }
  }

  private static char gap(int c) {
    if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '_' || c == 0x2212) {
      return DASH;
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || HARMLESS.indexOf(c) >= 0
        ? BLANK
        : SIGN;
  }

  private static char stronger(char one, char other) {
    if (one == SIGN || other == SIGN) {
      return SIGN;
    }
    return one == DASH || other == DASH ? DASH : BLANK;
  }
}
