package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** Bodies that can be read but break a rule: each fault is named by its JSON pointer. */
@OnSharedServer
class InvalidContractIT {

  private static final String MANUAL = "/api/v1/contracts/create/manual";
  private static final PhoneRange PHONES = new PhoneRange(7700);
  private static final String SELLER = PHONES.next();
  private static final String BUYER = PHONES.next();

  static Stream<Arguments> wrongMembers() {
    return Stream.of(
        wrong("product", "\"\"", "/product"),
        wrong("product", "\" \\u200b \"", "/product"),
        wrong("product", "null", "/product"),
        wrong("product", "42", "/product"),
        wrong("product", "[\"Maize\"]", "/product"),
        wrong("product", '"' + "x".repeat(201) + '"', "/product"),
        wrong("product", "\"Ma\\u0000ize\"", "/product"),
        wrong("product", "\"Ma\\u0007ize\"", "/product"),
        wrong("product", "\"Ma\\nize\"", "/product"),
        wrong("product", "\"Ma\\u0085ize\"", "/product"),
        wrong("product", "\"Ma\\u2028ize\"", "/product"),
        wrong("product", "\"Ma\\u202eize\"", "/product"),
        wrong("product", "\"Ma\\u2066ize\"", "/product"),
        wrong("product", "\"Ma\\ud800ize\"", "/product"),
        wrong("product", "\"Ma\\udc00\\ud800ize\"", "/product"),
        wrong("unit", '"' + "x".repeat(51) + '"', "/unit"),
        wrong("quality_requirements", '"' + "x".repeat(1001) + '"', "/quality_requirements"),
        wrong("delivery_location", "{}", "/delivery_location"),
        wrong("delivery_deadline", "\"2026-02-30\"", "/delivery_deadline"),
        wrong("total_amount", "null", "/total_amount"),
        wrong("total_amount", "0", "/total_amount"),
        wrong("total_amount", "-1", "/total_amount"),
        wrong("total_amount", "-0.0", "/total_amount"),
        wrong("total_amount", "true", "/total_amount"),
        wrong("total_amount", "\"much\"", "/total_amount"),
        wrong("total_amount", "\"1e3\"", "/total_amount"),
        wrong("total_amount", "\"1,000\"", "/total_amount"),
        wrong("total_amount", "\"NaN\"", "/total_amount"),
        wrong("total_amount", "1e400", "/total_amount"),
        wrong("total_amount", "1e-400", "/total_amount"),
        wrong("total_amount", "1e999999999", "/total_amount"),
        wrong("total_amount", "1000000000000000", "/total_amount"),
        wrong("total_amount", "0.001", "/total_amount"),
        wrong("quantity", "-5", "/quantity"),
        wrong("quantity", "0.0000000000001", "/quantity"),
        wrong("unit_price", "{\"amount\": 1}", "/unit_price"),
        wrong("upfront_payment", "350000.01", "/upfront_payment"),
        wrong("currency", "\"XYZ\"", "/currency"),
        wrong("currency", "\"XAU\"", "/currency"),
        wrong("currency", "\"SHILLING\"", "/currency"),
        wrong("currency", "404", "/currency"),
        wrong("contract_type", "\"marriage\"", "/contract_type"),
        wrong("contract_type", "1", "/contract_type"),
        wrong("language", "\"de\"", "/language"),
        wrong("language", "\"\"", "/language"),
        wrong("language", "1", "/language"),
        wrong("parties", "null", "/parties"),
        wrong("parties", "{}", "/parties"),
        wrong("parties", "[]", "/parties"),
        wrong("parties", Deal.parties(Deal.party("seller", SELLER)), "/parties"),
        wrong(
            "parties",
            Deal.parties(Deal.party("seller", SELLER), Deal.party("seller", BUYER)),
            "/parties",
            "/parties"),
        wrong("parties", Deal.parties(Deal.party("seller", SELLER), "42"), "/parties/1"),
        wrong(
            "parties",
            Deal.parties(Deal.party("seller", SELLER), Deal.party("thief", BUYER)),
            "/parties/1/role"),
        wrong(
            "parties",
            Deal.parties(Deal.party("seller", SELLER), "{\"phone\": \"" + BUYER + "\"}"),
            "/parties/1/role"),
        wrong(
            "parties",
            Deal.parties(Deal.party("seller", SELLER), "{\"role\": \"buyer\"}"),
            "/parties/1/phone_number"),
        wrong("parties", twentyOne(), "/parties"));
  }

  private static Arguments wrong(String member, String json, String... pointers) {
    return Arguments.of(member, json, pointers);
  }

