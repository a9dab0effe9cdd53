package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.VoicePactServer;

/** An administrator is told what a server with the defaults of development lacks for production. */
@OnSharedServer
class SelfCheckIT {

  private static final String PATH = "/api/v1/admin/self-check";
  private static final String URLS = "/api/v1/webhooks/urls";

  @Test
  void everyOpenPointIsNamed(VoicePactServer server, Api api) throws IOException {
    String admin = administrator(server);
    Answer endless =
        api.post("/api/v1/api-keys", key("endless", "contracts:read"), "X-API-Key", admin);
    assertThat(endless.status()).isEqualTo(201);

    Answer answer = api.get(PATH, "X-API-Key", admin);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("ready").asBoolean()).isFalse();
    assertThat(statuses(answer))
        .containsEntry("AUTH_MODE", "open")
        .containsEntry("OPEN_READ", "open")
        .containsEntry("PARTY_PROOF", "open")
        .containsEntry("administrator's key", "ok")
        .containsEntry("expiry of API keys", "open")
        .containsEntry("JWT_PUBLIC_KEY_LOCATION", "ok")
        .containsEntry("TRUSTED_PROXIES", "open")
        .containsEntry("RATE_LIMIT_CREATE", "open")
        .containsEntry("RATE_LIMIT_DEFAULT", "ok")
        .containsEntry("PUBLIC_URL", "open")
        .containsEntry("WEBHOOK_SMS", "open")
        .containsEntry("WEBHOOK_USSD", "open")
        .containsEntry("WEBHOOK_BASE_URL", "open")
        .containsEntry("WEBHOOK_ALLOWED_ADDRESSES", "open")
        .containsEntry("WEBHOOK_SECRET_PREVIOUS", "ok")
        .containsEntry("WEBHOOK_TOKEN_PREVIOUS", "ok");
    assertThat(answer.json().at("/points/0/status").asText()).isEqualTo("open");
  }

  @Test
  void itIsForAdministratorsAlone(VoicePactServer server, Api api) throws IOException {
    String admin = administrator(server);
    String narrow = api.post(
            "/api/v1/api-keys",
            key("narrow", "contracts:read\", \"contracts:write\", \"payments"),
            "X-API-Key",
            admin)
        .member("key");
    for (String path : new String[] {PATH, URLS}) {
      assertThat(api.get(path).status()).isEqualTo(401);
      assertThat(api.get(path, "X-API-Key", "wrong").status()).isEqualTo(403);
      Answer tooNarrow = api.get(path, "X-API-Key", narrow);
      assertThat(tooNarrow.status()).isEqualTo(403);
      assertThat(tooNarrow.member("detail"))
          .isEqualTo("The scope of this credential does not allow it");
    }
  }

  @Test
  void withoutABaseTheAddressesOfWebhooksCannotBeTold(VoicePactServer server, Api api)
      throws IOException {
    Answer answer = api.get(URLS, "X-API-Key", administrator(server));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.member("detail")).contains("WEBHOOK_BASE_URL");
  }

  private static String administrator(VoicePactServer server) throws IOException {
    return Files.readString(server.dataDirectory().resolve("admin-key")).strip();
  }

  private static String key(String name, String scopes) {
    return "{\"name\": \"" + name + "\", \"scopes\": [\"" + scopes + "\"]}";
  }

  private static Map<String, String> statuses(Answer answer) {
    Map<String, String> statuses = new HashMap<>();
    for (JsonNode point : answer.json().path("points")) {
      assertThat(point.path("detail").asText()).isNotBlank();
      statuses.put(point.path("name").asText(), point.path("status").asText());
    }
    return statuses;
  }
}
