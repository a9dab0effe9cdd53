package org.voicepact.contract.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.boundary.Requests.amendment;
import static org.voicepact.contract.boundary.Requests.body;
import static org.voicepact.contract.boundary.Requests.faults;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;

class AmendmentRequestTest {

  private static final Terms PRESENT = ContractFixture.terms(
      "KES",
      "{\"product\": \"Maize\", \"total_amount\": 1000.50, \"upfront_payment\": 500, \"grade\": \"A\"}");

  @Test
  void aMemberThatIsNamedReplacesAndAllOthersStay() {
    Requests.Amended wanted =
        amendment("\"version\": 3, \"terms\": {\"product\": \"Beans\", \"bags\": 5}", PRESENT);

    assertThat(wanted.claim().phone()).isEqualTo(new PhoneNumber("+254712000101"));
    assertThat(wanted.claim().version()).contains(3);
    assertThat(wanted.terms().canonical())
        .isEqualTo(Json.read(
            "{\"product\": \"Beans\", \"total_amount\": \"1000.50\", \"upfront_payment\": \"500.00\","
                + " \"grade\": \"A\", \"bags\": \"5\"}"));
  }

  @Test
  void publishedMembersMayStandBesideTheTermsAndThoseWithinWin() {
    Terms terms = amendment(
            "\"product\": \"Beans\", \"unit\": \"kg\", \"terms\": {\"product\": \"Peas\"}", PRESENT)
        .terms();

    assertThat(terms.text(Terms.PRODUCT)).contains("Peas");
    assertThat(terms.text(Terms.UNIT)).contains("kg");
  }

  @Test
  void nullRemoves() {
    Terms terms = amendment(
            "\"upfront_payment\": null, \"terms\": {\"grade\": null, \"product\": null}", PRESENT)
        .terms();

    assertThat(terms.canonical()).isEqualTo(Json.read("{\"total_amount\": \"1000.50\"}"));
  }

  @Test
  void whatIsRemovedNeedNotHaveBeenThere() {
    assertThat(amendment("\"terms\": {\"unknown\": null}", PRESENT).terms().means(PRESENT))
        .isTrue();
  }

  @Test
  void thePresentTermsThemselvesAreNotTouched() {
    String before = PRESENT.json();

    amendment("\"terms\": {\"product\": \"Beans\", \"grade\": null}", PRESENT);

    assertThat(PRESENT.json()).isEqualTo(before);
  }

  @Test
  void amountsThatStayMustFitTheNewCurrency() {
    assertThat(faults(() -> amendment("\"terms\": {\"currency\": \"UGX\"}", PRESENT)))
        .containsExactly("/terms/total_amount must have at most 0 decimal places in UGX");
  }

  @Test
  void amountsThatStayAreSpelledInTheNewCurrency() {
    Terms terms = amendment("\"terms\": {\"currency\": \"UGX\", \"total_amount\": 2000}", PRESENT)
        .terms();

    assertThat(terms.currency()).isEqualTo(Currency.getInstance("UGX"));
    assertThat(terms.json())
        .contains("\"total_amount\":2000,")
        .contains("\"upfront_payment\":500,");
  }

  @Test
  void newAmountsMustFitTheCurrencyThatStays() {
    assertThat(faults(() -> amendment("\"terms\": {\"total_amount\": 2000.001}", PRESENT)))
        .contains("/terms/total_amount must have at most 2 decimal places in KES");
  }

  @Test
  void anUpfrontPaymentThatStaysMustNotBeMoreThanTheNewTotal() {
    assertThat(faults(() -> amendment("\"terms\": {\"total_amount\": 499}", PRESENT)))
        .containsExactly("/terms/upfront_payment must not be more than total_amount");
    assertThat(amendment("\"terms\": {\"total_amount\": 499, \"upfront_payment\": null}", PRESENT)
            .terms()
            .totalAmount())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"confirmed\"", "\"pending\"", "null", "5"})
  void aStatusCannotBeSet(String status) {
    assertThat(faults(() ->
            amendment("\"status\": " + status + ", \"terms\": {\"product\": \"Beans\"}", PRESENT)))
        .containsExactly("/status cannot be set; it follows from what the parties do");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"version\": 1", "\"terms\": {}", "\"terms\": null"})
  void anAmendmentAmendsSomething(String members) {
    assertThat(faults(() -> amendment(members, PRESENT)))
        .containsExactly("/terms is required: the members that shall change");
  }

  @Test
  void whatIsNotUnderstoodIsNotLeftOutInSilence() {
    assertThat(faults(
            () -> amendment("\"terms\": {\"product\": \"Beans\"}, \"transcript\": \"x\"", PRESENT)))
        .containsExactly("/transcript is not a member of this request");
  }

  @Test
  void whoAmendsIsNamed() {
    assertThat(faults(
            () -> Requests.reader().amendment(body("{\"terms\": {\"product\": \"Beans\"}}"))))
        .containsExactly("/phone_number is required");
    assertThat(faults(() -> Requests.reader().amendment(body(""))))
        .containsExactly(
            "/phone_number is required", "/terms is required: the members that shall change");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "\"1\""})
  void theVersionIsANumberFromOneOn(String version) {
    assertThat(faults(() -> amendment(
            "\"version\": " + version + ", \"terms\": {\"product\": \"Beans\"}", PRESENT)))
        .containsExactly("/version must be a whole number from 1 on");
  }

  @Test
  void bothHalvesAreCheckedTogether() {
    Terms more = amendment(
            "\"upfront_payment\": 5000, \"terms\": {\"total_amount\": 10000}", PRESENT)
        .terms();
    assertThat(more.totalAmount().orElseThrow().amount()).isEqualByComparingTo("10000");

    Terms shillings = amendment(
            "\"currency\": \"UGX\", \"terms\": {\"total_amount\": 1000, \"upfront_payment\": 5}",
            PRESENT)
        .terms();
    assertThat(shillings.currency().getCurrencyCode()).isEqualTo("UGX");

    assertThat(faults(() -> amendment("\"upfront_payment\": 5000", PRESENT)))
        .containsExactly("/upfront_payment must not be more than total_amount");
  }
}
