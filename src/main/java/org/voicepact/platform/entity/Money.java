package org.voicepact.platform.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An amount in a currency, with exactly the currency's minor digits: {@code 350000.00} in KES,
 * {@code 350000} in UGX.
 */
public record Money(BigDecimal amount, Currency currency) {

  /** What is legal tender somewhere: neither funds, metals and test codes nor currencies of the past. */
  private static final Map<String, Currency> ISO_4217 = Arrays.stream(Locale.getISOCountries())
      .map(country -> Currency.getInstance(new Locale("", country)))
      .filter(Objects::nonNull)
      .distinct()
      .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  /**
   * @throws ArithmeticException where the amount has more decimal places than the currency
   */
  public Money {
    amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
  }

  /** A currency that is in use, by its ISO 4217 code in capitals. */
  public static Optional<Currency> currency(String code) {
    return Optional.ofNullable(ISO_4217.get(code));
  }

  /** Whether the amount can be paid in the currency, that is, has no smaller part than its smallest coin. */
  public static boolean fits(BigDecimal amount, Currency currency) {
    return amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits();
  }

  /** As a number of the currency's smallest coins. */
  public long minorUnits() {
    return amount.unscaledValue().longValueExact();
  }

  public static Money ofMinorUnits(long units, Currency currency) {
    return new Money(BigDecimal.valueOf(units, currency.getDefaultFractionDigits()), currency);
  }
}