  private static String twentyOne() {
    return Deal.parties(IntStream.range(0, 21)
        .mapToObj(i ->
            Deal.party(i == 0 ? "seller" : i == 1 ? "buyer" : "witness", "+2547120" + (97700 + i)))
        .toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongMembers")
  void aMemberThatBreaksARuleIs422ByItsPointer(
      String member, String json, String[] pointers, Api api) {
    Answer answer =
        api.post(MANUAL, Deal.manual(SELLER, BUYER).with(member, json).json());

    assertProblem(answer, 422, SELLER, BUYER);
    assertThat(answer.faults()).containsExactlyInAnyOrder(pointers);
    assertThat(answer.json().path("errors"))
        .allSatisfy(error -> assertThat(error.path("detail").asText()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "12",
        "+",
        "abc",
        "+999999999999",
        "07123456789012345",
        "0800 FARMER",
        "+254712000000;ext=1",
        "<script>"
      })
  void anImpossibleNumberIs422ByTheSpellingThatWasUsed(String phone, Api api) {
    String parties = Deal.parties(
        Deal.party("seller", SELLER), "{\"role\": \"buyer\", \"phone\": \"" + phone + "\"}");

    Answer answer =
        api.post(MANUAL, Deal.manual(SELLER, BUYER).with("parties", parties).json());

    assertProblem(answer, 422, SELLER, "script");
    assertThat(answer.faults()).containsExactly("/parties/1/phone");
  }

  @Test
  void oneNumberForTwoPartiesIs422HoweverItIsWritten(Api api) {
    String local = "0" + SELLER.substring(4, 7) + " " + SELLER.substring(7);

    Answer answer = api.post(MANUAL, Deal.manual(SELLER, local).json());

    assertProblem(answer, 422, SELLER);
    assertThat(answer.faults()).containsExactly("/parties/1/phone_number");
  }

  @Test
  void allFaultsAreToldAtOnce(Api api) {
    String parties = Deal.parties(
        "{\"role\": \"chief\", \"phone\": \"0\", \"name\": \"" + "x".repeat(101) + "\"}",
        Deal.party("buyer", BUYER));
    Answer answer = api.post(
        MANUAL,
        Deal.manual(SELLER, BUYER)
            .without("product")
            .with("total_amount", "-1")
            .with("unit", "7")
            .with("contract_type", "\"x\"")
            .with("parties", parties)
            .json());

    assertProblem(answer, 422, BUYER);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "/product",
            "/total_amount",
            "/unit",
            "/contract_type",
            "/parties/0/role",
            "/parties/0/phone",
            "/parties/0/name");
    assertThat(answer.member("detail")).contains("6 more");
  }

  @Test
  void wordsAndFreeTermsHaveRulesToo(Api api) {
    Answer answer = api.post(
        "/api/v1/contracts/create",
        Deal.spoken(SELLER, BUYER)
            .with("transcript", '"' + "x".repeat(20_001) + '"')
            .with(
                "terms",
                "{\"a/b\": {\"c~d\": [1, \"\\u0001\", null]}, \"big\": 1e99, \"zero\\u200bwidth\": 1, \"\": 2,"
                    + " \"long\": \"" + "x".repeat(2001) + "\"}")
            .json());

    assertProblem(answer, 422, SELLER, BUYER);
    assertThat(answer.faults())
        .containsExactlyInAnyOrder(
            "/transcript",
            "/terms/a~1b/c~0d/1",
            "/terms/a~1b/c~0d/2",
            "/terms/big",
            "/terms/zero\u200bwidth",
            "/terms/",
            "/terms/long");
    assertThat(api.post(
                "/api/v1/contracts/create",
                Deal.spoken(SELLER, BUYER).with("terms", "[]").json())
            .faults())
        .containsExactly("/terms");
    assertThat(api.post(
                "/api/v1/contracts/create",
                Deal.spoken(SELLER, BUYER).with("transcript", "\" \\n \"").json())
            .faults())
        .containsExactly("/transcript");
  }

  @Test
  void termsThatAreTooMuchTogetherAreRefused(Api api) {
    StringBuilder terms = new StringBuilder("{\"product\": \"Maize\"");
    for (int i = 0; i < 40; i++) {
      terms
          .append(", \"clause")
          .append(i)
          .append("\": \"")
          .append("x".repeat(2000))
          .append('"');
    }
    assertProblem(
        api.post(
            "/api/v1/contracts/create",
            Deal.spoken(SELLER, BUYER).with("terms", terms + "}").json()),
        422);
  }

  @Test
  void textsAreBroughtIntoTheirOneSpelling(Api api) {
    Answer answer = api.post(
        MANUAL,
        Deal.manual(SELLER, BUYER)
            .with("product", "\"  Cafe\\u0301 Ma\\u200bi\\ufeffze \\ud83c\\udf3d \"")
            .json());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("terms").path("product").asText())
        .isEqualTo("Caf\u00e9 Maize \ud83c\udf3d");
  }

  @Test
  void textsUpToTheirLimitAreTakenWhateverTheirAlphabet(Api api) {
    String longest = "\ud83c\udf3d".repeat(200);

    Answer answer = api.post(
        MANUAL, Deal.manual(SELLER, BUYER).with("product", '"' + longest + '"').json());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("terms").path("product").asText()).isEqualTo(longest);
  }
}
