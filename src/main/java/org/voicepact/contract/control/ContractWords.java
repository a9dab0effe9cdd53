package org.voicepact.contract.control;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PlainDecimal;
import org.voicepact.platform.entity.WireValue;

/**
 * What belongs to a contract in the words of a language: its values, amounts and times. Papers and pages say the same
 * in the same words, so that they can be compared.
 */
public final class ContractWords {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  private final Texts texts;
  private final String[] months;
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);

  public ContractWords(Language language) {
    this.texts = new Texts("org.voicepact.contract.words", language);
    this.months = texts.get("months").split(",");
    symbols.setGroupingSeparator(texts.get("number.group").charAt(0));
    symbols.setDecimalSeparator(texts.get("number.point").charAt(0));
  }

  public String role(Role role) {
    return word("role", role);
  }

  public String status(ContractStatus status) {
    return word("status", status);
  }

  public String type(ContractType type) {
    return word("type", type);
  }

  /**
   * @param answer one that is an answer
   */
  public String answer(Statement.Type answer) {
    return word("answer", answer);
  }

  public String channel(Channel channel) {
    return word("channel", channel);
  }

  /** How far it is proved that an answer came from the party. */
  public String assurance(Assurance assurance) {
    return word("assurance", assurance);
  }

  private String word(String kind, WireValue value) {
    return texts.get(kind + "." + value.wire());
  }

  /**
   * @param member one of {@link Terms#PUBLISHED} but the currency
   */
  public String term(String member) {
    return texts.get("term." + member);
  }

  /** A date and time to the minute, in UTC. */
  public String time(Instant instant) {
    ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
    return texts.get(
        "time",
        time.getDayOfMonth(),
        months[time.getMonthValue() - 1],
        time.getYear(),
        MINUTE.format(time));
  }

  public String amount(Money money) {
    return texts.get("amount", money.currency().getCurrencyCode(), number(money.amount()));
  }

  /** How much of the product, with its unit. */
  public Optional<String> quantity(Terms terms) {
    return terms.quantity().map(number -> quantity(number, terms)).or(() -> terms.text(Terms.UNIT));
  }

  /** So much, in the unit of the terms. */
  public String quantity(BigDecimal number, Terms terms) {
    String plain = number(number);
    return terms.text(Terms.UNIT).map(named -> plain + " " + named).orElse(plain);
  }

  /** With all its digits. */
  public String number(BigDecimal number) {
    String plain = number.scale() > 0 ? number.toPlainString() : PlainDecimal.spelled(number);
    int fraction = plain.contains(".") ? plain.length() - plain.indexOf('.') - 1 : 0;
    String pattern = fraction == 0 ? "#,##0" : "#,##0." + "0".repeat(fraction);
    return new DecimalFormat(pattern, symbols).format(number);
  }

  public String yesOrNo(boolean value) {
    return texts.get("value." + value);
  }
}
