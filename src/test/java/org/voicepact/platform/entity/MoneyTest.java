package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "350000, KES, 350000.00",
    "350000.5, KES, 350000.50",
    "3.5E+5, KES, 350000.00",
    "350000.00, UGX, 350000",
    "3.5E+5, UGX, 350000",
    "1.5, TND, 1.500"
  })
  void anAmountHasExactlyTheMinorDigitsOfItsCurrency(
      BigDecimal amount, String code, String spelled) {
    assertThat(new Money(amount, currency(code)).amount().toPlainString()).isEqualTo(spelled);
  }

  @ParameterizedTest
  @CsvSource({"0.001, KES", "0.1, UGX", "0.0001, TND"})
  void anAmountBelowTheSmallestCoinIsNoMoney(BigDecimal amount, String code) {
    assertThat(Money.fits(amount, currency(code))).isFalse();
    assertThatThrownBy(() -> new Money(amount, currency(code)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"0.01, KES", "0.0100, KES", "1, UGX", "1.000, UGX", "1E+3, UGX", "0.001, TND"})
  void zerosAtTheEndOfAnAmountDoNotCount(BigDecimal amount, String code) {
    assertThat(Money.fits(amount, currency(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"KES", "UGX", "TZS", "RWF", "ETB", "NGN", "ZAR", "XOF", "XAF", "USD", "EUR"})
  void currenciesThatPeoplePayWithAreKnown(String code) {
    assertThat(Money.currency(code)).contains(Currency.getInstance(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XXX",
        "XTS",
        "XAU",
        "XAG",
        "XPT",
        "XDR",
        "QQQ",
        "kes",
        "KE",
        "KESS",
        "",
        "Shilling"
      })
  void codesThatNobodyPaysWithAreNoCurrencies(String code) {
    assertThat(Money.currency(code)).isEmpty();
  }

  @Test
  void theSameAmountSpelledInTwoWaysIsTheSameMoney() {
    assertThat(new Money(new BigDecimal("5"), currency("KES")))
        .isEqualTo(new Money(new BigDecimal("5.00"), currency("KES")));
  }

  private static Currency currency(String code) {
    return Money.currency(code).orElseThrow();
  }
}
