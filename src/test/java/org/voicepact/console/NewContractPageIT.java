package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.Sha256;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.Chromium;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A contract that is made by the form, with the words of the deal and without. */
@OnSharedServer
class NewContractPageIT {

  private static final PhoneRange PHONES = new PhoneRange(5150);
  private static final String PATH = "/console/contracts/new";
  private static final String PASSWORD = "a plain long sentence";
  private static final Pattern REVIEWED =
      Pattern.compile("name=\"reviewed\" value=\"([0-9a-f]+)\"");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private static final String WORDS =
      "I sell 100 bags of maize at 3,500 shillings each, 350,000 in total, deliver to Nakuru";

  private Browser officer;
  private final Map<String, String> form = new LinkedHashMap<>();

  @BeforeEach
  void signIn(Api api, VoicePactServer server) {
    String[] key = Administrator.of(server);
    api.post(
        "/api/v1/admin/operators",
        "{\"name\": \"makes-contracts\", \"role\": \"officer\", \"password\": \"" + PASSWORD
            + "\"}",
        key);
    officer = Browser.of(api, "makes-contracts", PASSWORD);
    form.putAll(Map.of(
        "/parties/0/role",
        "seller",
        "/parties/0/phone_number",
        PHONES.next(),
        "/parties/1/role",
        "buyer",
        "/parties/1/phone_number",
        PHONES.next()));
  }

  private Answer sent() {
    return officer.ownForm(PATH, form);
  }

  private int made() {
    return officer
        .get("/api/v1/contracts?q=" + Api.encoded(form.get("/parties/0/phone_number")))
        .json()
        .path("contracts")
        .size();
  }

  private static String found(Pattern pattern, Answer page) {
    Matcher matcher = pattern.matcher(page.text());
    assertThat(matcher.find()).as(page.text()).isTrue();
    return matcher.group(1);
  }

  private static void assertReviewed(Answer page) {
    assertThat(page.text())
        .contains("value=\"100\"", "value=\"350000\"", "id=\"f-quantity-words\"", "Nakuru</q>");
  }

  @Test
  void pastedWordsAreFilledInForReviewBeforeAContractIsMade() {
    form.put("/transcript", WORDS);

    Answer page = sent();

    assertThat(page.status()).as(page.toString()).isEqualTo(200);
    assertThat(page.text()).contains("No contract was made yet");
    assertReviewed(page);
    assertThat(made()).isZero();

    form.put("reviewed", found(REVIEWED, page));
    form.putAll(Map.of("/product", "Maize", "/quantity", "120", "/total_amount", "420000"));
    Answer next = sent();

    assertThat(next.status()).as(next.toString()).isEqualTo(303);
    assertThat(made()).isEqualTo(1);
    assertThat(officer.get(next.header("Location")).text()).contains("420,000");
  }

  @Test
  void whatWasTypedStaysBesideWhatTheWordsSay() {
    form.putAll(Map.of("/transcript", WORDS, "/quantity", "120"));

    assertThat(sent().text())
        .contains("No contract was made yet", "value=\"120\"", "value=\"350000\"")
        .doesNotContain("id=\"f-quantity-words\"");
  }

  @Test
  void wordsThatSayNothingAreSaidToSayNothing() {
    form.put("/transcript", "Good morning");

    Answer page = sent();

    assertThat(page.text())
        .contains("No contract was made yet, as no terms were found")
        .doesNotContain("id=\"questions\"");
    form.put("reviewed", found(REVIEWED, page));
    assertThat(sent().status()).isEqualTo(303);
  }

  @Test
  void otherWordsThanThoseThatWereReviewedAreReviewed() {
    form.put("/transcript", "Good morning");
    form.put("reviewed", found(REVIEWED, sent()));
    form.put("/transcript", WORDS);

    assertThat(sent().text()).contains("No contract was made yet");
    assertThat(made()).isZero();
  }

  @Test
  void whereTheApiRefusesTheReviewIsStillThere() {
    form.put("/transcript", WORDS);
    form.put("reviewed", found(REVIEWED, officer.ownForm("/console/contracts/new/words", form)));
    form.putAll(Map.of("/quantity", "100", "/total_amount", "350000", "/product", "Beans"));
    form.put("/delivery_location", "Nakuru");
    form.put("/parties/1/phone_number", "12");

    Answer refused = sent();

    assertThat(refused.status()).isEqualTo(422);
    assertReviewed(refused);
    assertThat(refused.text())
        .contains("id=\"refusal\"", "value=\"Beans\"")
        .doesNotContain("id=\"f-product-words\"");
    assertThat(found(REVIEWED, refused)).isEqualTo(form.get("reviewed"));
  }

  @Test
  void whereTheWordsThemselvesAreRefusedTheFormIsShownWithoutWhatTheySay() {
    String words = "x".repeat(20_001);
    form.put("/transcript", words);
    form.put("reviewed", Sha256.hex(words.getBytes(StandardCharsets.UTF_8)));
    form.put("/product", "Maize");

    Answer refused = sent();

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.text())
        .contains("id=\"f-transcript-fault\"", words, "value=\"Maize\"")
        .doesNotContain("name=\"reviewed\"");
  }

  @Test
  void withoutWordsNothingComesBetween() {
    form.putAll(Map.of("/product", "Maize", "/total_amount", "5"));

    assertThat(sent().status()).isEqualTo(303);
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void aRefusedFormKeepsItsKeySoThatItMakesOneContract() {
    String key =
        "0b9bb1f0-0000-4000-8000-" + form.get("/parties/0/phone_number").substring(1);
    form.putAll(Map.of("once", key, "/product", "Maize", "/total_amount", "many"));
    assertThat(found(ONCE, sent())).isEqualTo(key);

    form.put("/total_amount", "5");
    assertThat(sent().status()).isEqualTo(303);
    Map<String, String> other = new HashMap<>(form);
    other.put("/total_amount", "6");
    Answer refused = officer.ownForm(PATH, other);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("A contract was made of this form before");
    assertThat(found(ONCE, refused)).isNotEqualTo(key);
    assertThat(made()).isEqualTo(1);
  }

  /** By the browser's Stop, before the answer has come. */
  @Test
  void aButtonThatWasStoppedCanBePressedAgain(VoicePactServer server) {
    Chromium.require();
    try (Chromium browser = Chromium.open(server.uri("/"))) {
      browser.open("/console");
      browser.setCookie("voicepact", officer.cookie("voicepact"));
      browser.open(PATH);
      browser.script("""
          const button = document.querySelector('main form .actions button');
          window.seen = [];
          new MutationObserver(() => window.seen.push(button.disabled)).observe(button, {attributes: true});
          button.form.noValidate = true;
          button.form.requestSubmit(button);
          setTimeout(() => window.stop(), 1);
          """);

      browser.await(
          "it was disabled, and is no longer",
          () -> browser.script("return window.seen").equals(List.of(true, false)));
      assertThat(browser.find("#new > button[hidden]").isEnabled()).isFalse();
    }
  }
}
