package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** AUTH_MODE=api-key,jwt: either counts; the life of keys that are made, and of the tokens made with them. */
class EitherModeIT {

  private static TestedServer tested;
  private static Api api;

  @BeforeAll
  static void start() {
    tested = TestedServer.start(
        "access-either", "api-key,jwt", Map.of("ACCESS_TOKEN_EXPIRE_MINUTES", "30"));
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
            progress       | 401     | 403       403         403        200       | 401         401           403          200
            status         | 401     | 403       403         403        200       | 401         401           403          200
            reading        | 401     | 403       403         403        200       | 401         401           403          200
            list           | 401     | 403       403         403        200       | 401         401           403          200
            evidence       | 401     | 403       403         403        200       | 401         401           403          200
            proof          | 401     | 403       403         403        200       | 401         401           403          200
            disclosure     | 401     | 403       403         403        200       | 401         401           403          200
            writing        | 401     | 403       403         403        201       | 401         401           403          201
            sending        | 401     | 403       403         403        202       | 401         401           403          202
            notes          | 401     | 403       403         403        200       | 401         401           403          200
            noting         | 401     | 403       403         403        201       | 401         401           403          201
            acts           | 401     | 403       403         403        200       | 401         401           403          200
            administration | 401     | 403       403         403        200       | 401         401           403          200
            log            | 401     | 403       403         403        200       | 401         401           403          200
            exchange       | 401     | 403       403         200        200       | 401         401           403          403""");
  }

  @Test
  void aKeyIsShownOnce() {
    Answer made = tested.makeKey("bookkeeping", "contracts:read", null);
    assertThat(made.member("key"))
        .matches("vp_[a-z2-9]{10}_[A-Za-z0-9_-]{43}")
        .startsWith(made.member("prefix"));
    Answer list = api.get("/api/v1/api-keys", tested.administrator());
    assertThat(list.text()).contains(made.member("id")).doesNotContain(made.member("key"));
    assertThat(tested.server().console()).doesNotContain(made.member("key"));
  }

  @Test
  void theListSaysWhenAKeyWasUsed() {
    Answer made = tested.makeKey("used", "contracts:read", null);
    assertThat(listed(made.member("id")).has("last_used_at")).isFalse();
    api.get("/api/v1/contracts", TestedServer.key(made.member("key")));
    assertThat(Instant.parse(listed(made.member("id")).path("last_used_at").asText()))
        .isAfterOrEqualTo(Instant.parse(made.member("created_at")));
  }

  private static JsonNode listed(String id) {
    for (JsonNode key :
        api.get("/api/v1/api-keys", tested.administrator()).json().path("api_keys")) {
      if (key.path("id").asText().equals(id)) {
        return key;
      }
    }
    throw new AssertionError("not in the list: " + id);
  }

  @Test
  void aKeyIsExchangedForATokenThatDiesWithIt() {
    Answer made = tested.makeKey("short", "contracts:read", null);
    String[] key = TestedServer.key(made.member("key"));
    Answer token = api.post("/api/v1/auth/token", "{}", key);
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.member("token_type")).isEqualTo("Bearer");
    assertThat(token.json().path("expires_in").asLong()).isEqualTo(30 * 60);
    assertThat(token.member("scope")).isEqualTo("contracts:read");
    String[] bearer = TestedServer.bearer(token.member("access_token"));
    assertThat(api.get("/api/v1/contracts", bearer).status()).isEqualTo(200);
    assertThat(api.get("/api/v1/api-keys", bearer).status()).isEqualTo(403);

    assertThat(tested.delete(made.member("id")).status()).isEqualTo(204);
    Instant revoked = Instant.now();
    VoicePactServer.await(
        "the token dies with its key",
        () -> api.get("/api/v1/contracts", bearer).status() == 401);
    assertThat(Instant.now()).isBefore(revoked.plusSeconds(30));
    assertThat(api.get("/api/v1/contracts", key).status()).isEqualTo(403);
    assertThat(api.post("/api/v1/auth/token", "{}", key).status()).isEqualTo(403);
    assertThat(tested.delete(made.member("id")).status()).isEqualTo(204);
    assertThat(listed(made.member("id")).has("revoked_at")).isTrue();
  }

  @Test
  void aTokenEndsWithTheEndOfItsKey() {
    Answer made = tested.makeKey("ends", "contracts:read", Instant.now().plusSeconds(15));
    Answer token = api.post("/api/v1/auth/token", "{}", TestedServer.key(made.member("key")));
    String[] bearer = TestedServer.bearer(token.member("access_token"));
    assertThat(api.get("/api/v1/contracts", bearer).status()).isEqualTo(200);
    VoicePactServer.await(
        "the token ends with its key",
        () -> api.get("/api/v1/contracts", bearer).status() == 401);
  }

  @Test
  void anUnknownKeyCannotBeRevoked() {
    assertThat(tested.delete("abcdefghij").status()).isEqualTo(404);
    assertThat(tested.delete("API_KEY").status()).isEqualTo(404);
  }

  @Test
  void aTokenMayBeNarrowerThanItsKeyButNotWider() {
    String[] key = TestedServer.key(TestedServer.allBut("admin"));
    Answer narrow = api.post("/api/v1/auth/token", "{\"scope\": \"payments\"}", key);
    assertThat(narrow.status()).isEqualTo(200);
    assertThat(narrow.member("scope")).isEqualTo("payments");
    String[] bearer = TestedServer.bearer(narrow.member("access_token"));
    assertThat(api.get("/api/v1/contracts", bearer).status()).isEqualTo(403);

    Answer wide = api.post("/api/v1/auth/token", "{\"scope\": \"payments admin\"}", key);
    assertThat(wide.status()).isEqualTo(403);
    assertThat(wide.member("detail")).isEqualTo("The scope of this credential does not allow it");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {"scope": "contracts:reed"}          | 422 | /scope
          {"scope": ""}                        | 422 | /scope
          {"scope": " "}                       | 422 | /scope
          {"scope": "payments,admin"}          | 422 | /scope
          {"scope": "party"}                   | 422 | /scope
          {"scope": ["payments"]}              | 422 | /scope
          {"scopes": "payments"}               | 422 | /scopes
          {"scope": "payments"                 | 400 |
          []                                   | 400 |
          """)
  void whatIsNoRequestForATokenIsRefused(String body, int status, String pointer) {
    refused(
        api.post("/api/v1/auth/token", body, TestedServer.key("only-payments")), status, pointer);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          {"scopes": ["admin"]}                                                          | 422 | /name
          {"name": "", "scopes": ["admin"]}                                              | 422 | /name
          {"name": 7, "scopes": ["admin"]}                                               | 422 | /name
          {"name": "a"}                                                                  | 422 | /scopes
          {"name": "a", "scopes": []}                                                    | 422 | /scopes
          {"name": "a", "scopes": "admin"}                                               | 422 | /scopes
          {"name": "a", "scopes": ["root"]}                                              | 422 | /scopes
          {"name": "a", "scopes": ["admin", "party"]}                                    | 422 | /scopes
          {"name": "a", "scopes": ["admin", null]}                                       | 422 | /scopes
          {"name": "a", "scopes": ["admin"], "expires_at": "2020-01-01T00:00:00Z"}       | 422 | /expires_at
          {"name": "a", "scopes": ["admin"], "expires_at": "+10000-01-01T00:00:00Z"}     | 422 | /expires_at
          {"name": "a", "scopes": ["admin"], "expires_at": "2030-01-01"}                 | 422 | /expires_at
          {"name": "a", "scopes": ["admin"], "expires_at": "2030-01-01T00:00:00"}        | 422 | /expires_at
          {"name": "a", "scopes": ["admin"], "expires_at": ""}                           | 422 | /expires_at
          {"name": "a", "scopes": ["admin"], "expires_at": 1893456000}                   | 422 | /expires_at
          {"name": "a", "scopes": ["admin"], "expires": "2030-01-01T00:00:00Z"}          | 422 | /expires
          {"name": "a", "scopes": ["admin"]                                              | 400 |
          """)
  void whatIsNoRequestForAKeyIsRefused(String body, int status, String pointer) {
    refused(api.post("/api/v1/api-keys", body, tested.administrator()), status, pointer);
  }

  private static void refused(Answer answer, int status, String pointer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    if (pointer != null) {
      assertThat(answer.faults()).containsExactly(pointer);
    }
  }
}
