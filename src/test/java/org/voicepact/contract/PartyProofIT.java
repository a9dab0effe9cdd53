package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.PartyAct;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** With PARTY_PROOF=otp a call acts in a party's name once it brings the code that the party's phone was sent. */
class PartyProofIT {

  private static final PhoneRange PHONES = new PhoneRange(6200);
  private static final String WEBHOOK_TOKEN = "c0ffee00c0ffee00c0ffee00c0ffee00";

  private static VoicePactServer server;
  private static Api api;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();
  private final String stranger = PHONES.next();
  private String id;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "party-proof",
        Map.of(
            "PARTY_PROOF", "otp",
            "WEBHOOK_TOKEN", WEBHOOK_TOKEN,
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

  /** The code for an act, which its number gets as its so-manieth. */
  private String newCode(PartyAct act, String phone, int count) {
    assertThat(act.by(api, id, phone).status()).isEqualTo(202);
    return SentCodes.await(server, phone, count);
  }

  /** All that anybody can see of a contract. */
  private static String seen(String contractId) {
    String path = "/api/v1/contracts/" + contractId;
    return api.get(path).text() + api.get(path + "/versions").text() + api.signatures(contractId);
  }

  /** A contract that was never made; each test has its own, because wrong tries at it are counted. */
  private String unknown() {
    return "AG-2020-00" + stranger.substring(stranger.length() - 4);
  }

  private Answer sms(String from, String text) {
    return api.form(
        "/api/v1/sms/webhook/" + WEBHOOK_TOKEN,
        Map.of("id", from + text, "from", from, "to", "21512", "text", text));
  }

  /** Waits until whoever was asked about before has got what is coming, if anything is. */
  private void awaitOthers() {
    String last = PHONES.next();
    String other = api.newContract(last, PHONES.next());
    PartyAct.DISCLOSE.by(api, other, last);
    SentCodes.await(server, last, 1);
  }

  @ParameterizedTest
  @EnumSource
  void withoutACodeNothingIsChangedAndThePhoneGetsOne(PartyAct act) {
    String before = seen(id);

    Answer answer = act.by(api, id, buyer);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.member("status")).isEqualTo("code_sent");
    assertThat(answer.text()).doesNotContain(id, buyer, seller);
    SentCodes.await(server, buyer, 1);
    awaitOthers();
    assertThat(SentCodes.messages(server, buyer))
        .singleElement()
        .asString()
        .startsWith("VoicePact " + id + ": ")
        .contains(act.words());
    assertThat(SentCodes.messages(server, seller)).isEmpty();
    assertThat(seen(id)).isEqualTo(before);
  }

