package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** A party signs in with its phone, to see and answer its own contracts and no others. */
class SignInIT {

  private static final PhoneRange PHONES = new PhoneRange(6000);

  private static VoicePactServer server;
  private static Api api;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();
  private final String stranger = PHONES.next();
  private String id;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "sign-in",
        Map.of(
            "PARTY_PROOF", "otp",
            "RATE_LIMIT_CREATE", "off",
            "RATE_LIMIT_CONFIRM", "off",
            "RATE_LIMIT_OTP", "off",
            "RATE_LIMIT_DEFAULT", "off",
            "SMS_UNASKED_LIMIT", "off"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void makeContract() {
    id = api.newContract(seller, buyer);
  }

  private static Answer askForCode(String phone) {
    return api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + phone + "\"}");
  }

  private static Answer verify(String phone, String code) {
    return verify(api, phone, code);
  }

  private static Answer verify(Api by, String phone, String code) {
    return by.post(
        "/api/v1/auth/otp/verify",
        "{\"phone_number\": \"" + phone + "\", \"code\": \"" + code + "\"}");
  }

  /** The code that a number gets as its so-manieth. */
  private static String newCode(String phone, int count) {
    assertThat(askForCode(phone).status()).isEqualTo(202);
    return SentCodes.await(server, phone, count);
  }

  private static String[] token(String phone) {
    String token = verify(phone, newCode(phone, 1)).member("access_token");
    return new String[] {"Authorization", "Bearer " + token};
  }

  private String path(String rest) {
    return "/api/v1/contracts/" + id + rest;
  }

  @Test
  void thePartyAndAStrangerGetTheSameAnswerButOnlyThePartyGetsACode() {
    Answer strangers = askForCode(stranger);
    Answer partys = askForCode(seller);

    assertThat(strangers.status()).isEqualTo(202);
    assertThat(partys.status()).isEqualTo(202);
    assertThat(partys.text()).isEqualTo(strangers.text());
    assertThat(partys.response().headers().map().keySet())
        .isEqualTo(strangers.response().headers().map().keySet());
    SentCodes.await(server, seller, 1);
    assertThat(SentCodes.messages(server, seller).get(0))
        .contains("is your code to sign in")
        .doesNotContain("YES-");
    // The stranger's turn was first, and several codes have gone out since then.
    newCode(buyer, 1);
    api.awaitAllSent(PHONES.next());
    assertThat(server.messagesTo(stranger, "")).isEmpty();
  }

