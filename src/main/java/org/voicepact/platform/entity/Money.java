package org.voicepact.platform.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An amount in a currency, with exactly the currency's minor digits: {@code 350000.00} in KES,
 * {@code 350000} in UGX.
 */
public record Money(BigDecimal amount, Currency currency) {

  private static final Map<String, Currency> ISO_4217 =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  /**
   * @throws ArithmeticException where the amount has more decimal places than the currency
   */
  public Money {
    amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
  }

  /** A currency by its ISO 4217 code in capitals; funds, metals and test codes are none. */
  public static Optional<Currency> currency(String code) {
    return Optional.ofNullable(ISO_4217.get(code));
  }

  /** Whether the amount can be paid in the currency, that is, has no smaller part than its smallest coin. */
  public static boolean fits(BigDecimal amount, Currency currency) {
    return amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits();
  }
}
