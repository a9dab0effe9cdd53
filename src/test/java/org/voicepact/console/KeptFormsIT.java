package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** A form that is not carried out gives back what was typed into it. */
class KeptFormsIT {

  private static final String PASSWORD = "a plain long sentence";
  private static final String TYPED = "Wanjiku called; <b>the rains</b> began";
  private static final String SHOWN = "Wanjiku called; &lt;b&gt;the rains&lt;/b&gt; began";
  private static final String PERSON = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private static VoicePactServer server;
  private static Api api;
  private static Browser admin;
  private static String id;
  private static String notes;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("ADMIN_USER", "boss");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    server = VoicePactServer.start("kept-forms", settings);
    api = Api.undocumented(server);
    admin = Browser.of(api, "boss", PASSWORD);
    for (String name : List.of("asha", "gone")) {
      admin.post(
          "/api/v1/admin/operators",
          "{\"name\": \"" + name + "\", \"role\": \"officer\", \"password\": \"" + PASSWORD
              + "\"}");
    }
    id = api.newContract("+254712346101", "+254722346102");
    notes = "/console/contracts/" + id + "/notes";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Browser officer() {
    return Browser.of(api, "asha", PASSWORD);
  }

  /** The session is over, and the browser does not know. */
  private static Browser signedOut() {
    Browser browser = officer();
    String cookie = browser.cookie("voicepact");
    browser.ownForm("/console/sign-out", Map.of());
    browser.setCookie("voicepact", cookie);
    return browser;
  }

