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
 * characters, punctuation at the end. A yes with words after it is no yes, because they may be a condition;
 * a no may have a reason. The time that it takes grows with the length of the text alone.
 */
public final class SmsCommandParser {

  /** Characters beyond these are not read. */
  static final int LONGEST = 480;

  private static final String NUMBER_WITH_ZEROS = "000000";
  private static final Pattern TO_CONTRACT =
      Pattern.compile(
          "(YES|NO)-?(AG|SV|GP|LG|VC)-?([0-9]{4})-?([0-9]{3,12}+)(?:-([0-9]{1,4}+)(?=-|$))?(-.*+)?", Pattern.DOTALL);

  private SmsCommandParser() {}

  public static SmsCommand parse(String text) {
    String squeezed = squeezed(text);
    if (squeezed.equals("YES")) {
      return new SmsCommand.Plain(Answer.YES);
    }
    if (squeezed.equals("NO")) {
      return new SmsCommand.Plain(Answer.NO);
    }
    Matcher matcher = TO_CONTRACT.matcher(squeezed);
    if (!matcher.matches()) {
      return new SmsCommand.NotUnderstood();
    }
    Answer answer = Answer.valueOf(matcher.group(1));
    if (answer == Answer.YES && matcher.group(6) != null) {
      return new SmsCommand.NotUnderstood();
    }
    ContractId contract =
        new ContractId(matcher.group(2) + "-" + matcher.group(3) + "-" + padded(matcher.group(4)));
    return new SmsCommand.ToContract(answer, contract, Optional.ofNullable(matcher.group(5)).map(Integer::valueOf));
  }

  /** Zeros at the front are easily left out. */
  private static String padded(String number) {
    return number.length() >= NUMBER_WITH_ZEROS.length()
        ? number
        : NUMBER_WITH_ZEROS.substring(number.length()) + number;
  }

  /** Capitals and digits, with one dash for all that stands between them. */
  private static String squeezed(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String normalised = Normalizer.normalize(cut, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder squeezed = new StringBuilder(normalised.length());
    boolean gap = false;
    for (int i = 0; i < normalised.length(); ) {
      int c = normalised.codePointAt(i);
      i += Character.charCount(c);
      if (PlainText.isInvisible(c)) {
        continue;
      }
      if (!Character.isLetterOrDigit(c)) {
        gap = true;
        continue;
      }
      if (gap && squeezed.length() > 0) {
        squeezed.append('-');
      }
      gap = false;
      int digit = Character.digit(c, 10);
      squeezed.appendCodePoint(digit >= 0 ? '0' + digit : c);
    }
    return squeezed.toString();
  }
}
