package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.RawHttp;
import org.voicepact.testing.VoicePactServer;

/** What pages of browsers may do, with the defaults of development: http://localhost:3000 is listed. */
@OnSharedServer
class BrowserIT {

  private static final String LISTED = "http://localhost:3000";
  private static final String FOREIGN = "https://evil.example";
  private static final String CREATE = "/api/v1/contracts/create/manual";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private static final PhoneRange PHONES = new PhoneRange(7960);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static String own(VoicePactServer server) {
    String address = server.uri("/").toString();
    return address.substring(0, address.length() - 1);
  }

  private static List<String> vary(Answer answer) {
    return answer.response().headers().allValues("Vary");
  }

  @Test
  void aListedPageMayReadAnswers(Api api) {
    Answer answer = api.get("/api/v1/keys", "Origin", LISTED, "Sec-Fetch-Site", "cross-site");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(LISTED);
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("ETag", "Location", "Retry-After", "X-Request-Id", "WWW-Authenticate");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(vary(answer)).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FOREIGN,
        "null",
        "http://localhost:3001",
        "https://localhost:3000",
        "http://test.local"
      })
  void anotherPageIsToldNothing(String origin, Api api) {
    Answer answer = api.get("/api/v1/keys", "Origin", origin);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
    assertThat(vary(answer)).contains("Origin");
  }

  @Test
  void whoIsNoBrowserIsToldNothingButThatTheOriginMatters(Api api) {
    Answer answer = api.get("/api/v1/keys");

    assertThat(answer.header(ALLOW_ORIGIN)).isEmpty();
    assertThat(vary(answer)).contains("Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/nothing, 404",
    "GET, /api/v1/contracts/AG-2024-001, 404",
    "DELETE, /api/v1/keys, 405",
    "GET, /api/v1/contracts?limit=x, 400",
    "POST, /api/v1/contracts/create/manual, 422"
  })
  void aListedPageMayReadProblems(String method, String path, int status, Api api) {
    Answer answer = api.send(api.request(path, "Origin", LISTED, "Content-Type", "application/json")
        .method(method, BodyPublishers.noBody()));

    assertProblem(answer, status);
    assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(LISTED);
  }

  @ParameterizedTest
  @CsvSource({"Authorization, Bearer nonsense, 401", "X-API-Key, nonsense, 403"})
  void aListedPageMayReadThatItsCredentialIsWrong(
      String header, String value, int status, Api api) {
    Answer answer = api.get("/api/v1/keys", "Origin", LISTED, header, value);

    assertProblem(answer, status);
    assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(LISTED);
  }

  @Test
  void aPreflightIsAnsweredBeforeAnythingElse(VoicePactServer server) {
    Answer answer = preflight(server, LISTED, "PUT", "content-type, x-api-key");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(LISTED);
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST, PUT, DELETE");
    assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("content-type, x-api-key");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("7200");
    assertThat(String.join(",", vary(answer)))
        .contains("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers");
  }

  @Test
  void aPreflightOfAnotherPageIsToldNothing(VoicePactServer server) {
    Answer answer = preflight(server, FOREIGN, "PUT", "content-type");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
  }

  private static Answer preflight(
      VoicePactServer server, String origin, String method, String headers) {
    // The OpenAPI document does not list OPTIONS.
    Api api = Api.undocumented(server);
    return api.send(api.request(
            CREATE,
            "Origin",
            origin,
            "Access-Control-Request-Method",
            method,
            "Access-Control-Request-Headers",
            headers)
        .method("OPTIONS", BodyPublishers.noBody()));
  }

  @Test
  void ourOwnAndListedPagesMayChangeThings(Api api, VoicePactServer server) {
    String body = Api.contract(seller, buyer);

    assertThat(api.post(CREATE, body, "Origin", LISTED, "Sec-Fetch-Site", "cross-site")
            .status())
        .isEqualTo(201);
    assertThat(api.post(CREATE, body, "Origin", own(server), "Sec-Fetch-Site", "same-origin")
            .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    FOREIGN + ", cross-site",
    FOREIGN + ", ",
    "null, ",
    "http://localhost:3001, same-site",
    ", cross-site"
  })
  void aPageOfAnotherSiteChangesNothing(String origin, String site, Api api) {
    String id = api.newContract(seller, buyer);

    Answer answer =
        api.send(api.request("/api/v1/contracts/" + id + "/decline", headers(origin, site))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"phone_number\": \"" + seller + "\"}")));

    assertProblem(answer, 403, seller);
    assertThat(answer.member("detail")).contains("another site", "CORS_ORIGINS");
    assertThat(answer.header(ALLOW_ORIGIN)).isEmpty();
    assertThat(api.contract(id).path("status").asText()).isEqualTo("pending");
  }

  private static String[] headers(String origin, String site) {
    if (origin == null) {
      return new String[] {"Sec-Fetch-Site", site};
    }
    return site == null
        ? new String[] {"Origin", origin}
        : new String[] {"Origin", origin, "Sec-Fetch-Site", site};
  }

  @Test
  void aFormOfAnotherSiteDoesNotReachTheWebhook(Api api) {
    String id = api.newContract(seller, buyer);
    Map<String, String> message = Map.of("from", seller, "text", "NO-" + id);

    assertProblem(
        api.form("/api/v1/sms/webhook", message, "Origin", FOREIGN, "Sec-Fetch-Site", "cross-site"),
        403,
        seller);

    assertThat(api.contract(id).path("status").asText()).isEqualTo("pending");
    assertThat(api.form("/api/v1/sms/webhook", message).status()).isEqualTo(200);
    assertThat(api.contract(id).path("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void twoOriginsAreRefused(VoicePactServer server) {
    String answer = RawHttp.send(
        server,
        "POST " + CREATE + " HTTP/1.1",
        "Content-Type: application/json\r\nOrigin: " + LISTED + "\r\nOrigin: " + LISTED + "\r\n",
        "{}");

    assertThat(RawHttp.status(answer)).isEqualTo(403);
  }
}
