package org.voicepact.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.Sha256;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** An administrator of a server that is set up with care gets the addresses for the gateway, and few open points. */
class WebhookUrlsIT {

  private static final String ADMIN = "an-administrator's-key";
  private static final String TOKEN = "c0ffee11c0ffee11c0ffee11c0ffee11";
  private static final String OLD_TOKEN = "decaf000decaf000decaf000decaf000";
  private static final String SECRET = "a secret of the webhooks' senders";

  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "webhook-urls",
        Map.ofEntries(
            Map.entry("AUTH_MODE", "api-key"),
            Map.entry("API_KEYS", "boss|admin|" + hash(ADMIN)),
            Map.entry("PARTY_PROOF", "otp"),
            Map.entry("TRUSTED_PROXIES", "127.0.0.1, ::1"),
            Map.entry("RATE_LIMIT_CREATE", "10/minute"),
            Map.entry("RATE_LIMIT_CONFIRM", "10/minute"),
            Map.entry("RATE_LIMIT_VERIFY", "10/minute"),
            Map.entry("PUBLIC_URL", "https://pact.example.org"),
            Map.entry("WEBHOOK_SECRET", SECRET),
            Map.entry("WEBHOOK_TOKEN", TOKEN),
            Map.entry("WEBHOOK_TOKEN_PREVIOUS", OLD_TOKEN),
            Map.entry("WEBHOOK_ALLOWED_ADDRESSES", "192.0.2.0/24"),
            Map.entry("WEBHOOK_BASE_URL", "https://pact.example.org/under/")));
    api = Api.documented(server);
  }

  private static String hash(String key) {
    return Sha256.hex(key.getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void thereIsOneAddressForEachTokenThePresentOneFirst() {
    Answer answer = api.get("/api/v1/webhooks/urls", "X-API-Key", ADMIN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode urls = answer.json().path("urls");
    assertThat(urls).hasSize(14);
    int next = 0;
    for (String callback : List.of(
        "sms/webhook",
        "sms/delivery",
        "sms/optout",
        "ussd",
        "ussd/events",
        "payments/webhook",
        "payments/webhook/sim-swap")) {
      assertUrl(urls.path(next++), callback, TOKEN, false);
      assertUrl(urls.path(next++), callback, OLD_TOKEN, true);
    }
    assertThat(server.console()).doesNotContain(TOKEN, OLD_TOKEN, SECRET);
  }

  private static void assertUrl(JsonNode url, String callback, String token, boolean isPrevious) {
    assertThat(url.path("route").asText()).isEqualTo(callback.split("/")[0]);
    assertThat(url.path("policy").asText()).isEqualTo("hmac+token");
    assertThat(url.path("url").asText())
        .isEqualTo("https://pact.example.org/under/api/v1/" + callback + "/" + token);
    assertThat(url.path("signature").asText()).isEqualTo("X-Signature or Standard Webhooks");
    assertThat(url.path("previous").asBoolean()).isEqualTo(isPrevious);
  }

  @Test
  void thePresentAddressIsTheOneThatTheServerHasAndNobodyElseLearnsIt() {
    Answer refused = api.get("/api/v1/webhooks/urls");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text()).doesNotContain(TOKEN);
    // The peer is not one of the addresses that may call; on a path that is not there it would be
    // 404.
    assertThat(api.form("/api/v1/sms/webhook/" + TOKEN, Map.of("from", "+254712009102"))
            .status())
        .isEqualTo(403);
  }

  @Test
  void ofAccessAndWebhooksOnlyThePreviousTokenIsOpen() {
    Answer answer = api.get("/api/v1/admin/self-check", "X-API-Key", ADMIN);
    Set<String> open = StreamSupport.stream(answer.json().path("points").spliterator(), false)
        .filter(point -> point.path("status").asText().equals("open"))
        .map(point -> point.path("name").asText())
        .collect(Collectors.toSet());
    assertThat(open)
        .contains("WEBHOOK_TOKEN_PREVIOUS")
        .doesNotContain(
            "AUTH_MODE",
            "OPEN_READ",
            "PARTY_PROOF",
            "administrator's key",
            "expiry of API keys",
            "JWT_PUBLIC_KEY_LOCATION",
            "TRUSTED_PROXIES",
            "RATE_LIMIT_CREATE",
            "RATE_LIMIT_CONFIRM",
            "RATE_LIMIT_OTP",
            "RATE_LIMIT_VERIFY",
            "RATE_LIMIT_DEFAULT",
            "PUBLIC_URL",
            "WEBHOOK_SMS",
            "WEBHOOK_USSD",
            "WEBHOOK_BASE_URL",
            "WEBHOOK_ALLOWED_ADDRESSES",
            "WEBHOOK_SECRET_PREVIOUS");
    assertThat(answer.text()).doesNotContain(TOKEN, OLD_TOKEN, SECRET, ADMIN);
  }
}
