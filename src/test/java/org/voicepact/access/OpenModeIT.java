package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;

/** AUTH_MODE=open as it is by default in development: everybody reads and writes, and nobody is believed by mistake. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenModeIT {

  private static final String PREVIOUS = "Zt7Rw2Nq9Xk4Vb6Mj3Hg8Lp5Sd1Fc0Ay";
  private static final Map<String, String> CHANGED = Map.of("SECRET_KEY_PREVIOUS", PREVIOUS);

  private static TestedServer tested;
  private static Api api;

  @BeforeAll
  static void start() {
    tested = TestedServer.start("access-open", "open", CHANGED);
    api = tested.api();
  }

  @AfterAll
  static void stop() {
    tested.close();
  }

  @TestFactory
  Stream<DynamicTest> eachRequestWithEachCredential() {
    return new AccessTable(tested, "Bearer ApiKey").tests("""
            request        | nothing | key-wrong key-expired key-narrow key-right | token-wrong token-expired token-narrow token-right
            public         | 200     | 403       403         200        200       | 401         401           200          200
            progress       | 200     | 403       403         403        200       | 401         401           403          200
            status         | 200     | 403       403         403        200       | 401         401           403          200
            reading        | 200     | 403       403         403        200       | 401         401           403          200
            list           | 200     | 403       403         403        200       | 401         401           403          200
            evidence       | 200     | 403       403         403        200       | 401         401           403          200
            proof          | 200     | 403       403         403        200       | 401         401           403          200
            disclosure     | 200     | 403       403         403        200       | 401         401           403          200
            writing        | 201     | 403       403         403        201       | 401         401           403          201
            sending        | 401     | 403       403         403        202       | 401         401           403          202
            notes          | 401     | 403       403         403        200       | 401         401           403          200
            noting         | 401     | 403       403         403        201       | 401         401           403          201
            acts           | 200     | 403       403         403        200       | 401         401           403          200
            administration | 401     | 403       403         403        200       | 401         401           403          200
            log            | 401     | 403       403         403        200       | 401         401           403          200
            exchange       | 401     | 403       403         200        200       | 401         401           403          403""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health/ready", "/api/v1/keys"})
  void aWrongCredentialIsNeverAnonymous(String path) {
    boolean ofTheApplication = !path.startsWith("/health");
    assertThat(api.get(path, "X-API-Key", "wrong").status())
        .isEqualTo(ofTheApplication ? 403 : 200);
    assertThat(api.get(path, "Authorization", "Bearer a.b.c").status())
        .isEqualTo(ofTheApplication ? 401 : 200);
  }

  @Test
  void aWrongKeySaysSo() {
    Answer answer = api.get("/api/v1/contracts", "X-API-Key", "wrong");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.member("detail")).isEqualTo("Invalid API key");
  }

  @Test
  void aWrongTokenSaysSo() {
    Answer answer = api.get("/api/v1/contracts", "Authorization", "Bearer a.b.c");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"voicepact\", error=\"invalid_token\"");
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
          Basic YWRtaW46c2VjcmV0
          Basic
          Digest username=admin
          Bearer
          ApiKey only-admin
          """)
  void otherSchemesAreRefused(String authorization) {
    assertThat(api.get("/api/v1/contracts", "Authorization", authorization).status())
        .isEqualTo(401);
  }

  @Test
  void oneCredentialAtATime() {
    String[] both = Stream.of(
            TestedServer.key("only-admin"), TestedServer.bearer(new Jwt().groups("admin")))
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
    assertThat(api.get("/api/v1/api-keys", both).status()).isEqualTo(400);
    assertThat(api.get("/api/v1/api-keys", "X-API-Key", "only-admin", "X-API-Key", "only-admin")
            .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "token", "jwt", "bearer_token"})
  void aTokenInTheQueryIsNotRead(String name) {
    String token = new Jwt().groups("admin").hs256(TestedServer.SECRET);
    assertThat(api.get("/api/v1/api-keys?" + name + "=" + token).status()).isEqualTo(401);
  }

  @Test
  void aKeyInTheQueryIsNotRead() {
    assertThat(
            api.get("/api/v1/api-keys?X-API-Key=only-admin&api_key=only-admin").status())
        .isEqualTo(401);
  }

  @Test
  void aTokenOfTheSecretBeforeIsTaken() {
    String token = new Jwt().groups("admin").hs256(PREVIOUS);
    assertThat(api.get("/api/v1/api-keys", TestedServer.bearer(token)).status()).isEqualTo(200);
  }

  /** The last one, because it starts the server again with other settings. */
  @Test
  @Order(Integer.MAX_VALUE)
  void developmentsAdministratorKeyIsShownOnce() throws IOException {
    String kept =
        Files.readString(tested.server().dataDirectory().resolve("admin-key")).strip();
    assertThat(kept).startsWith("vp_");
    assertThat(shown(kept)).isEqualTo(1);
    assertThat(api.get("/api/v1/api-keys", "X-API-Key", kept).status()).isEqualTo(200);

    tested.server().restart(Map.of("SECRET_KEY", "dev-secret-key"));
    assertThat(shown(kept)).isEqualTo(1);
    assertThat(tested.server().dataDirectory().resolve("admin-key")).content().contains(kept);
    assertThat(api.get("/api/v1/api-keys", "X-API-Key", kept).status()).isEqualTo(200);

    byte[] documented = "dev-secret-key".getBytes(StandardCharsets.UTF_8);
    String token = new Jwt().groups("admin").hs256(documented);
    assertThat(api.get("/api/v1/api-keys", TestedServer.bearer(token)).status()).isEqualTo(200);
    assertThat(api.get("/api/v1/api-keys", TestedServer.bearer(new Jwt().groups("admin")))
            .status())
        .isEqualTo(401);
  }

  private static long shown(String key) {
    return tested.server().console().lines().filter(line -> line.contains(key)).count();
  }
}
