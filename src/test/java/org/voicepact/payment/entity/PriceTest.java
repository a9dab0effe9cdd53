package org.voicepact.payment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.entity.ContractFixture;

class PriceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"total_amount\": 350000}|350000.00",
        "{\"total_amount\": 350000, \"upfront_payment\": 100000}|350000.00",
        "{\"upfront_payment\": 100000}|100000.00"
      })
  void theUpfrontPartIsAPartOfTheTotal(String terms, String price) {
    assertThat(Price.of(ContractFixture.terms("KES", terms)).orElseThrow().amount())
        .isEqualTo(price);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"product\": \"Maize\"}", "{\"total_amount\": 0}"})
  void termsMayNameNoPrice(String terms) {
    assertThat(Price.of(ContractFixture.terms("KES", terms))).isEmpty();
  }
}
