package org.voicepact.contract.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.boundary.Requests.PARTIES;
import static org.voicepact.contract.boundary.Requests.body;
import static org.voicepact.contract.boundary.Requests.faults;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.control.NewContract;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

class ContractRequestsTest {

  private final ContractRequests requests = Requests.reader();

  @Test
  void aContractIsMadeFromItsWords() {
    NewContract contract = requests.create(body(
        "{\"transcript\": \"One hundred bags.\\r\\nAgreed.\", \"contract_type\": \"logistics\","
            + " \"terms\": {\"product\": \"Maize\"}, "
            + PARTIES
            + "}"));

    assertThat(contract.transcript()).contains("One hundred bags.\nAgreed.");
    assertThat(contract.type()).isEqualTo(ContractType.LOGISTICS);
    assertThat(contract.terms().members()).isEqualTo(Json.read("{\"product\": \"Maize\"}"));
    assertThat(contract.parties()).hasSize(2);
  }

  @Test
  void whatIsNotNamedHasItsDefault() {
    NewContract contract = requests.create(body("{\"transcript\": \"words\", " + PARTIES + "}"));

    assertThat(contract.type()).isEqualTo(ContractType.AGRICULTURAL_SUPPLY);
    assertThat(contract.language()).isEqualTo(Language.EN);
    assertThat(contract.terms().currency()).isEqualTo(Currency.getInstance("KES"));
    assertThat(contract.terms().members()).isEmpty();
  }

  @Test
  void aContractIsMadeFromItsTerms() {
    NewContract contract = requests.createManual(body(
        "{\"product\": \"Maize\", \"total_amount\": \"350000\", \"unit\": \"bags\", \"terms\": {\"colour\": \"red\"}, "
            + PARTIES + "}"));

    assertThat(contract.transcript()).isEmpty();
    assertThat(contract.terms().text(Terms.PRODUCT)).contains("Maize");
    assertThat(contract.terms().json()).contains("350000.00");
    assertThat(contract.terms().text("colour"))
        .as("what the published API does not have stands in terms")
        .contains("red");
    assertThat(faults(() -> requests.createManual(
            body("{\"product\": \"Maize\", \"total_amount\": 5, \"colour\": \"red\", " + PARTIES
                + "}"))))
        .containsExactly("/colour is not a member of this request");
  }

