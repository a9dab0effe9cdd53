package org.voicepact.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** Only genuine calls of a webhook have an effect, and it is said in the evidence how far a call was believed. */
class WebhookCheckIT {

  private static final String PATH = "/api/v1/sms/webhook";
  private static final String SECRET = "It's a Secret to Everybody";
  private static final String OLD_SECRET = "It was a Secret to Everybody";
  private static final String TOKEN = "c0ffee00c0ffee00c0ffee00c0ffee00";
  private static final String SELLER = "+254712008401";
  private static final String BUYER = "+254712008402";

  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "webhook",
        Map.of(
            "WEBHOOK_SECRET",
            SECRET,
            "WEBHOOK_SECRET_PREVIOUS",
            OLD_SECRET,
            "WEBHOOK_TOKEN",
            TOKEN));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSignedCallWithItsTokenCountsAndIsBelievedAsTheGateways() {
    String id = api.newContract(SELLER, BUYER);
    String body = body(SELLER, "YES-" + id);
    assertThat(post(PATH + "/" + TOKEN, body, "X-Signature", "sha256=" + hex(SECRET, body))
            .status())
        .isEqualTo(200);
    assertThat(api.get("/api/v1/contracts/" + id + "/status")
            .json()
            .at("/progress/signed")
            .asInt())
        .isEqualTo(1);
    assertThat(api.get("/api/v1/contracts/" + id + "/signatures")
            .json()
            .at("/signatures/0/statement/assurance")
            .asText())
        .isEqualTo("gateway");
    assertThat(api.act(id, "confirm", BUYER).status()).isEqualTo(200);
    assertThat(api.get("/api/v1/contracts/" + id + "/signatures")
            .json()
            .at("/signatures/1/statement/assurance")
            .asText())
        .isEqualTo("claimed");
  }

  @Test
  void theSecretBeforeIsTakenWhileSendersChangeOver() {
    String body = body(SELLER, "HELP");
    assertThat(
            post(PATH + "/" + TOKEN, body, "X-Signature", hex(OLD_SECRET, body)).status())
        .isEqualTo(200);
  }

  @Test
  void aCallThatIsNotGenuineHasNoEffect() {
    String id = api.newContract(SELLER, BUYER);
    String body = body(SELLER, "YES-" + id);
    String right = hex(SECRET, body);
    String withToken = PATH + "/" + TOKEN;

    assertRefused(post(withToken, body), "Invalid signature");
    assertRefused(post(withToken, body, "X-Signature", ""), "Invalid signature");
    assertRefused(post(withToken, body, "X-Signature", hex("another", body)), "Invalid signature");
    assertRefused(post(withToken, body + " ", "X-Signature", right), "Invalid signature");
    assertRefused(
        post(withToken, body, "X-Signature", right, "X-Signature", right), "Invalid signature");
    assertRefused(post(PATH, body, "X-Signature", right), "Invalid token");
    assertRefused(
        post(PATH + "/" + TOKEN.replace('c', 'd'), body, "X-Signature", right), "Invalid token");
    assertThat(api.get("/api/v1/contracts/" + id + "/status")
            .json()
            .at("/progress/signed")
            .asInt())
        .isZero();
  }

  @Test
  void aRepeatOfASignedBodyWithoutAnIdHasOneEffect() {
    String stranger = "+254712008403";
    String body = "from=" + Api.encoded(stranger) + "&text="
        + Api.encoded("what is this " + UUID.randomUUID());
    for (int i = 0; i < 3; i++) {
      assertThat(
              post(PATH + "/" + TOKEN, body, "X-Signature", hex(SECRET, body)).status())
          .isEqualTo(200);
    }
    VoicePactServer.await(
        "the answer is sent", () -> !server.messagesTo("+2547****8403").isEmpty());
    assertThat(server.messagesTo("+2547****8403")).hasSize(1);
  }

  @Test
  void theMenuIsUnderTheSameCheckAndARepeatBringsTheSameScreen() {
    String ussd = "/api/v1/ussd";
    String body =
        "sessionId=" + UUID.randomUUID() + "&phoneNumber=" + Api.encoded(BUYER) + "&text=";
    for (String path : List.of(ussd, ussd + "/events")) {
      assertRefused(post(path + "/" + TOKEN, body), "Invalid signature");
      assertRefused(post(path, body, "X-Signature", hex(SECRET, body)), "Invalid token");
    }
    Answer first = post(ussd + "/" + TOKEN, body, "X-Signature", hex(SECRET, body));
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text()).startsWith("CON VoicePact");
    assertThat(post(ussd + "/" + TOKEN, body, "X-Signature", hex(SECRET, body)).text())
        .isEqualTo(first.text());
    String end = body + "&status=Success";
    assertThat(post(ussd + "/events/" + TOKEN, end, "X-Signature", hex(SECRET, end))
            .status())
        .isEqualTo(200);
  }

  @Test
  void neitherTokenNorSecretIsInTheLog() {
    post(PATH + "/" + TOKEN, "from=MTN", "X-Signature", "wrong");
    assertThat(server.console()).doesNotContain(TOKEN, SECRET, OLD_SECRET);
  }

  private static void assertRefused(Answer answer, String detail) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.member("detail")).isEqualTo(detail);
  }

  private static String body(String from, String text) {
    return "id=" + UUID.randomUUID() + "&from=" + Api.encoded(from) + "&to=21512&text="
        + Api.encoded(text);
  }

  private static String hex(String secret, String body) {
    return HexFormat.of()
        .formatHex(HmacSha256.of(
            secret.getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Answer post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        api.request(path, headers).header("Content-Type", "application/x-www-form-urlencoded");
    return api.send(request.POST(BodyPublishers.ofString(body)));
  }
}