  @Test
  void theMessageSaysHowToAnswerFromThePhoneItself() {
    newCode(PartyAct.CONFIRM, buyer, 1);
    newCode(PartyAct.DECLINE, buyer, 2);

    assertThat(SentCodes.messages(server, buyer).get(0)).contains("reply YES-" + id + " to");
    assertThat(SentCodes.messages(server, buyer).get(1)).contains("reply NO-" + id + " to");
    sms(buyer, "YES-" + id);
    assertThat(api.signatures(id)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRM", "DECLINE"})
  void anAnswerWithItsCodeIsSignedAsProvedByIt(PartyAct act) {
    Answer answer = act.withCode(api, id, buyer, newCode(act, buyer, 1));

    assertThat(answer.status()).isEqualTo(200);
    JsonNode statement = api.signatures(id).path(0).path("statement");
    assertThat(statement.path("assurance").asText()).isEqualTo("otp");
    assertThat(statement.path("channel").asText()).isEqualTo("rest");
    assertThat(statement.path("party_role").asText()).isEqualTo("buyer");
  }

  @Test
  void thePartyAmendsAndTakesBackWithCodes() {
    Answer amended = PartyAct.AMEND.withCode(api, id, seller, newCode(PartyAct.AMEND, seller, 1));
    assertThat(amended.status()).isEqualTo(200);
    assertThat(amended.json().path("version").intValue()).isEqualTo(2);
    assertThat(amended.text()).contains(seller).doesNotContain(buyer);

    Answer cancelled = PartyAct.CANCEL.withCode(api, id, buyer, newCode(PartyAct.CANCEL, buyer, 1));
    assertThat(cancelled.member("status")).isEqualTo("cancelled");
  }

  @Test
  void whatIsBehindTheCommitmentsIsShownForACodeAlone() {
    String query = "/api/v1/contracts/" + id + "/disclosure?phone_number=" + Api.encoded(buyer);
    Answer byQuery = api.get(query);
    assertThat(byQuery.status()).isEqualTo(202);
    assertThat(byQuery.text()).doesNotContain(seller, "key");
    String code = SentCodes.await(server, buyer, 1);

    assertThat(api.get(query + "&code=" + code).status()).isEqualTo(202);
    code = SentCodes.await(server, buyer, 2);
    Answer disclosed = PartyAct.DISCLOSE.withCode(api, id, buyer, code);
    assertThat(disclosed.status()).isEqualTo(200);
    assertThat(disclosed.text()).contains(seller, buyer);
  }

  @Test
  void theNumberInTheQueryProvesNothingEither() {
    String path = "/api/v1/contracts/" + id + "/confirm?phone_number=" + Api.encoded(buyer);

    assertThat(api.post(path, "{}").status()).isEqualTo(202);
    String code = SentCodes.await(server, buyer, 1);
    assertThat(api.signatures(id)).isEmpty();
    assertThat(api.post(path, "{\"code\": \"" + code + "\"}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void aWrongCodeIsRefusedAndTheRightOneStillCounts(PartyAct act) {
    String code = newCode(act, buyer, 1);
    String before = seen(id);

    assertProblem(act.withCode(api, id, buyer, SentCodes.wrong(code)), 403, buyer, seller);
    assertProblem(act.withCode(api, id, seller, code), 403, buyer, seller);
    assertThat(seen(id)).isEqualTo(before);
    assertThat(act.withCode(api, id, buyer, code).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsForOneAct(PartyAct act) {
    String code = newCode(act, buyer, 1);
    String before = seen(id);

    for (PartyAct other : PartyAct.values()) {
      if (other != act) {
        assertProblem(other.withCode(api, id, buyer, code), 403, buyer, seller);
      }
    }
    assertThat(seen(id)).isEqualTo(before);
    assertThat(act.withCode(api, id, buyer, code).status()).isEqualTo(200);
  }

  @Test
  void whatIsSaidOfADeliveryIsProvedByACode() {
    sms(seller, "YES-" + id);
    sms(buyer, "YES-" + id);
    assertThat(api.act(id, "delivery", seller).status()).isEqualTo(202);
    String sellers = SentCodes.await(server, seller, 1);
    assertThat(api.contract(id).has("delivery")).isFalse();

    assertThat(acting("delivery", seller, sellers).status()).isEqualTo(200);
    assertThat(api.act(id, "accept", buyer).status()).isEqualTo(202);
    String accepting = SentCodes.await(server, buyer, 1);
    assertThat(api.act(id, "dispute", buyer, "\"reason\": \"wet\"").status()).isEqualTo(202);
    String disputing = SentCodes.await(server, buyer, 2);
    assertProblem(acting("accept", buyer, disputing), 403);
    assertThat(acting("accept", buyer, accepting).member("status")).isEqualTo("completed");

    for (int statement : List.of(2, 3)) {
      assertThat(api.signatures(id).path(statement).at("/statement/assurance").asText())
          .isEqualTo("otp");
    }
  }

  private Answer acting(String act, String phone, String code) {
    return api.act(id, act, phone, "\"code\": \"" + code + "\"");
  }

  @Test
  void aCodeIsForOneContract() {
    String other = api.newContract(seller, buyer);
    String code = newCode(PartyAct.CONFIRM, buyer, 1);

    assertProblem(PartyAct.CONFIRM.withCode(api, other, buyer, code), 403);
    assertThat(api.signatures(other)).isEmpty();
    assertThat(PartyAct.CONFIRM.withCode(api, id, buyer, code).status()).isEqualTo(200);
  }

  @Test
  void aCodeForTheOldTermsIsNoneForTheNew() {
    String old = newCode(PartyAct.CONFIRM, buyer, 1);
    PartyAct.AMEND.withCode(api, id, seller, newCode(PartyAct.AMEND, seller, 1));

    assertProblem(PartyAct.CONFIRM.withCode(api, id, buyer, old), 403);
    assertThat(api.signatures(id)).isEmpty();
    String newer = newCode(PartyAct.CONFIRM, buyer, 2);
    assertThat(SentCodes.messages(server, buyer).get(1)).contains("reply YES-" + id + "-2 to");
    assertThat(PartyAct.CONFIRM.withCode(api, id, buyer, newer).status()).isEqualTo(200);
    assertThat(api.signatures(id).path(0).path("statement").path("version").asText())
        .isEqualTo("2");
  }

  @Test
  void aCodeForTheOldTermsThatNamesThemIsOutdated() {
    String old = newCode(PartyAct.CONFIRM, buyer, 1);
    PartyAct.AMEND.withCode(api, id, seller, newCode(PartyAct.AMEND, seller, 1));

    assertProblem(
        api.post(
            "/api/v1/contracts/" + id + "/confirm",
            "{\"phone_number\": \"" + buyer + "\", \"version\": 1, \"code\": \"" + old + "\"}"),
        409);
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  void aCodeForSigningInConfirmsNothingAndTheOtherWayRound() {
    api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + buyer + "\"}");
    String signIn = SentCodes.await(server, buyer, 1);
    String confirm = newCode(PartyAct.CONFIRM, buyer, 2);
    String body = "{\"phone_number\": \"" + buyer + "\", \"code\": \"%s\"}";

    // One time in a million they are the same.
    if (!signIn.equals(confirm)) {
      assertProblem(PartyAct.CONFIRM.withCode(api, id, buyer, signIn), 403);
      assertProblem(api.post("/api/v1/auth/otp/verify", body.formatted(confirm)), 403);
    }
    assertThat(api.signatures(id)).isEmpty();
    assertThat(PartyAct.CONFIRM.withCode(api, id, buyer, confirm).status()).isEqualTo(200);
    assertThat(api.post("/api/v1/auth/otp/verify", body.formatted(signIn)).status())
        .isEqualTo(200);
  }

  @Test
  void aCodeIsUsedOnceAlsoByManyAtTheSameInstant() {
    String code = newCode(PartyAct.CONFIRM, buyer, 1);

    List<Answer> answers =
        AtOnce.run(Collections.nCopies(8, () -> PartyAct.CONFIRM.withCode(api, id, buyer, code)));

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 403);
    assertThat(api.signatures(id)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whoTriesNumbersLearnsNothing(PartyAct act) {
    List<Answer> without = List.of(
        act.by(api, id, buyer),
        act.by(api, id, stranger),
        act.by(api, unknown(), buyer),
        act.by(api, unknown(), stranger));
    String wrong = SentCodes.wrong(SentCodes.await(server, buyer, 1));
    List<Answer> with = List.of(
        act.withCode(api, id, buyer, wrong),
        act.withCode(api, id, stranger, wrong),
        act.withCode(api, unknown(), buyer, wrong),
        act.withCode(api, unknown(), stranger, wrong));

    assertThat(without).extracting(Answer::status).containsOnly(202);
    assertThat(without)
        .extracting(PartyProofIT::withoutRequestId)
        .containsOnly(withoutRequestId(without.get(0)));
    assertThat(with).extracting(Answer::status).containsOnly(403);
    assertThat(with)
        .extracting(PartyProofIT::withoutRequestId)
        .containsOnly(withoutRequestId(with.get(0)));
    awaitOthers();
    assertThat(server.messagesTo(stranger, "")).isEmpty();
    assertThat(SentCodes.messages(server, buyer)).hasSize(1);
  }

  private static JsonNode withoutRequestId(Answer answer) {
    return ((ObjectNode) answer.json()).without("request_id");
  }

  @Test
  void aContractThatIsOverSendsCodesOnlyToLook() {
    PartyAct.DECLINE.withCode(api, id, seller, newCode(PartyAct.DECLINE, seller, 1));

    assertThat(PartyAct.CONFIRM.by(api, id, buyer).status()).isEqualTo(202);
    assertThat(PartyAct.CANCEL.by(api, id, buyer).status()).isEqualTo(202);
    newCode(PartyAct.DISCLOSE, buyer, 1);
    awaitOthers();

    assertThat(SentCodes.messages(server, buyer))
        .singleElement()
        .asString()
        .contains(PartyAct.DISCLOSE.words());
  }

  @Test
  void anAnswerBySmsNeedsNoCode() {
    assertThat(sms(seller, "YES-" + id).status()).isEqualTo(200);
    assertThat(sms(buyer, "YES-" + id).status()).isEqualTo(200);

    assertThat(api.contract(id).path("status").asText()).isEqualTo("active");
    assertThat(api.signatures(id).findValuesAsText("assurance"))
        .containsExactly("gateway", "gateway");
  }
}