  @Test
  void anEmptyBodyIsToldAllThatIsMissing() {
    assertThat(faults(() -> requests.create(body(""))))
        .containsExactly("/transcript is required", "/parties must be an array of 2 to 20 objects");
    assertThat(faults(() -> requests.createManual(body("{}"))))
        .containsExactlyInAnyOrder(
            "/product is required",
            "/total_amount is required",
            "/parties must be an array of 2 to 20 objects");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "\"\\u200b\"", "\"\\n\""})
  void aContractFromItsWordsHasWords(String transcript) {
    assertThat(faults(
            () -> requests.create(body("{\"transcript\": " + transcript + ", " + PARTIES + "}"))))
        .containsExactly("/transcript is required");
  }

  @Test
  void theWordsMayBeLongButNotEndless() {
    String longest = "{\"transcript\": \"" + "x".repeat(20_000) + "\", " + PARTIES + "}";
    String longer = "{\"transcript\": \"" + "x".repeat(20_001) + "\", " + PARTIES + "}";

    assertThat(requests.create(body(longest)).transcript().orElseThrow()).hasSize(20_000);
    assertThat(faults(() -> requests.create(body(longer))))
        .containsExactly("/transcript must have at most 20000 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|/product is required",
        "\"\"|/product is required",
        "\"  \"|/product is required",
        "\"\\u200b\\u00ad\"|/product is required",
        "5|/product must be a text",
        "\"a\\u0000b\"|/product must not contain control characters or line ends"
      })
  void aContractFromItsTermsHasAProduct(String product, String fault) {
    String json = "{\"product\": " + product + ", \"total_amount\": 5, " + PARTIES + "}";

    assertThat(faults(() -> requests.createManual(body(json)))).containsExactly(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"barter\"", "\"\"", "5", "[]", "\"agricultural supply\""})
  void anUnknownTypeIsRefusedAndTheKnownOnesAreNamed(String type) {
    assertThat(faults(() -> requests.create(
            body("{\"transcript\": \"w\", \"contract_type\": " + type + ", " + PARTIES + "}"))))
        .containsExactly(
            "/contract_type must be one of: agricultural_supply, service_agreement, goods_purchase, logistics, other");
  }

  @Test
  void aContractMayHaveAnotherLanguage() {
    assertThat(requests
            .create(body("{\"transcript\": \"w\", \"language\": \"sw\", " + PARTIES + "}"))
            .language())
        .isEqualTo(Language.SW);
    assertThat(requests
            .createManual(body("{\"product\": \"Mil\", \"total_amount\": 5, \"language\": \"FR\", "
                + PARTIES + "}"))
            .language())
        .isEqualTo(Language.FR);
    assertThat(faults(() -> requests.create(
            body("{\"transcript\": \"w\", \"language\": \"Swahili\", " + PARTIES + "}"))))
        .containsExactly("/language must be one of: en, sw, fr");
  }

  @Test
  void aYesOrNoNamesThePhoneInTheBodyOrInTheQuery() {
    PhoneNumber phone = new PhoneNumber("+254712000101");

    assertThat(requests.answer(body("{\"phone_number\": \"0712000101\"}"), null).phone())
        .isEqualTo(phone);
    assertThat(requests.answer(body("{\"phone\": \"0712000101\"}"), null).phone())
        .isEqualTo(phone);
    assertThat(requests.answer(body(""), "+254712000101").phone()).isEqualTo(phone);
    assertThat(requests.answer(body(""), " 254712000101").phone()).isEqualTo(phone);
    assertThat(requests
            .answer(body("{\"phone_number\": \"0712000101\"}"), "+254712000102")
            .phone())
        .isEqualTo(phone);
  }

  @Test
  void aYesOrNoMayNameTheVersion() {
    assertThat(requests
            .answer(body("{\"phone_number\": \"0712000101\", \"version\": 2}"), null)
            .version())
        .contains(2);
    assertThat(requests.answer(body("{\"phone_number\": \"0712000101\"}"), null).version())
        .isEmpty();
    assertThat(faults(() -> requests.answer(body("{\"version\": 0}"), null)))
        .containsExactly("/phone_number is required", "/version must be a whole number from 1 on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"SAFARICOM\"", "\"12\"", "\"\"", "254712000101", "[]"})
  void aNumberThatIsNoneIsRefused(String phone) {
    assertThat(faults(
            () -> requests.answer(body("{\"phone_number\": " + phone + "}"), "+254712000101")))
        .containsExactly("/phone_number must be a possible phone number, as +254712345678");
  }

  @Test
  void aNumberInTheQueryThatIsNoneIsRefused() {
    assertThat(faults(() -> requests.answer(body(""), "SAFARICOM")))
        .containsExactly("phone_number must be a possible phone number, as +254712345678");
  }

  @Test
  void whoCancelsSaysWhy() {
    ContractRequests.Cancellation wanted = requests.cancellation(
        body("{\"phone\": \"0712000101\", \"reason\": \" no rain \"}"), false);

    assertThat(wanted.reason()).isEqualTo("no rain");
    assertThat(faults(
            () -> requests.cancellation(body("{\"reason\": \"" + "x".repeat(501) + "\"}"), false)))
        .containsExactly("/phone_number is required", "/reason must have at most 500 characters");
    assertThat(faults(() ->
            requests.cancellation(body("{\"phone\": \"0712000101\", \"reason\": \" \"}"), false)))
        .containsExactly("/reason is required");
  }

  @Test
  void theOfficeCancelsInNobodysName() {
    assertThat(requests.cancellation(body("{\"reason\": \"no rain\"}"), true).claim())
        .isEmpty();
    assertThat(requests
            .cancellation(body("{\"phone\": \"0712000101\", \"reason\": \"no rain\"}"), true)
            .claim())
        .isPresent();
  }
}
