package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;

/** AUTH_MODE=open with OPEN_READ=minimal: a stranger learns how far a contract is, and nothing of what it says. */
class MinimalReadingIT {

  private static TestedServer tested;
  private static Api api;

  @BeforeAll
  static void start() {
    tested = TestedServer.start(
        "access-minimal", "open", Map.of("OPEN_READ", "minimal", "ENVIRONMENT", "testing"));
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
            reading        | 401     | 403       403         403        200       | 401         401           403          200
            list           | 401     | 403       403         403        200       | 401         401           403          200
            evidence       | 401     | 403       403         403        200       | 401         401           403          200
            proof          | 401     | 403       403         403        200       | 401         401           403          200
            disclosure     | 401     | 403       403         403        200       | 401         401           403          200
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
  @ValueSource(strings = {"", "/status", "?phone_number=%2B254712345678"})
  void aStrangerSeesProgressAlone(String rest) {
    Answer answer = api.get("/api/v1/contracts/" + tested.contract() + rest);
    assertThat(answer.status()).isEqualTo(200);
    List<String> members = new ArrayList<>();
    answer.json().fieldNames().forEachRemaining(members::add);
    assertThat(members)
        .containsExactlyInAnyOrder(
            "contract_id",
            "contract_type",
            "status",
            "version",
            "created_at",
            "updated_at",
            "expires_at",
            "progress");
    assertThat(answer.text())
        .doesNotContain("Wanjiku", "Maize", "350000", "2547", "****", "KES", "seller");
  }

  @ParameterizedTest
  @ValueSource(strings = {"versions", "canonical", "signatures", "disclosure"})
  void theRestIsNotForStrangers(String part) {
    Answer answer = api.get("/api/v1/contracts/" + tested.contract() + "/" + part);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
  }

  @Test
  void whoMayReadSeesAll() {
    Answer answer =
        api.get("/api/v1/contracts/" + tested.contract(), TestedServer.key("only-contracts:read"));
    assertThat(answer.text()).contains("Wanjiku", "Maize", "+2547****5678");
  }

  @Test
  void whoHoldsAPaperMayCheckIt() {
    String hash = api.get(
            "/api/v1/contracts/" + tested.contract(), TestedServer.key("only-contracts:read"))
        .member("contract_hash");

    Answer page = api.get("/verify/" + tested.contract() + "/" + hash);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Maize, grade 1", "KES 350,000.00");
    assertThat(api.get("/api/v1/contracts/" + tested.contract()).text()).doesNotContain(hash);
  }

  @Test
  void testingHasNoAdministratorsKey() {
    assertThat(tested.server().dataDirectory().resolve("admin-key")).doesNotExist();
    assertThat(tested.server().console()).doesNotContain("administrator's API key was made");
  }
}
