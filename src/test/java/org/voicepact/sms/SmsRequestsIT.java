package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Messages that callers of the API want sent, the outbox as operators see it, and callbacks that are not as they should. */
@OnSharedServer
class SmsRequestsIT {

  private static final PhoneRange PHONES = new PhoneRange(8400);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private Api api;
  private VoicePactServer server;
  private String admin;

  @BeforeEach
  void use(Api sharedApi, VoicePactServer sharedServer) throws IOException {
    this.api = sharedApi;
    this.server = sharedServer;
    this.admin = Files.readString(server.dataDirectory().resolve("admin-key")).strip();
  }

  @Test
  void aFreeTextIsSentForWhoeverHasACredential() {
    String body = "{\"phone_number\": \"" + buyer + "\", \"message\": \"the lorry comes at 9\"}";
    assertProblem(api.post("/api/v1/sms/send", body), 401);

    Answer answer = api.post("/api/v1/sms/send", body, "X-API-Key", admin);

    assertThat(answer.status()).isEqualTo(202);
    JsonNode message = answer.json().path("messages").path(0);
    assertThat(message.path("phone_number").asText()).isEqualTo(PhoneRange.masked(buyer));
    server.awaitMessage(buyer, "the lorry comes at 9");
    assertThat(server.messagesTo(buyer, "lorry")).hasSize(1);
  }

