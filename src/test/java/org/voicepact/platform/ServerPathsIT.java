package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;

/** What the server answers beside contracts: itself, its health, its documentation, and what it does not have. */
@OnSharedServer
class ServerPathsIT {

  @Test
  void theRootSaysWhatAnswersHere(Api api) {
    Answer answer = api.get("/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.member("name")).isEqualTo("VoicePact");
    assertThat(answer.member("version")).matches("[0-9]+\\.[0-9]+.*");
    assertThat(answer.member("environment")).isEqualTo("development");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/health, 'server database'", "/health/ready, database", "/health/started, server"})
  void healthIsUp(String path, String checks, Api api) {
    Answer answer = api.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.member("status")).isEqualTo("UP");
    assertThat(answer.json().path("checks"))
        .extracting(check -> check.path("name").asText())
        .contains(checks.split(" "));
  }

  @Test
  void aServerThatAnswersIsLive(Api api) {
    Answer answer = api.get("/health/live");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.member("status")).isEqualTo("UP");
  }

  @Test
  void theDocumentationNamesEveryOperationOnce(Api api) {
    JsonNode document = api.get("/openapi?format=JSON").json();

    assertThat(document.path("openapi").asText()).startsWith("3.");
    assertThat(document.path("info").path("title").asText()).isEqualTo("VoicePact");
    String contract = "/api/v1/contracts/{id}";
    List<String> paths = new ArrayList<>();
    document.path("paths").fieldNames().forEachRemaining(paths::add);
    assertThat(paths)
        .contains(
            "/",
            "/api/v1/contracts",
            "/api/v1/contracts/create",
            "/api/v1/contracts/create/manual",
            contract,
            contract + "/status",
            contract + "/versions",
            contract + "/confirm",
            contract + "/decline",
            contract + "/cancel",
            contract + "/canonical",
            contract + "/signatures",
            contract + "/disclosure",
            "/api/v1/keys",
            "/api/v1/keys/{kid}.pem",
            "/api/v1/sms/webhook",
            "/schemas/proof-1.json");
    List<String> operations = new ArrayList<>();
    document
        .path("paths")
        .forEach(path -> path.forEach(
            operation -> operations.add(operation.path("operationId").asText())));
    operations.removeIf(String::isEmpty);
    assertThat(operations).doesNotHaveDuplicates();
  }

  @Test
  void whatAHeaderAloneCanBringIsDocumentedOfEveryOperation(Api api) {
    JsonNode paths = api.get("/openapi?format=JSON").json().path("paths");

    paths.forEach(path -> path.forEach(operation -> {
      List<String> statuses = new ArrayList<>();
      operation.path("responses").fieldNames().forEachRemaining(statuses::add);
      assertThat(statuses)
          .as(operation.path("operationId").asText())
          .contains("400", "401", "403", "406", "413", "415");
    }));
    assertThat(paths.at("/~1api~1v1~1audit~1checkpoint/get/responses").has("404"))
        .isTrue();
  }

  @Test
  void theDocumentationCanBeReadByPeople(Api api) {
    assertThat(api.get("/openapi").text()).startsWith("---").contains("openapi: 3.");
    assertThat(api.get("/openapi/ui").header("Location")).endsWith("/openapi/ui/");
    Answer page = api.get("/openapi/ui/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
  }

  @Test
  void aRequestIdIsEchoedWhereItIsHarmless(Api api) {
    String id = "gateway-7." + UUID.randomUUID();

    assertThat(api.get("/", "X-Request-Id", id).header("X-Request-Id")).isEqualTo(id);
    Answer problem = api.get("/api/v1/nothing", "X-Request-Id", id);
    assertThat(problem.header("X-Request-Id")).isEqualTo(id);
    assertThat(problem.member("request_id")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "<script>",
        "\"x\"",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void elseOneIsMade(String sent, Api api) {
    String made = api.get("/", "X-Request-Id", sent).header("X-Request-Id");

    assertThat(made).matches("[0-9a-f-]{36}");
    assertThat(api.get("/").header("X-Request-Id")).matches("[0-9a-f-]{36}").isNotEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api",
        "/api/v1",
        "/api/v1/contract",
        "/api/v1/contracts/x",
        "/api/v1/contracts/AG-2024",
        "/api/v1/contracts/AG-2024-01",
        "/api/v1/contracts/AG-2024-001",
        "/api/v1/contracts/ag-2024-001",
        "/api/v1/contracts/ZZ-2024-001",
        "/api/v1/contracts/AG-9999-999999999999",
        "/api/v1/contracts/AG-2024-0000000000001",
        "/api/v1/contracts/AG-2024-001/status",
        "/api/v1/contracts/AG-2024-001/nothing",
        "/api/v1/contracts/AG-2024-001%27%20OR%201=1",
        "/container-error",
        "/WEB-INF/web.xml",
        "/WEB-INF/classes/META-INF/microprofile-config.properties",
        "/META-INF/microprofile-config.properties"
      })
  void whatIsNotThereIs404(String path, Api api) {
    assertProblem(api.get(path), 404, "OR 1");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /",
    "POST, /api/v1/contracts",
    "GET, /api/v1/contracts/create",
    "GET, /api/v1/contracts/create/manual",
    "DELETE, /api/v1/contracts/AG-2024-001",
    "POST, /api/v1/contracts/AG-2024-001",
    "GET, /api/v1/contracts/AG-2024-001/confirm",
    "POST, /api/v1/contracts/AG-2024-001/status",
    "PATCH, /api/v1/keys",
    "PUT, /api/v1/sms/webhook",
    "TRACE, /"
  })
  void anotherMethodIs405AndTheAllowedOnesAreNamed(String method, String path, Api api) {
    Answer answer = api.send(api.request(path).method(method, BodyPublishers.noBody()));

    assertProblem(answer, 405);
    assertThat(answer.header("Allow")).isNotBlank().doesNotContain(method + ",");
  }

  @Test
  void whatCannotBeGivenInTheWantedFormIs406(Api api) {
    assertProblem(api.get("/api/v1/contracts", "Accept", "text/html"), 406);
    assertThat(api.get("/api/v1/contracts", "Accept", "text/html, */*;q=0.1").status())
        .isEqualTo(200);
  }
}