  @Test
  void theCodeGivesAnHoursTokenOfTheParty() {
    Answer answer = verify(seller, newCode(seller, 1));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.member("access_token")).isNotBlank();
    assertThat(answer.member("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_in").intValue()).isEqualTo(3600);
    assertThat(answer.member("scope")).isEqualTo("party");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text()).doesNotContain(seller);
  }

  @Test
  void aWrongCodeIsRefusedAndTheRightOneStillCounts() {
    String code = newCode(seller, 1);

    assertProblem(verify(seller, SentCodes.wrong(code)), 403, seller);
    assertProblem(verify(buyer, code), 403, seller);
    assertProblem(verify(stranger, code), 403, seller);
    assertProblem(verify(seller, code + "0"), 403);
    assertProblem(verify(seller, "x"), 403);
    assertThat(verify(seller, code).status()).isEqualTo(200);
  }

  @Test
  void afterFiveWrongTriesTheRightCodeIsRefusedToo() {
    String code = newCode(seller, 1);
    for (int i = 0; i < 5; i++) {
      assertProblem(verify(seller, SentCodes.wrong(code)), 403);
    }

    assertProblem(verify(seller, code), 403);
    assertThat(verify(seller, newCode(seller, 2)).status()).isEqualTo(200);
  }

  @Test
  void fiftyTriesAtOnceAreNoMoreThanFive() {
    String code = newCode(seller, 1);
    String wrong = SentCodes.wrong(code);

    List<Answer> answers =
        AtOnce.run(Collections.nCopies(50, () -> verify(api.patient(), seller, wrong)));

    assertThat(answers).extracting(Answer::status).containsOnly(403);
    assertProblem(verify(seller, code), 403);
  }

  @Test
  void aCodeIsUsedOnce() {
    String code = newCode(seller, 1);
    assertThat(verify(seller, code).status()).isEqualTo(200);

    assertProblem(verify(seller, code), 403);
  }

  @Test
  void aCodeThatIsUsedTwiceAtTheSameInstantGivesOneToken() {
    for (int round = 1; round <= 3; round++) {
      String code = newCode(seller, round);

      List<Answer> answers = AtOnce.run(Collections.nCopies(8, () -> verify(seller, code)));

      assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 403);
    }
  }

  @Test
  void onlyTheNewestCodeCounts() {
    String older = newCode(seller, 1);
    String newer = newCode(seller, 2);

    assertProblem(verify(seller, older.equals(newer) ? SentCodes.wrong(newer) : older), 403);
    assertThat(verify(seller, newer).status()).isEqualTo(200);
  }

  @Test
  void aFourthCodeWithinAnHourIsNotSentAndTakesNothingFromTheThird() {
    newCode(seller, 1);
    newCode(seller, 2);
    String third = newCode(seller, 3);

    Answer fourth = askForCode(seller);

    assertThat(fourth.status()).isEqualTo(202);
    assertThat(fourth.text()).isEqualTo(askForCode(stranger).text());
    newCode(buyer, 1);
    api.awaitAllSent(PHONES.next());
    assertThat(SentCodes.messages(server, seller)).hasSize(3);
    assertThat(verify(seller, third).status()).isEqualTo(200);
  }

  @Test
  void manyRequestsForACodeAtOnceSendThree() {
    AtOnce.run(Collections.nCopies(20, () -> askForCode(seller)));

    SentCodes.await(server, seller, 3);
    newCode(buyer, 1);
    api.awaitAllSent(PHONES.next());
    assertThat(SentCodes.messages(server, seller)).hasSize(3);
  }

  @Test
  void whatIsMissingInTheBodyIsNamed() {
    assertThat(api.post("/api/v1/auth/otp", "{}").faults()).containsExactly("/phone_number");
    assertThat(api.post("/api/v1/auth/otp/verify", "{}").faults())
        .containsExactlyInAnyOrder("/phone_number", "/code");
    assertProblem(api.post("/api/v1/auth/otp", "{\"phone_number\": \"12\"}"), 422);
    assertProblem(
        api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + seller + "\", \"x\": 1}"), 422);
  }

  @Test
  void theTokenShowsTheNumbersOwnContractsAlone() {
    String others = api.newContract(buyer, PHONES.next());
    String[] token = token(seller);

    Answer list = api.get("/api/v1/contracts", token);
    assertThat(list.json().path("contracts").findValuesAsText("contract_id")).containsExactly(id);
    assertThat(list.json().path("total").intValue()).isEqualTo(1);
    assertThat(list.text()).contains(seller).doesNotContain(buyer);
    assertThat(api.get("/api/v1/contracts?phone_number=" + Api.encoded(seller), token)
            .json()
            .path("total")
            .intValue())
        .isEqualTo(1);
    assertProblem(
        api.get("/api/v1/contracts?phone_number=" + Api.encoded(buyer), token), 403, buyer);
    for (String part : new String[] {"", "/status", "/versions", "/canonical", "/signatures"}) {
      assertThat(api.get(path(part), token).status()).as(part).isEqualTo(200);
      Answer unseen = api.get("/api/v1/contracts/" + others + part, token);
      assertProblem(unseen, 404, buyer);
      assertThat(unseen.member("detail"))
          .as(part)
          .isEqualTo(api.get("/api/v1/contracts/AG-2020-000001" + part, token).member("detail"));
    }
  }

  @Test
  void theTokenRevealsItsOwnNumberAndNoOther() {
    String[] token = token(seller);

    assertThat(api.get(path(""), token).text()).contains(seller).doesNotContain(buyer);
    assertThat(api.get(path("?phone_number=" + Api.encoded(buyer)), token).text())
        .contains(seller)
        .doesNotContain(buyer);
  }

  @Test
  void theTokenActsForItsNumberWithoutACode() {
    String[] token = token(seller);
    String body = "{\"phone_number\": \"" + seller + "\"}";

    assertThat(api.post(path("/confirm"), body, token).status()).isEqualTo(200);
    assertThat(api.get(path("/signatures"), token).json().at("/signatures/0/statement/assurance"))
        .hasToString("\"token\"");
    assertThat(api.post(path("/disclosure"), body, token).status()).isEqualTo(200);
    assertThat(api.get(path("/disclosure?phone_number=" + Api.encoded(seller)), token)
            .status())
        .isEqualTo(200);
    Answer amended = api.amend(id, seller, "\"total_amount\": 7", token);
    assertThat(amended.json().path("version").intValue()).isEqualTo(2);
    assertThat(amended.text()).contains(seller).doesNotContain(buyer);
    String cancel = "{\"phone_number\": \"" + seller + "\", \"reason\": \"rain\"}";
    assertThat(api.post(path("/cancel"), cancel, token).member("status")).isEqualTo("cancelled");
  }

  @Test
  void theTokenActsForNoOtherNumberAndOnNoOtherContract() {
    String others = api.newContract(buyer, stranger);
    String[] token = token(seller);
    String body = "{\"phone_number\": \"%s\", \"reason\": \"rain\"}";

    for (String act : new String[] {"/confirm", "/decline", "/cancel", "/disclosure"}) {
      assertProblem(api.post(path(act), body.formatted(buyer), token), 403, buyer);
      assertProblem(
          api.post("/api/v1/contracts/" + others + act, body.formatted(seller), token), 404, buyer);
      assertProblem(
          api.post("/api/v1/contracts/" + others + act, body.formatted(buyer), token), 403, buyer);
    }
    assertProblem(api.amend(id, buyer, "\"total_amount\": 7", token), 403, buyer);
    assertProblem(api.amend(others, seller, "\"total_amount\": 7", token), 404, buyer);
    assertThat(api.contract(id).path("version").intValue()).isEqualTo(1);
    assertThat(api.signatures(id)).isEmpty();
    assertThat(api.contract(others).path("status").asText()).isEqualTo("pending");
  }

  @Test
  void theTokenNeitherMakesContractsNorAdministers() {
    String[] token = token(seller);

    assertProblem(
        api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer), token), 403);
    assertProblem(api.get("/api/v1/api-keys", token), 403);
    assertProblem(
        api.post("/api/v1/api-keys", "{\"name\": \"x\", \"scopes\": [\"admin\"]}", token), 403);
    assertProblem(api.post("/api/v1/auth/token", "{}", token), 403);
  }
}
