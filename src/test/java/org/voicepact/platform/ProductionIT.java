package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** A server with all that production asks for. */
class ProductionIT {

  private static final String PASSWORD = "a plain long sentence";

  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "production",
        Map.of(
            "ENVIRONMENT", "production",
            "ADMIN_USER", "boss",
            "ADMIN_PASSWORD", PASSWORD,
            "SECRET_KEY", "3f0c7f1e9a7d4b5c8e6f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d",
            "SIGNATURE_PRIVATE_KEY",
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "WEBHOOK_SECRET", "b7e15162b7e151628aed2a6abf7158809cf4f3c762e7160f38b4da56a784d904",
            "PASSWORD_SALT", "243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89",
            "PARTY_PROOF", "otp"));
    api = Api.undocumented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itStartsWithoutAnyError() {
    assertThat(api.get("/").member("environment")).isEqualTo("production");
    assertThat(server.console()).doesNotContain("[ERROR", "[err]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi",
        "/openapi/",
        "/openapi?format=JSON",
        "/openapi/ui",
        "/openapi/ui/",
        "/META-INF/openapi.json",
        "/WEB-INF/classes/META-INF/openapi.json"
      })
  void theDocumentationOfTheApiIsOff(String path) {
    assertProblem(api.get(path), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/phone", "/phone/numbers", "/phone/messages?phone_number=%2B254712345678"})
  void thereIsNoTelephoneToTryItWith(String path) {
    assertProblem(api.get(path), 404);
  }

  @Test
  void cookiesAreForThisHostByHttpsAlone() {
    Answer answer = new Browser(api).signIn("boss", PASSWORD);

    assertThat(answer.header("Location")).isEqualTo("/console");
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allMatch(cookie -> cookie.startsWith("__Host-voicepact"))
        .allMatch(cookie -> cookie.contains("; Path=/; HttpOnly; SameSite=Strict; Secure"));
  }

  @Test
  void theConsoleIsNotOpenedByALink() {
    assertThat(server.console()).doesNotContain("/console/first");
  }

  @Test
  void noAddressOfTheDocumentationIsNamed() {
    assertThat(server.console())
        .contains("VoicePact is ready (production)")
        .doesNotContain("openapi");
  }
}
