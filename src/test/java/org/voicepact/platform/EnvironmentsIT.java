package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.RawHttp;
import org.voicepact.testing.VoicePactServer;

/** What differs between development, testing and production, and where secrets may come from. */
@OnSharedServer
class EnvironmentsIT {

  private static final String TRANSPORT_SECURITY = "Strict-Transport-Security";
  private static final String SECRET = "c2fb8f9a64e2d7105b3c9e8877a1d4f0";

  @TempDir
  private Path directory;

  @Test
  void everyAnswerKeepsBrowsersFromTakingItForAPage(Api api, VoicePactServer server) {
    assertGuarded(api.get("/"));
    assertGuarded(api.get("/api/v1/nothing"));
    assertThat(api.get("/").header(TRANSPORT_SECURITY)).isEmpty();
    assertThat(RawHttp.send(server, "GET / HTTP/1.1", "Accept: ;;;\r\n", ""))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'")
        .doesNotContain(TRANSPORT_SECURITY);
  }

  private static void assertGuarded(Answer answer) {
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  /** Three secrets come from files, one from a variable of the server's configuration. */
  @Test
  void productionRunsWithSecretsFromFilesAndVariables() throws IOException {
    Map<String, String> environment = Map.of(
        "ENVIRONMENT",
        "production",
        "PARTY_PROOF",
        "otp",
        "SIGNATURE_PRIVATE_KEY",
        "",
        "SIGNATURE_PRIVATE_KEY_FILE",
        file("signature-key", "1" + SECRET),
        "PASSWORD_SALT_FILE",
        file("salt", "2" + SECRET + "\n"),
        "WEBHOOK_TOKEN_FILE",
        file("token", "3" + SECRET + "\r\n"));
    VoicePactServer server = VoicePactServer.prepare("production-from-files", environment);
    variable(server, "SECRET_KEY", "4" + SECRET);
    try (server) {
      server.launch();
      server.awaitReady();
      Api api = Api.undocumented(server);

      assertGuarded(api.get("/"));
      assertThat(api.get("/").header(TRANSPORT_SECURITY))
          .isEqualTo("max-age=31536000; includeSubDomains");
      assertThat(RawHttp.send(server, "GET / HTTP/1.1", "Accept: ;;;\r\n", ""))
          .contains(TRANSPORT_SECURITY);
      assertThat(
              api.form("/api/v1/sms/webhook/3" + SECRET, Map.of("from", Api.SELLER, "text", "HELP"))
                  .status())
          .isEqualTo(200);
      // On PostgreSQL nothing at all is kept there.
      if (Files.exists(server.dataDirectory()) || !server.isOnPostgres()) {
        assertThat(server.dataDirectory()).isDirectoryNotContaining("regex:.*(key|salt).*");
      }
      assertNoPageOfAnotherOriginMayCall(api);
      assertThat(server.console()).doesNotContain(SECRET);
    }
  }

  private static void assertNoPageOfAnotherOriginMayCall(Api api) {
    String page = "http://localhost:3000";
    assertThat(api.get("/", "Origin", page).header("Access-Control-Allow-Origin"))
        .isEmpty();
    assertProblem(api.post("/api/v1/contracts/create", "{}", "Origin", page), 403);
  }

  @Test
  void testingRunsWithTheDocumentedSecretAndAPageForTests() {
    Map<String, String> environment = Map.of(
        "ENVIRONMENT", "testing", "SECRET_KEY", "test-secret-key", "CORS_CREDENTIALS", "true");
    try (VoicePactServer server = VoicePactServer.start("testing", environment)) {
      Api api = Api.undocumented(server);

      assertThat(api.get("/").member("environment")).isEqualTo("testing");
      assertThat(server.console())
          .contains("SECRET_KEY must have 32 bytes or more in production")
          .doesNotContain("test-secret-key");
      for (String page : new String[] {"http://localhost:3000", "http://test.local"}) {
        Answer answer = api.get("/", "Origin", page);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(page);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
      }
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }

  private static void variable(VoicePactServer server, String name, String value)
      throws IOException {
    Path overrides =
        Files.createDirectories(server.configDirectory().resolve("configDropins/overrides"));
    Files.writeString(
        overrides.resolve("secrets.xml"),
        "<server><variable name=\"" + name + "\" value=\"" + value + "\"/></server>");
  }
}
