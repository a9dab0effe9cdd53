package org.voicepact.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Messages that leave through Africa's Talking, whatever it answers, and what it tells of them afterwards. */
class AfricasTalkingIT {

  private static final PhoneRange PHONES = new PhoneRange(8300);
  private static final String ADMIN = "an administrator's key of some length";
  private static final String ACCOUNT_KEY = "the key of the account at the provider";

  private static Provider provider;
  private static VoicePactServer server;
  private static Api api;

  private final String phone = PHONES.next();

  @BeforeAll
  static void start() {
    provider = new Provider();
    server = VoicePactServer.start(
        "africastalking",
        Map.of(
            "SMS_GATEWAY", "africastalking",
            "AT_USERNAME", "sandbox",
            "AT_API_KEY", ACCOUNT_KEY,
            "AT_SENDER_ID", "VOICEPACT",
            "AT_BASE_URL", provider.url(),
            "SMS_MAX_ATTEMPTS", "2",
            "SMS_UNASKED_LIMIT", "off",
            "RATE_LIMIT_CREATE", "off",
            "API_KEY", ADMIN));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  @Test
  void aMessageLeavesAsTheProviderWantsIt() {
    provider.take(phone, id());

    send("Habari \u00e9 & 100% + more");

    JsonNode message = await("accepted");
    assertThat(message.path("attempts").asInt()).isEqualTo(1);
    assertThat(message.path("phone_number").asText()).isEqualTo(PhoneRange.masked(phone));
    assertThat(provider.calls(phone))
        .containsExactly(Map.of(
            "username", "sandbox",
            "to", phone,
            "message", "Habari \u00e9 & 100% + more",
            "from", "VOICEPACT"));
    assertThat(provider.header(phone, "apiKey")).isEqualTo(ACCOUNT_KEY);
    assertThat(provider.header(phone, "Accept")).isEqualTo("application/json");
    assertThat(server.console()).doesNotContain(ACCOUNT_KEY, phone);
  }

  @Test
  void theSameTextToSomeNumbersIsOneCall() {
    String other = PHONES.next();
    provider.answer(phone, Provider.taken(Map.of(phone, id(), other, id())));

    assertThat(post(
                "/api/v1/sms/send/bulk",
                "{\"recipients\": [\"" + phone + "\", \"" + other + "\", \"" + phone
                    + "\"], \"message\": \"the market is closed\"}")
            .path("messages"))
        .hasSize(2);

    await(phone, "accepted");
    await(other, "accepted");
    assertThat(provider.calls(other)).hasSize(1);
    assertThat(provider.calls(phone).get(0).get("to").split(","))
        .containsExactlyInAnyOrder(phone, other);
  }

  @ParameterizedTest
  @CsvSource({
    "403,InvalidPhoneNumber,failed,1",
    "406,UserInBlacklist,failed,1",
    "405,InsufficientBalance,failed,1",
    "502,RejectedByGateway,failed,1",
    "500,InternalServerError,parked,2",
    "501,GatewayError,parked,2"
  })
  void aRefusalInsideOfA201IsOne(int code, String word, String status, int calls) {
    provider.answer(phone, Provider.created(Provider.recipient(phone, code, word, "None")));

    send("x");

    assertThat(await(status).path("failure").asText())
        .endsWith("the provider says " + code + " " + word);
    assertThat(provider.calls(phone)).hasSize(calls);
  }

  @Test
  void anEmptyListIsARefusal() {
    provider.answer(
        phone,
        Provider.json(
            201, "{\"SMSMessageData\":{\"Message\":\"InvalidSenderId\",\"Recipients\":[]}}"));

    send("x");

    assertThat(await("failed").path("failure").asText()).endsWith("InvalidSenderId");
  }

  @Test
  void aWrongKeyIsTriedAgainAndThenParked() {
    provider.answer(
        phone,
        aResponse()
            .withStatus(401)
            .withHeader("Content-Type", "text/plain")
            .withHeader("WWW-Authenticate", "Basic")
            .withBody("The supplied authentication is invalid"));

    send("x");

    assertThat(await("parked").path("failure").asText())
        .isEqualTo("not sent in 2 attempts: the provider answered 401");
    assertThat(provider.calls(phone)).hasSize(2);
  }

  @Test
  void aPageOfAProxyIsNoRefusal() {
    Map<Integer, String> phones = Map.of(302, phone, 404, PHONES.next(), 407, PHONES.next());
    phones.forEach((status, to) -> {
      provider.answer(
          to,
          aResponse()
              .withStatus(status)
              .withHeader("Content-Type", "text/html")
              .withHeader("Location", provider.url() + "log-in")
              .withBody("<html>Log in to the proxy</html>"));
      sendTo(to, "by way of " + status);
    });

    phones.forEach((status, to) -> {
      assertThat(await(to, "parked").path("failure").asText())
          .isEqualTo("not sent in 2 attempts: the provider answered " + status);
      assertThat(provider.calls(to)).hasSize(2);
    });
  }

  @Test
  void aReportThatComesBeforeTheAnswerIsLostDecides() {
    provider.answer(phone, Provider.taken(Map.of(phone, id())).withFixedDelay(15_000));
    send("x");
    VoicePactServer.await("the call is out", () -> !provider.calls(phone).isEmpty());

    report(id(), phone, "Success", null);

    await("delivered");
    assertThat(provider.calls(phone)).hasSize(1);
    assertThat(api.get("/api/v1/reports/messages", "X-API-Key", ADMIN).text())
        .as("the network that the report has named")
        .contains("63902");
  }

  @Test
  void aMessageWhoseAnswerWasLostIsNotSentAgainByItselfAndAReportDecides() {
    provider.answer(phone, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    send("x");
    await("unknown");

    String id = id();
    report(id, phone, "Buffered", null);
    assertThat(await("unknown").path("delivered_at").isMissingNode()).isTrue();
    report(id, phone, "Success", null);

    await("delivered");
    assertThat(provider.calls(phone)).hasSize(1);
  }

  @Test
  void thePageOfAProxyTellsNothing() {
    provider.answer(
        phone,
        aResponse()
            .withStatus(502)
            .withHeader("Content-Type", "text/html")
            .withBody("<html>Bad gateway</html>"));
    send("x");
    String id = await("unknown").path("id").asText();

    provider.take(phone, id());
    assertThat(post("/api/v1/sms/messages/" + id + "/retry", "").path("status").asText())
        .isEqualTo("queued");

    await("accepted");
    assertThat(provider.calls(phone)).hasSize(2);
    assertProblem(api.post("/api/v1/sms/messages/" + id + "/retry", "", "X-API-Key", ADMIN), 409);
  }

  @Test
  void aSlowProviderIsNotWaitedForLongAndHoldsUpNobody() {
    String quick = PHONES.next();
    provider.answer(phone, Provider.taken(Map.of(phone, id())).withFixedDelay(15_000));
    provider.take(quick, id());

    send("x");
    sendTo(quick, "y");

    await(quick, "accepted");
    assertThat(await("unknown").path("failure").asText()).isNotEmpty();
    assertThat(provider.calls(phone)).hasSize(1);
  }

  @Test
  void aReportThatCameInAnyOrderAndTwiceIsKeptAndAFinalStateIsNotUndone() {
    String id = id();
    provider.take(phone, id);
    send("x");
    await("accepted");

    report(id, phone, "Failed", "NotNetworkSubcriber");
    report(id, phone, "Sent", null);
    report(id, phone, "Success", null);
    report(id, phone, "Failed", "NotNetworkSubcriber");

    assertThat(await("failed").path("failure").asText())
        .isEqualTo("the gateway reports Failed: NotNetworkSubscriber");
  }

  @Test
  void aReportThatOvertakesTheAnswerIsNotForgotten() {
    String id = id();
    provider.answer(phone, Provider.taken(Map.of(phone, id)).withFixedDelay(3_000));
    send("x");
    VoicePactServer.await("the call is out", () -> !provider.calls(phone).isEmpty());

    report(id, phone, "Success", null);

    await("delivered");
  }

  @Test
  void whoOptedOutGetsAnswersAlone() {
    provider.take(phone, id());
    assertThat(api.form("/api/v1/sms/optout", Map.of("phoneNumber", phone, "senderId", "VOICEPACT"))
            .status())
        .isEqualTo(200);
    assertThat(api.form("/api/v1/sms/optout", Map.of("phoneNumber", phone)).status())
        .isEqualTo(200);

    send("x");

    assertThat(await("parked").path("failure").asText()).contains("STOP");
    api.sms(phone, "what is this?");
    await("accepted");
  }

  @Test
  void aCodeIsReadByThePersonAlone() {
    String id = api.newContract(phone, PHONES.next());
    provider.take(phone, id());
    VoicePactServer.await("the terms have left", () -> !provider.calls(phone).isEmpty());

    api.post("/api/v1/contracts/" + id + "/disclosure?phone_number=" + Api.encoded(phone), "{}");
    api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + phone + "\"}");

    VoicePactServer.await("the code has left", () -> provider.calls(phone).size() > 1);
    List<Map<String, String>> calls = provider.calls(phone);
    assertThat(calls.get(calls.size() - 1).get("message")).containsPattern("[0-9]{6}");
    String listed = messages(phone).toString();
    assertThat(listed).contains("[code]").doesNotContainPattern("[^0-9-][0-9]{6}[^0-9-]");
  }

  private void send(String text) {
    sendTo(phone, text);
  }

  private static void sendTo(String to, String text) {
    JsonNode answer = post(
        "/api/v1/sms/send", "{\"phoneNumber\": \"" + to + "\", \"message\": \"" + text + "\"}");
    assertThat(answer.path("status").asText()).isEqualTo("queued");
  }

  private static JsonNode post(String path, String json) {
    return api.post(path, json, "X-API-Key", ADMIN).json();
  }

  private static void report(String id, String phone, String status, String reason) {
    Map<String, String> form = reason == null
        ? Map.of("id", id, "phoneNumber", phone, "status", status, "networkCode", "63902")
        : Map.of("id", id, "phoneNumber", phone, "status", status, "failureReason", reason);
    assertThat(api.form("/api/v1/sms/delivery", form).status()).isEqualTo(200);
  }

  private JsonNode await(String status) {
    return await(phone, status);
  }

  /** The first message of a number that has a status, once there is one. */
  private static JsonNode await(String to, String status) {
    VoicePactServer.await(
        "a message is " + status,
        () -> StreamSupport.stream(messages(to).spliterator(), false)
            .anyMatch(each -> each.path("status").asText().equals(status)));
    return StreamSupport.stream(messages(to).spliterator(), false)
        .filter(each -> each.path("status").asText().equals(status))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode messages(String to) {
    return api.get("/api/v1/sms/messages?phone_number=" + Api.encoded(to), "X-API-Key", ADMIN)
        .json()
        .path("messages");
  }

  private static String id() {
    return "ATXid_" + UUID.randomUUID().toString().replace("-", "");
  }
}
