package org.voicepact.console.boundary;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.voicepact.contract.control.ContractWords;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Money;

/** What templates say in the language of the reader, as functions by their names. */
final class Wording {

  /** The script of times writes them in the same form, in the zone of the browser. */
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm'\u00a0UTC'");

  /** At which no line ends. */
  private static final String SPACE = "\u00a0";

  private final Language language;
  private final Texts console;
  private final Texts contract;
  private final ContractWords words;

  Wording(Language language) {
    this.language = language;
    this.console = new Texts("org.voicepact.console.console", language);
    this.contract = new Texts("org.voicepact.contract.words", language);
    this.words = new ContractWords(language);
  }

  /** A function of a template, of texts and numbers. */
  @FunctionalInterface
  private interface Function extends TemplateMethodModelEx {

    String of(List<String> arguments);

    @Override
    default Object exec(@SuppressWarnings("rawtypes") List arguments)
        throws TemplateModelException {
      List<String> texts = new java.util.ArrayList<>();
      for (Object argument : arguments) {
        texts.add(
            argument instanceof TemplateNumberModel number
                ? new BigDecimal(number.getAsNumber().toString()).toPlainString()
                : argument instanceof TemplateScalarModel text ? text.getAsString() : "");
      }
      return of(texts);
    }
  }

  /**
   * {@code t(key, arguments…)}, {@code word(kind, value)}, {@code when(time)}, {@code day(time)}, {@code money(currency,
   * amount)}, {@code coins(currency, amount)} without the currency, {@code number(n)}, {@code said(message of the API)}, {@code foreign(message)}.
   */
  Map<String, Object> functions() {
    Function t = arguments -> text(arguments.get(0), arguments.subList(1, arguments.size()));
    Function word = arguments -> word(arguments.get(0), arguments.get(1));
    Function when = arguments -> time(arguments.get(0), true);
    Function day = arguments -> time(arguments.get(0), false);
    Function money = arguments ->
        contract.get("amount", arguments.get(0), coins(arguments.get(0), arguments.get(1)));
    Function coins = arguments -> coins(arguments.get(0), arguments.get(1));
    Function number = arguments -> words.number(new BigDecimal(arguments.get(0)));
    Function said = arguments -> said(arguments.get(0));
    TemplateMethodModelEx foreign = arguments -> isForeign(arguments.get(0).toString());
    return Map.of(
        "t", t, "word", word, "when", when, "day", day, "money", money, "coins", coins, "number",
        number, "said", said, "foreign", foreign);
  }

  /**
   * With the currency's digits, which a number in JSON has lost; with all of its own where it has more of them, as a price of
   * a part, or where nobody knows the currency.
   */
  private String coins(String currency, String amount) {
    BigDecimal number = new BigDecimal(amount);
    return words.number(Money.currency(currency)
        .filter(known -> Money.fits(number, known))
        .map(known -> new Money(number, known).amount())
        .orElse(number));
  }

  String text(String key, List<String> arguments) {
    return arguments.isEmpty() ? console.get(key) : console.get(key, arguments.toArray());
  }

  boolean has(String key) {
    try {
      console.get(key);
      return true;
    } catch (MissingResourceException e) {
      return false;
    }
  }

  /** The console's own word, else the one on papers, else the value itself. */
  private String word(String kind, String value) {
    String key = kind + "." + value;
    if (has(key)) {
      return console.get(key);
    }
    try {
      return contract.get(key);
    } catch (MissingResourceException e) {
      return value.replace('_', ' ');
    }
  }

  /** A message of the API in the reader's language, where the catalogue has it; else as it is. */
  private String said(String message) {
    String key = "said." + slug(message);
    return has(key) ? console.get(key) : message;
  }

  /** Whether a message of the API stays in English where the page is not. */
  private boolean isForeign(String message) {
    return language != Language.EN && !has("said." + slug(message));
  }

  static String slug(String message) {
    String slug = message.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_").replaceAll("_$", "");
    return slug.length() > 50 ? slug.substring(0, 50) : slug;
  }

  private String time(String iso, boolean minutes) {
    try {
      ZonedDateTime time = iso.contains("T")
          ? OffsetDateTime.parse(iso).atZoneSameInstant(ZoneOffset.UTC)
          : Instant.parse(iso + "T00:00:00Z").atZone(ZoneOffset.UTC);
      String[] months = console.get("months.short").split(",");
      String date =
          time.getDayOfMonth() + SPACE + months[time.getMonthValue() - 1] + SPACE + time.getYear();
      return minutes ? date + ", " + MINUTE.format(time) : date;
    } catch (DateTimeParseException e) {
      return iso;
    }
  }
}
