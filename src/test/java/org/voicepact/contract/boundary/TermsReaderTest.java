package org.voicepact.contract.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.boundary.Requests.faults;
import static org.voicepact.contract.boundary.Requests.withTerms;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Json;

class TermsReaderTest {

  private static final String SIZES =
      " must have at most 15 digits before the decimal point and 12 after it";

  @Test
  void termsAreBroughtIntoTheirOneSpelling() {
    Terms terms = withTerms("""
                {"product": " Maize\\u200b ", "quantity": "100.50", "unit": "bags", "unit_price": 3500, "currency": "kes",
                 "total_amount": "350000", "upfront_payment": 1e5, "delivery_location": null, "delivery_deadline": "2026-12-31"}
                """).terms();

    assertThat(terms.currency()).isEqualTo(Currency.getInstance("KES"));
    assertThat(terms.json())
        .isEqualTo(
            "{\"product\":\"Maize\",\"quantity\":100.5,\"unit\":\"bags\",\"unit_price\":3500.00,"
                + "\"total_amount\":350000.00,\"upfront_payment\":100000.00,\"delivery_deadline\":\"2026-12-31\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quantity", "unit_price", "total_amount", "upfront_payment"})
  void numbersAreMoreThanNothing(String member) {
    assertThat(faults(() -> withTerms("{\"" + member + "\": 0}")))
        .containsExactly(at(member) + " must be more than 0");
    assertThat(faults(() -> withTerms("{\"" + member + "\": -1}")))
        .containsExactly(at(member) + " must be more than 0");
    assertThat(faults(() -> withTerms("{\"" + member + "\": \"-0.00\"}")))
        .containsExactly(at(member) + " must be more than 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quantity", "unit_price", "total_amount", "upfront_payment"})
  void numbersAreOfASensibleSize(String member) {
    for (String absurd :
        new String[] {"1e999999999", "1e-999999999", "1000000000000000", "\"0.0000000000001\""}) {
      assertThat(faults(() -> withTerms("{\"" + member + "\": " + absurd + "}")))
          .containsExactly(at(member) + SIZES);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"true", "\"much\"", "\"\"", "[5]", "{\"amount\": 5}", "\"5 KES\"", "\"1e3\""})
  void whatIsNoNumberIsNoAmount(String value) {
    assertThat(faults(() -> withTerms("{\"total_amount\": " + value + "}")))
        .containsExactly("/terms/total_amount must be a number");
  }

  @ParameterizedTest
  @CsvSource({"KES, 0.001, 2", "UGX, 0.5, 0", "UGX, 1000.01, 0", "TND, 0.0001, 3"})
  void anAmountHasNoMoreDecimalPlacesThanItsCurrency(String currency, String amount, int digits) {
    assertThat(faults(() ->
            withTerms("{\"currency\": \"" + currency + "\", \"total_amount\": " + amount + "}")))
        .containsExactly(
            "/terms/total_amount must have at most " + digits + " decimal places in " + currency);
  }

  @Test
  void zerosBeyondTheDecimalPlacesAreNoFault() {
    assertThat(withTerms("{\"currency\": \"UGX\", \"total_amount\": \"1000.00\"}")
            .terms()
            .json())
        .isEqualTo("{\"total_amount\":1000}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"XXX\"", "\"XAU\"", "\"QQQ\"", "\"KE\"", "\"K S\""})
  void anUnknownCurrencyIsRefused(String currency) {
    assertThat(faults(() -> withTerms("{\"currency\": " + currency + "}")))
        .containsExactly("/terms/currency must be the ISO 4217 code of a currency, as KES");
  }

  @Test
  void aCurrencyOfAnotherFormIsRefused() {
    assertThat(faults(() -> withTerms("{\"currency\": 404}")))
        .containsExactly("/terms/currency must be a text");
    assertThat(faults(() -> withTerms("{\"currency\": \"Shilling\"}")))
        .containsExactly("/terms/currency must have at most 3 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "product, 200",
    "unit, 50",
    "delivery_location, 200",
    "delivery_deadline, 100",
    "quality_requirements, 1000"
  })
  void knownTextsHaveTheirLength(String member, int longest) {
    assertThat(withTerms("{\"" + member + "\": \"" + "x".repeat(longest) + "\"}")
            .terms()
            .text(member))
        .contains("x".repeat(longest));
    assertThat(faults(() -> withTerms("{\"" + member + "\": \"" + "x".repeat(longest + 1) + "\"}")))
        .containsExactly(at(member) + " must have at most " + longest + " characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"product", "unit", "delivery_location", "delivery_deadline", "quality_requirements"
      })
  void knownTextsAreOneLineOfPlainText(String member) {
    assertThat(faults(() -> withTerms("{\"" + member + "\": \"a\\nb\"}")))
        .containsExactly(at(member) + " must not contain control characters or line ends");
    assertThat(faults(() -> withTerms("{\"" + member + "\": [\"a\"]}")))
        .containsExactly(at(member) + " must be a text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2026-13-01", "2027-02-29", "2026-00-10", "0000-00-00"})
  void aDayThatThereIsNotIsRefused(String deadline) {
    assertThat(faults(() -> withTerms("{\"delivery_deadline\": \"" + deadline + "\"}")))
        .containsExactly("/terms/delivery_deadline is written as a date, but there is no such day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2028-02-29", "before Christmas", "31/12/2026", "2026-02", "2026-02-30 or so"})
  void aDeadlineMayBeADayOrFreeWords(String deadline) {
    assertThat(withTerms("{\"delivery_deadline\": \"" + deadline + "\"}")
            .terms()
            .text(Terms.DELIVERY_DEADLINE))
        .contains(deadline);
  }

  @Test
  void nobodyPaysMoreInAdvanceThanInAll() {
    assertThat(withTerms("{\"total_amount\": 100, \"upfront_payment\": 100.00}")
            .terms()
            .members())
        .hasSize(2);
    assertThat(withTerms("{\"upfront_payment\": 100}").terms().members()).hasSize(1);
    assertThat(faults(() -> withTerms("{\"total_amount\": 100, \"upfront_payment\": \"100.01\"}")))
        .containsExactly("/terms/upfront_payment must not be more than total_amount");
  }

  @Test
  void termsTogetherHaveAnEnd() {
    StringBuilder many = new StringBuilder("{\"product\": \"x\"");
    for (int i = 0; i < 40; i++) {
      many.append(", \"note")
          .append(i)
          .append("\": \"")
          .append("x".repeat(1990))
          .append('"');
    }

    assertThat(faults(() -> withTerms(many.append('}').toString())))
        .containsExactly(
            "/terms/product the terms together must have at most 65536 characters as JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"Maize\"", "5", "true"})
  void termsAreAnObject(String terms) {
    assertThat(faults(() -> withTerms(terms))).containsExactly("/terms must be an object");
  }

  @Test
  void noTermsAreEmptyTerms() {
    assertThat(withTerms("null").terms().members()).isEqualTo(Json.read("{}"));
    assertThat(withTerms("{}").terms().members()).isEqualTo(Json.read("{}"));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(faults(() -> withTerms(
            "{\"product\": 5, \"quantity\": 0, \"currency\": \"XXX\", \"extra\": [null]}")))
        .containsExactlyInAnyOrder(
            "/terms/currency must be the ISO 4217 code of a currency, as KES",
            "/terms/product must be a text",
            "/terms/quantity must be more than 0",
            "/terms/extra/0 must not be null");
  }

  private static String at(String member) {
    return "/terms/" + member;
  }
}
