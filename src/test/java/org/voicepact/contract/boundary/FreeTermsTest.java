package org.voicepact.contract.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.boundary.Requests.faults;
import static org.voicepact.contract.boundary.Requests.withTerms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.Json;

class FreeTermsTest {

  private static final String NAME =
      " its name must be in NFC, without invisible characters or blanks at its ends";

  @Test
  void membersThatNobodyKnowsAreKeptInTheirOneSpelling() {
    assertThat(withTerms(
                "{\"grade\": \" A\\u200b \", \"moisture\": 13.50, \"tests\": [1e2, true, {\"by\": \"Cafe\\u0301\"}]}")
            .terms()
            .json())
        .isEqualTo(
            "{\"grade\":\"A\",\"moisture\":13.5,\"tests\":[100,true,{\"by\":\"Caf\u00E9\"}]}");
  }

  @Test
  void nullsInObjectsAreLeftOut() {
    assertThat(withTerms("{\"a\": null, \"b\": {\"c\": null, \"d\": 1}, \"e\": {\"f\": null}}")
            .terms()
            .json())
        .isEqualTo("{\"b\":{\"d\":1},\"e\":{}}");
  }

  @Test
  void nullsInArraysAreRefused() {
    assertThat(faults(() -> withTerms("{\"list\": [1, null, [null]], \"o\": {\"l\": [null]}}")))
        .containsExactly(
            "/terms/list/1 must not be null",
            "/terms/list/2/0 must not be null",
            "/terms/o/l/0 must not be null");
  }

  @Test
  void emptyTextsListsAndObjectsStay() {
    assertThat(withTerms("{\"a\": \"\", \"b\": [], \"c\": {}, \"d\": false}")
            .terms()
            .members())
        .isEqualTo(Json.read("{\"a\": \"\", \"b\": [], \"c\": {}, \"d\": false}"));
  }

  /** Else a second product could stand beside the one that is read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pro\\u200bduct",
        "product ",
        " product",
        "\\uFEFFproduct",
        "e\\u0301tat",
        "gra\\u00adde"
      })
  void aNameThatOnlyLooksLikeAnotherIsRefused(String name) {
    assertThat(faults(() -> withTerms("{\"" + name + "\": \"x\"}")))
        .hasSize(1)
        .first()
        .asString()
        .endsWith(NAME);
    assertThat(faults(() -> withTerms("{\"inner\": {\"" + name + "\": \"x\"}}")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("/terms/inner/")
        .endsWith(NAME);
    assertThat(faults(() -> withTerms("{\"" + name + "\": null}"))).hasSize(1);
  }

  @Test
  void aNameIsNotEmpty() {
    assertThat(faults(() -> withTerms("{\"\": 1}"))).containsExactly("/terms/" + NAME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a\\u0007|must not contain control characters or line ends",
        "a\\nb|must not contain control characters or line ends",
        "\\u202eab|must not contain characters that override the direction of writing"
      })
  void hostileCharactersAreRefusedInNamesAndValues(String hostile, String reason) {
    assertThat(faults(() -> withTerms("{\"" + hostile + "\": 1}")))
        .hasSize(1)
        .first()
        .asString()
        .endsWith(reason);
    assertThat(faults(() -> withTerms("{\"note\": \"" + hostile + "\"}")))
        .containsExactly("/terms/note " + reason);
    assertThat(faults(() -> withTerms("{\"note\": [{\"a\": \"" + hostile + "\"}]}")))
        .containsExactly("/terms/note/0/a " + reason);
  }

  @Test
  void halfOfASurrogatePairIsRefused() {
    assertThat(faults(() -> withTerms("{\"note\": [\"\\ud83d\"]}")))
        .containsExactly("/terms/note/0 must not contain half of a surrogate pair");
  }

  @Test
  void namesAndTextsHaveTheirLength() {
    assertThat(withTerms("{\"" + "n".repeat(100) + "\": \"" + "x".repeat(2000) + "\"}")
            .terms()
            .members())
        .hasSize(1);
    assertThat(faults(() -> withTerms("{\"" + "n".repeat(101) + "\": 1}")))
        .containsExactly("/terms/" + "n".repeat(101) + " must have at most 100 characters");
    assertThat(faults(() -> withTerms("{\"note\": \"" + "x".repeat(2001) + "\"}")))
        .containsExactly("/terms/note must have at most 2000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "1000000000000000", "0.0000000000001"})
  void absurdNumbersAreRefusedAtEveryDepth(String number) {
    assertThat(faults(() -> withTerms("{\"n\": " + number + ", \"o\": {\"l\": [" + number + "]}}")))
        .containsExactly(
            "/terms/n must have at most 15 digits before the decimal point and 12 after it",
            "/terms/o/l/0 must have at most 15 digits before the decimal point and 12 after it");
  }

  @Test
  void negativeNumbersAreFine() {
    assertThat(withTerms("{\"temperature\": -18.50}").terms().json())
        .isEqualTo("{\"temperature\":-18.5}");
  }

  @Test
  void slashesAndTildesInNamesAreEscapedInThePlace() {
    assertThat(faults(() -> withTerms("{\"a/b\": {\"c~d\": [null]}}")))
        .containsExactly("/terms/a~1b/c~0d/0 must not be null");
  }

  @Test
  void anAmountThatHidesInsideAnotherMemberIsAFreeNumber() {
    assertThat(withTerms("{\"inner\": {\"total_amount\": -0.12345}}").terms().json())
        .isEqualTo("{\"inner\":{\"total_amount\":-0.12345}}");
  }
}
