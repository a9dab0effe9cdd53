package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** Forms that come more often than they may give back what was typed, too. */
class FormsTooOftenIT {

  private static final String PASSWORD = "a plain long sentence";
  private static final String TYPED = "Wanjiku called";
  private static final int MOST = 3;
  private static final int MOST_OF_ALL = 20;

  private static VoicePactServer server;
  private static Api api;
  private static Browser admin;
  private static String id;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("ADMIN_USER", "boss");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    settings.put("RATE_LIMIT_CREATE", MOST + "/hour");
    settings.put("RATE_LIMIT_CONFIRM", MOST + "/hour");
    settings.put("RATE_LIMIT_DEFAULT", MOST_OF_ALL + "/hour");
    server = VoicePactServer.start("forms-too-often", settings);
    api = Api.undocumented(server);
    admin = Browser.of(api, "boss", PASSWORD);
    id = api.newContract("+254712346101", "+254722346102");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertTooOften(Answer page) {
    assertThat(page.status()).as(page.toString()).isEqualTo(429);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.header("Retry-After")).isNotEmpty();
    assertThat(page.text()).contains("id=\"refusal\"");
  }

  @Test
  void aNewContractStaysInItsFormAndALookAtWordsIsFree() {
    Map<String, String> words = Map.of("/transcript", "I sell 100 bags of maize");
    for (int i = 0; i < MOST; i++) {
      assertThat(admin.ownForm("/console/contracts/new", words).status()).isEqualTo(200);
    }
    Map<String, String> form = Map.of("/product", TYPED, "/total_amount", "many");
    for (int i = 0; i < MOST; i++) {
      assertThat(admin.ownForm("/console/contracts/new", form).status()).isEqualTo(422);
    }

    Answer refused = admin.ownForm("/console/contracts/new", form);

    assertTooOften(refused);
    assertThat(refused.text()).contains("name=\"/product\" type=\"text\" value=\"" + TYPED + "\"");
    assertThat(admin.ownForm("/console/contracts/new", words).text())
        .contains("No contract was made yet");
  }

  @Test
  void whatIsRefusedBeforeItComesToItsPageIsKept() {
    String notes = "/console/contracts/" + id + "/notes";
    for (int i = 0; i < MOST; i++) {
      assertThat(admin.ownForm(notes, Map.of("/text", TYPED)).status()).isEqualTo(303);
    }

    Answer refused = admin.ownForm(notes, Map.of("/text", TYPED));

    assertTooOften(refused);
    assertThat(refused.text())
        .contains("What you typed is still here", "name=\"/text\" value=\"" + TYPED + "\"");
  }

  @Test
  void soIsWhatASessionSendsThatIsOver() {
    for (int i = 0; i < MOST_OF_ALL; i++) {
      api.get("/api/v1/contracts/" + id);
    }
    assertThat(api.get("/api/v1/contracts/" + id).status()).isEqualTo(429);

    Answer refused = api.form("/console/contracts/" + id + "/notes", Map.of("/text", TYPED));

    assertTooOften(refused);
    assertThat(refused.text())
        .contains("action=\"/console/again\"", "name=\"/text\" value=\"" + TYPED + "\"");
  }
}
