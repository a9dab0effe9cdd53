package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.voicepact.testing.Answer;

/** AUTH_MODE=api-key: no tokens, and nothing without a key. */
class ApiKeyModeIT {

  private static final String PLAIN = "Wq5Te8Yr2Ui7Op3As9Df4Gh6Jk1Lz0Xc";

  private static TestedServer tested;

  @BeforeAll
  static void start() {
    tested = TestedServer.start(
        "access-key", "api-key", Map.of("API_KEY", PLAIN, "ENVIRONMENT", "testing"));
  }

  @AfterAll
  static void stop() {
    tested.close();
  }

  @TestFactory
  Stream<DynamicTest> eachRequestWithEachCredential() {
    return new AccessTable(tested, "ApiKey").tests("""
            request        | nothing | key-wrong key-expired key-narrow key-right | token-wrong token-expired token-narrow token-right
            public         | 200     | 403       403         200        200       | 401         401           401          401
            progress       | 401     | 403       403         403        200       | 401         401           401          401
            status         | 401     | 403       403         403        200       | 401         401           401          401
            reading        | 401     | 403       403         403        200       | 401         401           401          401
            list           | 401     | 403       403         403        200       | 401         401           401          401
            evidence       | 401     | 403       403         403        200       | 401         401           401          401
            proof          | 401     | 403       403         403        200       | 401         401           401          401
            disclosure     | 401     | 403       403         403        200       | 401         401           401          401
            writing        | 401     | 403       403         403        201       | 401         401           401          401
            sending        | 401     | 403       403         403        202       | 401         401           401          401
            notes          | 401     | 403       403         403        200       | 401         401           401          401
            noting         | 401     | 403       403         403        201       | 401         401           401          401
            acts           | 401     | 403       403         403        200       | 401         401           401          401
            administration | 401     | 403       403         403        200       | 401         401           401          401
            log            | 401     | 403       403         403        200       | 401         401           401          401
            exchange       | 401     | 403       403         401        401       | 401         401           401          401""");
  }

  @Test
  void thePlainKeyOpensEverything() {
    for (String path : new String[] {"/api/v1/api-keys", "/api/v1/contracts"}) {
      assertThat(tested.api().get(path, "X-API-Key", PLAIN).status()).isEqualTo(200);
    }
  }

  @Test
  void partiesCannotSignIn() {
    Answer answer = tested.api().post("/api/v1/auth/otp", "{\"phone_number\": \"+254712345678\"}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.member("detail")).startsWith("This server takes no tokens");
  }
}
