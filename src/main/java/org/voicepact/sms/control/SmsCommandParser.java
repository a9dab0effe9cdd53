package org.voicepact.sms.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Language;
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

  /** A half, a circled one, and the sign that stands for the word number but would be read as "No". */
  private static final Pattern OTHER_NUMBERS = Pattern.compile("[\\p{No}\u2116]");

  /** What makes of a no something else than a no: "No. AG-2026-000123: I accept". */
  private static final Pattern ASSENT = Pattern.compile(
      "(?:(?<![\\p{L}\\p{N}])(?:YES|NDIYO|NDIO|OUI|NAKUBALI|NIMEKUBALI|I (?:ACCEPT|AGREE|CONFIRM)|JE? (?:ACCEPTE|CONFIRME)"
          + "|(?<!PAS )D ACCORD)|^[- ](?:ACCEPTED|AGREED|CONFIRMED|OK|SAWA))(?![\\p{L}\\p{N}])");

  private static final String NUMBER_WITH_ZEROS = "000000";

  private static final Map<String, Answer> ANSWERS = Map.of(
      "YES", Answer.YES,
      "NDIYO", Answer.YES,
      "NDIO", Answer.YES,
      "OUI", Answer.YES,
      "NO", Answer.NO,
      "HAPANA", Answer.NO,
      "NON", Answer.NO);

  private static final Map<String, SmsCommand> WORDS = Map.of(
      "LIST", new SmsCommand.ListContracts(),
      "STATUS", new SmsCommand.ListContracts(),
      "HELP", new SmsCommand.Help(),
      "MSAADA", new SmsCommand.Help(),
      "AIDE", new SmsCommand.Help(),
      "START", new SmsCommand.Start());

  /** Where a word more can mean nothing else; who wants to hear no more may not know the very word. */
  private static final Pattern STOP = Pattern.compile(
      "STOP(?:[- ]?(?:ALL|STOP|PLEASE|SMS|MESSAGES?|VOICEPACT|TAFADHALI|SVP))?|UNSUBSCRIBE|ARRET|ARR\u00CAT|ACHA");

  private static final Map<String, Language> LANGUAGES = Map.ofEntries(
      Map.entry("EN", Language.EN),
      Map.entry("ENGLISH", Language.EN),
      Map.entry("KIINGEREZA", Language.EN),
      Map.entry("ANGLAIS", Language.EN),
      Map.entry("SW", Language.SW),
      Map.entry("SWAHILI", Language.SW),
      Map.entry("KISWAHILI", Language.SW),
      Map.entry("FR", Language.FR),
      Map.entry("FRENCH", Language.FR),
      Map.entry("KIFARANSA", Language.FR),
      Map.entry("FRANCAIS", Language.FR),
      Map.entry("FRAN\u00C7AIS", Language.FR));

  static final String CONTRACT =
      "(?<type>AG|SV|GP|LG|VC)[- ]?(?<year>[0-9]{4})[- ]?(?<number>[0-9]{3,12}+)";
  private static final String ANSWER = "YES|NDIYO|NDIO|OUI|HAPANA|NON|NO";

  private static final Pattern STATUS =
      Pattern.compile("STATUS[- ]?" + CONTRACT + "(?![0-9]).*+", Pattern.DOTALL);
  private static final Pattern CHOOSE_LANGUAGE =
      Pattern.compile("LANG(?:UAGE|UE)?(?:[- ](?<language>\\p{L}+)|(?<joined>EN|SW|FR))?");
  private static final Pattern ENTER_CODE =
      Pattern.compile("CODE[- ]?(?<first>[0-9]{3})[- ]?(?<last>[0-9]{3})");

  // Between the parts stands a dash, a blank or nothing. The version is told from a reason that
  // begins with a
  // number by its dash, or by nothing that follows.
  private static final Pattern TO_CONTRACT = Pattern.compile(
      "(?<answer>" + ANSWER + ")[- ]?" + CONTRACT
          + "(?:-(?<version>[0-9]{1,4}+)(?=[- ]|$)| (?<last>[0-9]{1,4}+)$)?"
          + "(?<rest>[- ].*+)?",
      Pattern.DOTALL);

  /** Likewise within other words. */
  private static final Pattern NAMED =
      Pattern.compile("(?<=^|[-? ]|" + ANSWER + ")" + CONTRACT + "(?![0-9])");

  private SmsCommandParser() {}

  /**
   * @param text as it was received, not shortened: what stood at its end may be a condition
   */
  public static SmsCommand parse(String text) {
    String stripped = text.strip();
    boolean cut = stripped.length() > LONGEST;
    String squeezed = squeezed(cut ? stripped.substring(0, LONGEST) : stripped);
    return (cut ? Optional.<SmsCommand>empty() : whole(squeezed))
        .or(() -> status(squeezed))
        .or(() -> DeliveryCommandParser.parse(stripped, squeezed, cut))
        .or(() -> toContract(squeezed, cut))
        .orElseGet(() -> new SmsCommand.NotUnderstood(named(squeezed)));
  }

  /** What is a command only where nothing else was written. */
  private static Optional<SmsCommand> whole(String squeezed) {
    if (ANSWERS.containsKey(squeezed)) {
      return Optional.of(new SmsCommand.Plain(ANSWERS.get(squeezed)));
    }
    if (WORDS.containsKey(squeezed)) {
      return Optional.of(WORDS.get(squeezed));
    }
    if (STOP.matcher(squeezed).matches()) {
      return Optional.of(new SmsCommand.Stop());
    }
    Matcher code = ENTER_CODE.matcher(squeezed);
    if (code.matches()) {
      return Optional.of(new SmsCommand.EnterCode(code.group("first") + code.group("last")));
    }
    Matcher language = CHOOSE_LANGUAGE.matcher(squeezed);
    if (!language.matches()) {
      return Optional.empty();
    }
    return Optional.of(new SmsCommand.ChooseLanguage(Optional.ofNullable(language.group("language"))
        .or(() -> Optional.ofNullable(language.group("joined")))
        .map(LANGUAGES::get)));
  }

  private static Optional<SmsCommand> status(String squeezed) {
    Matcher matcher = STATUS.matcher(squeezed);
    return matcher.matches()
        ? Optional.of(new SmsCommand.Status(contract(matcher)))
        : Optional.empty();
  }

  private static Optional<SmsCommand> toContract(String squeezed, boolean cut) {
    Matcher matcher = TO_CONTRACT.matcher(squeezed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Answer answer = ANSWERS.get(matcher.group("answer"));
    String rest = matcher.group("rest");
    boolean isUnclear = answer == Answer.YES
        ? cut || rest != null
        : rest != null && ASSENT.matcher(rest).find();
    if (isUnclear) {
      return Optional.of(new SmsCommand.NotUnderstood(Optional.of(contract(matcher))));
    }
    Optional<String> version = Optional.ofNullable(matcher.group("version"))
        .or(() -> Optional.ofNullable(matcher.group("last")));
    return Optional.of(
        new SmsCommand.ToContract(answer, contract(matcher), version.map(Integer::valueOf)));
  }

  private static Optional<ContractId> named(String squeezed) {
    Matcher matcher = NAMED.matcher(squeezed);
    return matcher.find() ? Optional.of(contract(matcher)) : Optional.empty();
  }

  static ContractId contract(Matcher matcher) {
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
