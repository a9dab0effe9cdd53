package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.control.Certificates;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** A server that tells strangers nothing: the paper in their hands still opens its page, as often as the limit allows. */
class ClosedVerificationIT {

  private static final int LIMIT = 3;

  private static VoicePactServer server;
  private static Api api;
  private static String key;
  private static String id;

  @BeforeAll
  static void start() throws IOException {
    server = VoicePactServer.start(
        "console-closed",
        Map.of(
            "AUTH_MODE", "api-key",
            "OPEN_READ", "minimal",
            "PUBLIC_URL", "https://pact.example.org/",
            "TRUSTED_PROXIES", "127.0.0.1, ::1",
            "RATE_LIMIT_VERIFY", LIMIT + "/day"));
    api = Api.documented(server);
    key = Files.readString(server.dataDirectory().resolve("admin-key")).strip();
    id = api.post(
            "/api/v1/contracts/create/manual",
            Api.contract(Api.SELLER, Api.BUYER),
            "X-API-Key",
            key)
        .member("contract_id");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void thePaperIsForThoseWhoMayReadAndItsPageForWhoHasThePaper() {
    assertThat(api.get("/api/v1/contracts/" + id + "/certificate.pdf").status()).isEqualTo(401);
    Answer paper = api.get("/api/v1/contracts/" + id + "/certificate.pdf", "X-API-Key", key);
    String address = Certificates.qrCode(paper.bytes());

    assertThat(address).matches("https://pact\\.example\\.org/verify/" + id + "/[0-9a-f]{64}");
    Answer page = api.get(
        address.substring("https://pact.example.org".length()), "X-Forwarded-For", "192.0.2.1");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Maize, grade 1", "KES 350,000.00");
  }

  @Test
  void eachAddressLooksOnlySoOften() {
    for (int left = LIMIT - 1; left >= 0; left--) {
      Answer page = look("192.0.2.2");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("RateLimit-Policy")).isEqualTo("\"verify\";q=3;w=86400");
      assertThat(page.header("RateLimit")).startsWith("\"verify\";r=" + left + ";");
    }
    Answer refused = look("192.0.2.2");
    assertProblem(refused, 429);
    assertThat(refused.header("Retry-After")).isNotBlank();
    assertThat(look("192.0.2.3").status()).isEqualTo(200);
  }

  private static Answer look(String address) {
    return api.get("/verify/" + id, "X-Forwarded-For", address);
  }
}
