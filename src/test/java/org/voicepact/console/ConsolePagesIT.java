package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.VoicePactServer;

/** What pages of the console answer to whom, over HTTP. */
class ConsolePagesIT {

  private static final String PASSWORD = "a plain long sentence";
  private static final String SELLER = "+254712346001";
  private static final String BUYER = "+254722346002";
  private static final int LARGEST_VIEW = 100_000;
  private static final Pattern REFERRED =
      Pattern.compile("(?:href|src)=\"(/console/assets/[^\"]+)\"");

  private static VoicePactServer server;
  private static Api api;
  private static Browser admin;
  private static String id;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("ADMIN_USER", "boss");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    server = VoicePactServer.start("console-pages", settings);
    api = Api.undocumented(server);
    admin = Browser.of(api, "boss", PASSWORD);
    for (String role : List.of("viewer", "officer", "mediator")) {
      admin.post(
          "/api/v1/admin/operators",
          "{\"name\": \"" + role + "\", \"role\": \"" + role + "\", \"password\": \"" + PASSWORD
              + "\"}");
    }
    id = api.newContract(SELLER, BUYER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theStartPageIsTheFormToSignIn() {
    Answer page = api.get("/console");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.text()).contains("<html lang=\"en\"", "action=\"/console/sign-in\"");
  }

  @ParameterizedTest
  @CsvSource({"sw, Ingia", "'fr-CA,fr;q=0.8', Connexion", "de, Sign in"})
  void itSpeaksTheLanguageOfTheBrowser(String accepted, String title) {
    assertThat(api.get("/console", "Accept-Language", accepted).text())
        .contains("<h1>" + title + "</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contracts", "overview", "keys", "me", "contracts/AG-2026-000001?x=1"})
  void whoIsNotSignedInIsLedToTheForm(String page) {
    Answer answer = api.get("/console/" + page);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location"))
        .isEqualTo("/console?next=" + Api.encoded("/console/" + page));
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void whoIsNotSignedInChangesNothing() {
    Answer answer = api.form("/console/contracts/" + id + "/cancel", Map.of("/reason", "x"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).contains("nothing was done yet", "name=\"/reason\" value=\"x\"");
    assertThat(api.contract(id).path("status").asText()).isEqualTo("pending");
  }

  @Test
  void withoutTheTokenOfTheSessionAFormDoesNothing() {
    Answer answer = admin.form("/console/contracts/" + id + "/cancel", Map.of("/reason", "x"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.mediaType()).isEqualTo("text/html");
    assertThat(api.contract(id).path("status").asText()).isEqualTo("pending");
  }

  @ParameterizedTest
  @CsvSource({
    "viewer, contracts, 200", "viewer, overview, 200", "viewer, me, 200",
        "viewer, contracts/new, 403",
    "viewer, messages, 403", "viewer, keys, 403", "officer, contracts/new, 200",
        "officer, messages, 200",
    "officer, audit, 403", "officer, operators, 403", "mediator, contracts/new, 200",
        "mediator, settings, 403",
    "boss, keys, 200", "boss, audit, 200", "boss, operators, 200", "boss, settings, 200"
  })
  void eachRoleSeesItsPages(String name, String page, int status) {
    Answer answer = Browser.of(api, name, PASSWORD).get("/console/" + page);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.mediaType()).isEqualTo("text/html");
  }

  @Test
  void numbersAreWholeForThoseWhoCallAndMaskedForOthers() {
    assertThat(
            Browser.of(api, "viewer", PASSWORD).get("/console/contracts/" + id).text())
        .contains("+2547****6001")
        .doesNotContain(SELLER, "Cancel the contract");
    assertThat(
            Browser.of(api, "officer", PASSWORD).get("/console/contracts/" + id).text())
        .contains(SELLER, "Cancel the contract");
  }

  @Test
  void theFirstViewsAreSmall() {
    for (String path : List.of(
        "/console", "/console/contracts", "/console/contracts/" + id, "/console/overview")) {
      Answer page = admin.get(path.equals("/console") ? "/console/contracts?q=" : path);
      int size = page.bytes().length;
      Matcher files = REFERRED.matcher(page.text());
      java.util.Set<String> seen = new java.util.HashSet<>();
      while (files.find()) {
        if (seen.add(files.group(1))) {
          Answer file = api.get(files.group(1));
          assertThat(file.status()).isEqualTo(200);
          assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
          size += file.bytes().length;
        }
      }
      assertThat(seen).hasSizeGreaterThan(2);
      assertThat(size).as(path).isLessThan(LARGEST_VIEW);
    }
  }

  @Test
  void aFilterThatCannotBeReadIsSaidOnThePage() {
    Answer page = admin.get("/console/contracts?created_after=soon");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text())
        .startsWith("<!DOCTYPE html>")
        .contains("id=\"refusal\"", "value=\"soon\"");
  }

  @Test
  void theListIsNarrowedToThoseWhoseTurnItIs() {
    assertThat(admin.get("/console/contracts?waits_for=seller").text())
        .contains(
            "<option value=\"seller\" selected>Seller</option>",
            id,
            "href=\"/console/contracts\">Clear all filters");
    assertThat(admin.get("/console/contracts?waits_for=office").text()).doesNotContain(id);
  }

  /** As if the reader had typed them. */
  @Test
  void aLinkShowsNoWordsOfSomebodyElse() {
    assertThat(admin.get("/console/contracts?%2Freason=Call+0700+000+000").text())
        .contains("Search contracts")
        .doesNotContain("Call 0700");
  }

  @Test
  void thereAreNoOtherFiles() {
    for (String path : List.of(
        "x/console.css", "../console.css", "..%2f..%2fMETA-INF/x", "000000000000/console.js")) {
      assertThat(api.get("/console/assets/" + path).status()).as(path).isIn(400, 404);
    }
  }

  @Test
  void whatTheApiRefusesStandsBesideItsField() {
    Browser officer = Browser.of(api, "officer", PASSWORD);

    Answer page = officer.ownForm(
        "/console/contracts/new",
        Map.of(
            "/product",
            "Maize",
            "/total_amount",
            "many",
            "/parties/0/role",
            "seller",
            "/parties/1/role",
            "buyer",
            "/parties/0/phone_number",
            SELLER));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text())
        .contains(
            "id=\"f-total_amount-fault\">must be a number<", "value=\"many\"", "value=\"Maize\"")
        .contains("id=\"f-parties-1-phone_number-fault\">is required<");
  }

