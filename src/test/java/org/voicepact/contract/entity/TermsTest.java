package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.terms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Money;

class TermsTest {

  @Test
  void inTheCanonicalFormEveryNumberIsAText() {
    Terms terms = terms("KES", """
            {"product": "Maize", "quantity": 100, "unit": "bags", "unit_price": 3500, "total_amount": 350000.5,
             "upfront_payment": 1E+5, "organic": true,
             "grades": [1, 2.50, "3", {"share": 0.10}], "store": {"shelf": {"row": 7.0}}}
            """);

    assertThat(terms.canonical()).isEqualTo(Json.read("""
                {"product": "Maize", "quantity": "100", "unit": "bags", "unit_price": "3500.00",
                 "total_amount": "350000.50", "upfront_payment": "100000.00", "organic": true,
                 "grades": ["1", "2.5", "3", {"share": "0.1"}], "store": {"shelf": {"row": "7"}}}
                """));
  }

  @Test
  void zerosAndExponentsOfANumberAreNotInItsSpelling() {
    ObjectNode members =
        JsonNodeFactory.instance.objectNode().put("quantity", new BigDecimal("2.50"));
    members
        .putArray("list")
        .add(new BigDecimal("1E+3"))
        .add(new BigDecimal("0.00"))
        .add(1e-7);

    assertThat(new Terms(Currency.getInstance("KES"), members).canonical())
        .isEqualTo(
            Json.read("{\"quantity\": \"2.5\", \"list\": [\"1000\", \"0\", \"0.0000001\"]}"));
  }

  @Test
  void moneyHasTheMinorDigitsOfItsCurrencyAndOtherNumbersHaveNone() {
    assertThat(terms("UGX", "{\"total_amount\": 350000, \"quantity\": 2.0}").canonical())
        .isEqualTo(Json.read("{\"total_amount\": \"350000\", \"quantity\": \"2\"}"));
    assertThat(terms("TND", "{\"total_amount\": 1.5}").canonical())
        .isEqualTo(Json.read("{\"total_amount\": \"1.500\"}"));
  }

  @Test
  void aNameOfMoneyWithinAnotherMemberIsNoMoney() {
    assertThat(terms("KES", "{\"extra\": {\"total_amount\": 5}}").canonical())
        .isEqualTo(Json.read("{\"extra\": {\"total_amount\": \"5\"}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"total_amount\": 5}|{\"total_amount\": 5.00}",
        "{\"quantity\": 1E+2}|{\"quantity\": 100.0}",
        "{\"a\": \"1\", \"b\": \"2\"}|{\"b\": \"2\", \"a\": \"1\"}",
        "{\"list\": [1.0]}|{\"list\": [1]}"
      })
  void termsThatSayTheSameMeanTheSame(String one, String other) {
    assertThat(terms("KES", one).means(terms("KES", other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"total_amount\": 5}|{\"total_amount\": 5.01}",
        "{\"product\": \"maize\"}|{\"product\": \"Maize\"}",
        "{\"list\": [\"a\", \"b\"]}|{\"list\": [\"b\", \"a\"]}",
        "{\"quantity\": 5}|{}",
        "{\"organic\": true}|{\"organic\": \"true\"}"
      })
  void termsThatSayAnotherThingDoNotMeanTheSame(String one, String other) {
    assertThat(terms("KES", one).means(terms("KES", other))).isFalse();
  }

  @Test
  void anotherCurrencyIsAnotherMeaning() {
    assertThat(terms("KES", "{\"product\": \"Maize\"}")
            .means(terms("TZS", "{\"product\": \"Maize\"}")))
        .isFalse();
  }

  @Test
  void termsComeBackFromTheirJsonAsTheyWere() {
    Terms terms = terms(
        "KES",
        "{\"total_amount\": 350000.50, \"quantity\": 0.0000001, \"extra\": [true, {\"a\": \"b\"}]}");

    Terms read = Terms.ofJson(Currency.getInstance("KES"), terms.json());

    assertThat(read.means(terms)).isTrue();
    assertThat(read.canonical()).isEqualTo(terms.canonical());
    assertThat(terms.json()).contains("0.0000001");
  }

  @Test
  void theTotalIsMoneyOrNotThere() {
    assertThat(terms("KES", "{\"total_amount\": 5}").totalAmount())
        .contains(new Money(new BigDecimal("5.00"), Currency.getInstance("KES")));
    assertThat(terms("KES", "{}").totalAmount()).isEmpty();
  }

  @Test
  void aMemberIsReadAsTextOrNotThere() {
    assertThat(terms("KES", "{\"product\": \"Maize\"}").text(Terms.PRODUCT)).contains("Maize");
    assertThat(terms("KES", "{\"quantity\": 100}").text(Terms.QUANTITY)).contains("100");
    assertThat(terms("KES", "{}").text(Terms.PRODUCT)).isEmpty();
  }

  @Test
  void makingTheCanonicalFormLeavesTheTermsAsTheyAre() {
    Terms terms = terms("KES", "{\"list\": [1.50]}");
    String before = terms.json();

    terms.canonical();

    assertThat(terms.json()).isEqualTo(before);
  }
}
