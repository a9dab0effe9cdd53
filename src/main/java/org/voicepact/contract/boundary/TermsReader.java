package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.Money;

/** Reads the terms of a request, alone or over terms that are there already. */
final class TermsReader {

  /** In characters of JSON. */
  private static final int LONGEST = 65_536;

  private static final Map<String, Integer> LONGEST_TEXTS = Map.of(
      Terms.PRODUCT, 200,
      Terms.UNIT, 50,
      Terms.DELIVERY_LOCATION, 200,
      Terms.DELIVERY_DEADLINE, 100,
      Terms.QUALITY_REQUIREMENTS, 1000);

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final List<JsonFields> sources;
  private final Currency currency;
  private final ObjectNode members;

  private TermsReader(Terms base, List<JsonFields> sources) {
    this.sources = sources;
    this.currency = sources.stream()
        .flatMap(each -> currency(each).stream())
        .reduce(base.currency(), (a, b) -> b);
    this.members = base.members().deepCopy();
  }

  /**
   * Puts the members of a request over the base: a member that is named replaces, {@code null} removes; of
   * two sources that name the same member the later one counts. Faults are left in the sources; the result
   * counts only where there are none.
   */
  static Terms read(Terms base, JsonFields... sources) {
    return new TermsReader(base, List.of(sources)).read();
  }

  private Terms read() {
    sources.forEach(this::readMembers);
    checkDeadline();
    checkAmounts();
    if (members.toString().length() > LONGEST) {
      sourceOf(Terms.PRODUCT)
          .refuse(
              Terms.PRODUCT,
              "the terms together must have at most " + LONGEST + " characters as JSON");
    }
    return new Terms(currency, members);
  }

  private void readMembers(JsonFields fields) {
    for (String name : fields.names()) {
      if (LONGEST_TEXTS.containsKey(name)) {
        put(name, fields.text(name, LONGEST_TEXTS.get(name)).map(members::textNode));
      } else if (Terms.AMOUNTS.contains(name)) {
        put(
            name,
            fields.positive(name).filter(amount -> fits(fields, name, amount)).map(this::money));
      } else if (name.equals(Terms.QUANTITY)) {
        put(name, fields.positive(name).map(FreeTerms::number));
      } else if (!name.equals(Terms.CURRENCY)) {
        FreeTerms.read(fields, name, members);
      }
    }
  }

  /** Where a fault of a member belongs: to the source that names it, else to the last. */
  private JsonFields sourceOf(String name) {
    JsonFields last = sources.get(sources.size() - 1);
    return last.mentions(name)
        ? last
        : sources.stream().filter(each -> each.mentions(name)).findFirst().orElse(last);
  }

  private void put(String name, Optional<? extends JsonNode> value) {
    if (value.isPresent()) {
      members.set(name, value.get());
    } else {
      members.remove(name);
    }
  }

  private static Optional<Currency> currency(JsonFields fields) {
    Optional<String> code =
        fields.text(Terms.CURRENCY, 3).map(text -> text.toUpperCase(Locale.ROOT));
    Optional<Currency> known = code.flatMap(Money::currency);
    if (code.isPresent() && known.isEmpty()) {
      fields.refuse(Terms.CURRENCY, "must be the ISO 4217 code of a currency, as KES");
    }
    return known;
  }

  private boolean fits(JsonFields fields, String name, BigDecimal amount) {
    boolean fits = Money.fits(amount, currency);
    if (!fits) {
      fields.refuse(
          name,
          "must have at most "
              + currency.getDefaultFractionDigits()
              + " decimal places in "
              + currency.getCurrencyCode());
    }
    return fits;
  }

  private JsonNode money(BigDecimal amount) {
    return DecimalNode.valueOf(new Money(amount, currency).amount());
  }

  private void checkDeadline() {
    String deadline = members.path(Terms.DELIVERY_DEADLINE).asText();
    if (DATE.matcher(deadline).matches()) {
      try {
        LocalDate.parse(deadline);
      } catch (DateTimeParseException e) {
        sourceOf(Terms.DELIVERY_DEADLINE)
            .refuse(Terms.DELIVERY_DEADLINE, "is written as a date, but there is no such day");
      }
    }
  }

  /** Amounts that stay while the currency changes must fit the new one, too. */
  private void checkAmounts() {
    for (String name : Terms.AMOUNTS) {
      JsonNode amount = members.path(name);
      if (amount.isNumber()
          && sources.stream().noneMatch(each -> each.mentions(name))
          && fits(sourceOf(name), name, amount.decimalValue())) {
        members.set(name, money(amount.decimalValue()));
      }
    }
    JsonNode total = members.path(Terms.TOTAL_AMOUNT);
    JsonNode upfront = members.path(Terms.UPFRONT_PAYMENT);
    if (total.isNumber()
        && upfront.isNumber()
        && upfront.decimalValue().compareTo(total.decimalValue()) > 0) {
      sourceOf(Terms.UPFRONT_PAYMENT)
          .refuse(Terms.UPFRONT_PAYMENT, "must not be more than total_amount");
    }
  }
}