  /** As by a double click where no script disables the button. */
  @Test
  void aFormThatIsSentTwiceMakesOneContract() {
    Browser officer = Browser.of(api, "officer", PASSWORD);
    Matcher once = Pattern.compile("name=\"once\" value=\"([^\"]+)\"")
        .matcher(officer.get("/console/contracts/new").text());
    assertThat(once.find()).isTrue();
    Map<String, String> form =
        new HashMap<>(Map.of("once", once.group(1), "/product", "Maize", "/total_amount", "100"));
    form.putAll(Map.of(
        "/parties/0/role",
        "seller",
        "/parties/0/phone_number",
        SELLER,
        "/parties/1/role",
        "buyer",
        "/parties/1/phone_number",
        "+254722556199"));

    Answer first = officer.ownForm("/console/contracts/new", form);
    Answer again = officer.ownForm("/console/contracts/new", form);

    assertThat(first.status()).as(first.toString()).isEqualTo(303);
    assertThat(again.status()).as(again.toString()).isEqualTo(303);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void aKeyThatWasRefusedKeepsItsLastDay() {
    Answer refused =
        admin.ownForm("/console/keys", Map.of("/name", "Bookkeeping", "/expires_at", "2031-12-31"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("value=\"2031-12-31\"");
  }

  @Test
  void withoutWordsThereIsNothingToFillInFrom() {
    Answer refused = Browser.of(api, "officer", PASSWORD)
        .ownForm("/console/contracts/new/words", Map.of("/product", "Maize"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("href=\"#f-transcript\"", "id=\"f-transcript-fault\"");
  }

  @Test
  void aPasswordThatIsRefusedIsShownBesideItsPerson() {
    Answer refused =
        admin.ownForm("/console/operators/viewer/password", Map.of("/password", "short"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("href=\"#f-viewer-password\"", "id=\"f-viewer-password-fault\"", "<details open>")
        .doesNotContain("id=\"f-password-fault\"");
  }

  @Test
  void aKeyIsShownOnceAndRevoked() {
    Answer made =
        admin.ownForm("/console/keys", Map.of("/name", "Bookkeeping", "/scopes", "contracts:read"));
    Matcher key = Pattern.compile("id=\"key\">(vp_[^<]+)<").matcher(made.text());
    assertThat(made.status()).isEqualTo(200);
    assertThat(key.find()).isTrue();
    assertThat(api.get("/api/v1/contracts", "X-API-Key", key.group(1)).status()).isEqualTo(200);
    assertThat(admin.get("/console/keys").text())
        .doesNotContain(key.group(1))
        .contains("Bookkeeping");

    String name = key.group(1).split("_")[1];
    assertThat(admin.ownForm("/console/keys/" + name + "/revoke", Map.of()).header("Location"))
        .isEqualTo("/console/keys?done=revoked");
    assertThat(api.get("/api/v1/contracts", "X-API-Key", key.group(1)).status()).isEqualTo(403);
  }

  @Test
  void theOperatorsOwnLanguageGoesBeforeTheBrowsers() {
    Browser mediator = Browser.of(api, "mediator", PASSWORD);

    assertThat(mediator.ownForm("/console/me", Map.of("/language", "fr")).status())
        .isEqualTo(303);
    assertThat(mediator.get("/console/contracts").text())
        .contains("<html lang=\"fr\"", "Nouveau contrat");
  }

  @Test
  void theLogIsVerifiedByAButton() {
    Answer page = admin.ownForm("/console/audit/verify", Map.of());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("The log is as it was signed");
  }

  @Test
  void wordsBecomeTermsWithoutAScript() {
    Answer page = Browser.of(api, "officer", PASSWORD)
        .ownForm(
            "/console/contracts/new/words",
            Map.of("/transcript", "100 bags of maize at 3,500 shillings each, 360,000 in total"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("value=\"100\"", "id=\"questions\"", "f-quantity-words");
  }
}