  private static JsonNode noted(String text) {
    for (JsonNode note :
        officer().get("/api/v1/contracts/" + id + "/notes").json().path("notes")) {
      if (note.path("text").asText().equals(text)) {
        return note;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static String token(Answer page) {
    Matcher token = TOKEN.matcher(page.text());
    assertThat(token.find()).as(page.text()).isTrue();
    return token.group(1);
  }

  private static void assertKept(Answer page, int status) {
    assertThat(page.status()).as(page.toString()).isEqualTo(status);
    assertThat(page.mediaType()).isEqualTo("text/html");
    // With a cookie the server adds something.
    assertThat(page.header("Cache-Control")).startsWith("no-store");
    assertThat(page.text()).contains("What you typed is still here", SHOWN).doesNotContain("<b>");
  }

  @Test
  void afterTheSessionTheFormWaitsBehindTheDoor() {
    Browser browser = signedOut();
    Map<String, String> form = new HashMap<>(Map.of("/text", TYPED, "csrf", "of-the-old-session"));

    Answer over = browser.form(notes, form);
    assertKept(over, 401);
    assertThat(over.text())
        .contains(
            "action=\"/console/again\"",
            "name=\"action\" value=\"" + notes + "\"",
            "name=\"/text\" value=\"" + SHOWN + "\"")
        .doesNotContain("of-the-old-session");

    Map<String, String> again =
        new HashMap<>(Map.of("/text", TYPED, "action", notes, "name", "asha", "password", "wrong"));
    Answer wrong = browser.form("/console/again", again);
    assertKept(wrong, 401);
    assertThat(wrong.text())
        .contains("Name or password is wrong", "value=\"" + notes + "\"")
        .doesNotContain("value=\"wrong\"");

    again.put("password", PASSWORD);
    Answer inside = browser.form("/console/again", again);
    assertKept(inside, 200);
    assertThat(inside.text())
        .contains("<form method=\"post\" action=\"" + notes + "\">", "name=\"review\"")
        .doesNotContain(PASSWORD);
    assertThat(noted(TYPED).isMissingNode()).isTrue();

    String csrf = token(inside);
    Answer page = browser.form(notes, Map.of("/text", TYPED, "review", "true", "csrf", csrf));
    assertThat(page.status()).as(page.toString()).isEqualTo(200);
    assertThat(page.text()).contains("rows=\"2\" maxlength=\"1000\" required", ">" + SHOWN + "<");
    assertThat(noted(TYPED).isMissingNode()).isTrue();

    Answer done = browser.form(notes, Map.of("/text", TYPED, "csrf", token(page)));
    assertThat(done.header("Location")).isEqualTo("/console/contracts/" + id + "?done=noted");
    assertThat(noted(TYPED).isMissingNode()).isFalse();
  }

  @Test
  void aTokenOfAnotherSessionCarriesNothingOutAndLosesNothing() {
    Browser browser = officer();
    String text = TYPED + " again";

    Answer refused =
        browser.form(notes, Map.of("/text", text, "csrf", officer().csrfToken(), "review", ""));

    assertKept(refused, 403);
    assertThat(refused.text()).contains("opened before you signed in", "name=\"review\"");
    assertThat(token(refused)).isEqualTo(browser.csrfToken());
    assertThat(noted(text).isMissingNode()).isTrue();
  }

  @Test
  void whereNothingWasTypedTheDoorLeadsBackToThePage() {
    Answer over = signedOut().form("/console/contracts/" + id + "/resend", Map.of("csrf", "x"));

    assertThat(over.status()).isEqualTo(303);
    assertThat(over.header("Location"))
        .isEqualTo("/console?next=" + Api.encoded("/console/contracts/" + id) + "&failed=over");
  }

  @Test
  void noPasswordIsRepeated() {
    Answer over = api.form(
        "/console/operators",
        Map.of("/name", "otieno", "/display_name", TYPED, "/password", "another long sentence"));

    assertKept(over, 401);
    assertThat(over.text())
        .contains("Passwords are not kept here")
        .doesNotContain("another long sentence");
    assertThat(
            api.form("/console/me/password", Map.of("/password", "another one")).status())
        .isEqualTo(303);
  }

  @Test
  void whatAnotherSiteSendsIsNotShownAsIfItWasTyped() {
    Answer refused = officer()
        .form(
            notes,
            Map.of("/text", TYPED),
            "Origin",
            "https://evil.example",
            "Sec-Fetch-Site",
            "cross-site",
            "Accept",
            PERSON);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.mediaType()).isEqualTo("text/html");
    assertThat(refused.text()).doesNotContain("Wanjiku called");
  }

  @Test
  void aFormOfAnySizeIsNotKept() {
    Answer over = api.form(notes, Map.of("/text", "x".repeat(40_001)));

    assertThat(over.status()).isEqualTo(303);
  }

  @Test
  void whoMayNoLongerDoItSeesWhatWasTyped() {
    Browser gone = Browser.of(api, "gone", PASSWORD);
    Answer refused = gone.ownForm("/console/keys", Map.of("/name", TYPED));

    assertKept(refused, 403);
    assertThat(refused.text())
        .contains("The role of this operator does not allow it")
        .doesNotContain("name=\"review\"");
  }

  @Test
  void theWayThroughTheDoorEndsWhereTheFormIsNotOnesOwn() {
    Browser browser = signedOut();
    Map<String, String> again =
        Map.of("/name", TYPED, "action", "/console/keys", "name", "asha", "password", PASSWORD);
    Answer inside = browser.form("/console/again", again);
    assertThat(inside.text()).contains("name=\"review\"");

    Answer refused = browser.form(
        "/console/keys", Map.of("/name", TYPED, "review", "true", "csrf", token(inside)));

    assertKept(refused, 403);
    assertThat(refused.text())
        .doesNotContain("name=\"review\"")
        .contains("href=\"/console/keys\">Go on without it");
  }

  @Test
  void whatIsNotThereIsSaidWithoutAFormToGoOnWith() {
    Answer refused =
        officer().ownForm("/console/contracts/AG-2000-000001/notes", Map.of("/text", TYPED));

    assertKept(refused, 404);
    assertThat(refused.text()).doesNotContain("name=\"review\"");
  }

  @Test
  void whatTheStateForbidsStandsOnThePageOfTheForm() {
    String contract = api.newContract("+254712346103", "+254722346104");
    Map<String, String> decision = Map.of("/outcome", "cancelled", "/reason", "No trucks at all");

    Answer refused = admin.ownForm("/console/contracts/" + contract + "/resolve", decision);

    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.text()).contains("id=\"refusal\"", "<h1>" + contract + "</h1>");
    Answer absent = admin.ownForm("/console/operators/nobody", Map.of("/role", "viewer"));
    assertThat(absent.status()).as(absent.toString()).isEqualTo(404);
    assertThat(absent.text()).contains("id=\"refusal\"", "<h2>New person</h2>");
  }

  @Test
  void whatHasNoPlaceOnThePageAnyMoreIsShownToBeRead() {
    String contract = api.newContract("+254712346107", "+254722346108");
    String path = "/console/contracts/" + contract;
    Map<String, String> form = new HashMap<>(Map.of("/reason", TYPED));
    assertThat(admin.get(path).text()).contains("name=\"/reason\"");
    api.act(contract, "confirm", "+254712346107");
    api.act(contract, "confirm", "+254722346108");

    Answer refused = admin.ownForm(path + "/cancel", form);
    form.put("review", "true");
    Answer again = admin.ownForm(path + "/cancel", form);

    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(again.status()).as(again.toString()).isEqualTo(200);
    assertThat(again.text())
        .contains("Nothing was done. This page has changed meanwhile")
        .doesNotContain("The form is filled in");
    for (Answer page : List.of(refused, again)) {
      assertThat(page.text())
          .contains(
              "<details class=\"card\" id=\"left\">", "<dt>Reason</dt><dd class=\"typed\">" + SHOWN)
          .doesNotContain("name=\"/reason\"", "<b>");
    }
  }

  /** So that a press on the button of a kept form is never more than a look at it. */
  @Test
  void whatIsOnlyToBeShownIsNotDone() {
    admin.ownForm("/console/keys", Map.of("/name", "Kept", "/scopes", "contracts:read"));
    Matcher key = Pattern.compile("/console/keys/([^/\"]+)/revoke")
        .matcher(admin.get("/console/keys").text());
    assertThat(key.find()).isTrue();

    Answer revoke = admin.ownForm(
        "/console/keys/" + key.group(1) + "/revoke", Map.of("review", "true", "/text", "x"));
    Answer signOut = admin.ownForm("/console/sign-out", Map.of("review", "true"));
    Answer cancel = admin.ownForm(
        "/console/contracts/" + id + "/cancel", Map.of("review", "true", "/reason", "x"));
    Answer stop =
        admin.ownForm("/console/operators/gone", Map.of("review", "true", "/active", "false"));

    assertThat(revoke.header("Location")).isEqualTo("/console/keys");
    assertThat(signOut.header("Set-Cookie")).isEmpty();
    assertThat(cancel.text()).contains("Nothing was done yet", "<details open>");
    assertThat(stop.status()).isEqualTo(200);
    assertThat(admin.get("/console/keys").text()).contains(key.group(1));
    assertThat(api.contract(id).path("status").asText()).isEqualTo("pending");
    assertThat(Browser.of(api, "gone", PASSWORD).get("/console/contracts").status())
        .isEqualTo(200);
  }

  @Test
  void aButtonOfAnOldPageIsRefusedOnAPage() {
    Answer refused = officer().form("/console/sign-out", Map.of("csrf", "old"), "Accept", PERSON);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.mediaType()).isEqualTo("text/html");
    assertThat(refused.text()).contains("opened before you signed in", "href=\"/console\"");
  }
}