  @Test
  void theTermsAreSentOnceMoreToThosePartiesThatAreNamed() {
    String id = api.newContract(seller, buyer);

    Answer answer = sendTerms(id, ", \"recipients\": [\"" + buyer + "\"]");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("messages")).hasSize(1);
    api.awaitAllSent(PHONES.next());
    assertThat(server.messagesTo(buyer, "YES-" + id)).hasSize(2);
    assertThat(server.messagesTo(seller, "YES-" + id)).hasSize(1);
    assertThat(sendTerms(id, "").json().path("messages")).hasSize(2);
  }

  @Test
  void theTermsOfAContractThatWaitsForNobodyAreNotSent() {
    String id = api.newContract(seller, buyer);
    assertProblem(sendTerms(id, ", \"recipients\": [\"" + PHONES.next() + "\"]"), 422);
    api.act(id, "decline", buyer);

    assertProblem(sendTerms(id, ""), 409);
    assertProblem(sendTerms("AG-2026-999999", ""), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "send          | {}                                                             | phone_number",
        "send          | {\"phone_number\": \"+254712345678\"}                           | message",
        "send          | {\"phone_number\": \"12\", \"message\": \"x\"}                 | phone_number",
        "send          | {\"phoneNumber\": 12, \"message\": \"x\"}                      | phoneNumber",
        "send          | {\"phone\": \"+254712345678\", \"message\": \"x\", \"b\": 1}   | b",
        "send/bulk     | {\"message\": \"x\"}                                          | recipients",
        "send/bulk     | {\"recipients\": [], \"message\": \"x\"}                      | recipients",
        "send/bulk     | {\"recipients\": [\"x\"], \"message\": \"x\"}                 | recipients",
        "send/contract | {}                                                             | contract_id",
        "send/contract | {\"contract_id\": \"x\"}                                      | contract_id"
      })
  void whatIsWrongIsNamed(String path, String body, String member) {
    Answer answer = api.post("/api/v1/sms/" + path, body, "X-API-Key", admin);

    assertProblem(answer, 422);
    assertThat(answer.json().path("errors").toString()).contains("/" + member);
  }

  @Test
  void aTextMayBeThreeMessagesLongAndNoLonger() {
    assertThat(send("x".repeat(459)).status()).isEqualTo(202);
    assertProblem(send("x".repeat(460)), 422);
    assertThat(send("\u0436".repeat(201)).status()).isEqualTo(202);
    assertProblem(send("\u0436".repeat(202)), 422);
  }

  @Test
  void theOutboxIsListedInPagesForAdministrators() {
    assertProblem(api.get("/api/v1/sms/messages"), 401);
    for (int i = 0; i < 3; i++) {
      api.newContract(PHONES.next(), buyer);
    }
    String path = "/api/v1/sms/messages?limit=2&phone_number=" + Api.encoded(buyer);

    JsonNode first = api.get(path, "X-API-Key", admin).json();
    String cursor = first.path("next_cursor").asText();
    JsonNode second = api.get(path + "&cursor=" + cursor, "X-API-Key", admin).json();

    List<Long> ids = new ArrayList<>();
    first.path("messages").forEach(each -> ids.add(each.path("id").asLong()));
    second.path("messages").forEach(each -> ids.add(each.path("id").asLong()));
    assertThat(ids)
        .hasSize(3)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Collections.reverseOrder());
    assertThat(second.has("next_cursor")).isFalse();
    assertThat(first.toString()).doesNotContain(buyer);
    assertProblem(api.get(path + "&status=late&cursor=" + cursor, "X-API-Key", admin), 422);
    assertProblem(api.get(path + "&status=failed&cursor=" + cursor, "X-API-Key", admin), 400);
  }

  @Test
  void whatHasArrivedOrIsNotThereIsNotSentAgain() {
    api.newContract(seller, buyer);
    api.awaitAllSent(PHONES.next());
    String id = api.get(
            "/api/v1/sms/messages?status=accepted&phone_number=" + Api.encoded(buyer),
            "X-API-Key",
            admin)
        .json()
        .path("messages")
        .path(0)
        .path("id")
        .asText();

    assertProblem(api.post("/api/v1/sms/messages/" + id + "/retry", "", "X-API-Key", admin), 409);
    assertProblem(api.post("/api/v1/sms/messages/999999999/retry", "", "X-API-Key", admin), 404);
    assertProblem(api.post("/api/v1/sms/messages/" + id + "/retry", ""), 401);
  }

  @Test
  void theStatusNamesTheGatewayAndWhatWaits() {
    JsonNode status = api.get("/api/v1/sms/status").json();

    assertThat(status.path("gateway").asText()).isEqualTo("log");
    assertThat(status.path("parked").isNumber()).isTrue();
    assertThat(status.path("timestamp").asText()).endsWith("Z");
  }

  @ParameterizedTest
  @CsvSource({
    "200, id=ATXid_1&status=Success&phoneNumber=%2B254712345678&networkCode=63902",
    "200, id=ATXid_1&status=Success",
    "200, id=ATXid_2&status=SomethingNew&retryCount=2",
    "200, id=ATXid_3&status=Failed&failureReason=NotNetworkSubcriber&phoneNumber=MTN",
    "200, id=ATXid_3&status=Rejected&failureReason=%3Cscript%3E&networkCode=x",
    "422, status=Success",
    "422, id=ATXid_4",
    "422, id=&status=Success"
  })
  void aReportOfAnUnknownMessageIsKeptAndOneWithoutIdOrStatusIsRefused(int status, String form) {
    assertThat(api.form("/api/v1/sms/delivery", fields(form)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "200, phoneNumber=%2B254712340001&senderId=21512",
    "200, phoneNumber=%2B254712340001",
    "422, senderId=21512",
    "422, phoneNumber=MTN"
  })
  void anOptOutNeedsANumber(int status, String form) {
    assertThat(api.form("/api/v1/sms/optout", fields(form)).status()).isEqualTo(status);
  }

  @Test
  void theSameReportAndTheSameOptOutAtOnceAreBothTaken() {
    String id = "ATXid_" + buyer.substring(1);
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> api.form("/api/v1/sms/delivery", Map.of("id", id, "status", "Success")));
      calls.add(() -> api.form("/api/v1/sms/optout", Map.of("phoneNumber", buyer)));
    }

    assertThat(AtOnce.run(calls)).extracting(Answer::status).containsOnly(200);
  }

  private Answer send(String text) {
    return api.post(
        "/api/v1/sms/send",
        "{\"phone_number\": \"" + buyer + "\", \"message\": \"" + text + "\"}",
        "X-API-Key",
        admin);
  }

  private Answer sendTerms(String id, String more) {
    return api.post("/api/v1/sms/send/contract", "{\"contract_id\": \"" + id + "\"" + more + "}");
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }
}
