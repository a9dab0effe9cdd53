package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.VoicePactServer;

/** Where somebody comes to who opens an address that only takes forms. */
@OnSharedServer
class FormAddressesIT {

  private static final String PERSON = "text/html,application/xhtml+xml,*/*;q=0.8";

  @ParameterizedTest
  @CsvSource({
    "contracts/AG-2026-000001/cancel, contracts/AG-2026-000001",
    "contracts/new/words, contracts/new",
    "operators/asha, operators",
    "operators/asha/password, operators",
    "keys/x/revoke, keys",
    "me/password, me",
    "notices/1/seen, notices",
    "audit/verify, audit"
  })
  void itLeadsToItsPage(String action, String page, Api api, VoicePactServer server) {
    Answer answer = api.get("/console/" + action, Administrator.of(server));
    Answer opened = api.get("/console/" + action, "Accept", PERSON);

    assertThat(answer.status()).as("a program asks").isIn(404, 405);
    assertThat(opened.status()).as(opened.toString()).isEqualTo(303);
    assertThat(opened.header("Location")).isEqualTo("/console/" + page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign-in", "sign-out", "again"})
  void theDoorLeadsToTheDoor(String action, Api api) {
    assertThat(api.get("/console/" + action, "Accept", PERSON).header("Location"))
        .isEqualTo("/console");
  }
}
