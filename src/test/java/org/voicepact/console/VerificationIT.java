package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** The page behind the code on a certificate: what it says to whom. */
@OnSharedServer
class VerificationIT {

  private static final PhoneRange PHONES = new PhoneRange(9500);
  private static final String UNKNOWN_ID = "AG-2019-000001";
  private static final String WRONG = "0123456789abcdef".repeat(4);
  private static final int LARGEST = 30_000;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static Answer page(Api api, String path, String... headers) {
    Answer answer = api.get("/verify/" + path, headers);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(answer.bytes()).hasSizeLessThan(LARGEST);
    return answer;
  }

  private static String hash(Api api, String id) {
    return api.contract(id).path("contract_hash").asText();
  }

  /** What a person reads. */
  private static String words(Answer page) {
    return page.text()
        .replaceAll("(?s)<style>.*</style>", "")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("[\\s\u00A0]+", " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?language=sw",
        "?hash=",
        "?hash=0123",
        "?hash=%3Cscript%3E",
        "/0123456789abcdef",
        "/" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde",
        "/" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "/" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
        "?hash=" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void withoutTheRightHashNothingTellsWhetherThereIsSuchAContract(String rest, Api api) {
    String id = api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer).with("language", "\"fr\"").json())
        .member("contract_id");

    String there = page(api, id + rest).text();

    assertThat(there).doesNotContain("Maize", "Mahindi", "<script>");
    assertThat(page(api, UNKNOWN_ID + rest).text().replace(UNKNOWN_ID, id)).isEqualTo(there);
    assertThat(page(api, "ZZ-2019-000001" + rest).text().replace("ZZ-2019-000001", id))
        .isEqualTo(there);
  }

  @Test
  void partOfAHashIsNoHash(Api api) {
    String id = api.newContract(seller, buyer);
    String part = hash(api, id).substring(0, 63);

    assertThat(words(page(api, id + "/" + part)))
        .contains("VoicePact cannot tell whether this paper is genuine", "Fingerprint on the paper")
        .doesNotContain("Maize", "not known here");
    assertThat(page(api, id + "?hash=" + part).text()).contains("value=\"" + part + "\"");
  }

  @Test
  void aWrongHashIsSaidToBeUnknown(Api api) {
    assertThat(words(page(api, api.newContract(seller, buyer) + "/" + WRONG)))
        .contains("cannot tell", "This fingerprint is not known here.")
        .doesNotContain("Maize");
  }

  @Test
  void theHashOfAnotherContractDoesNotOpenThisOne(Api api) {
    String hash = hash(api, api.newContract(seller, buyer));

    assertThat(words(page(api, api.newContract(seller, buyer) + "/" + hash)))
        .contains("not known here");
  }

  @Test
  void theWholeHashShowsWhatWasRecorded(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    api.sms(buyer, "YES-" + id);

    Answer page = page(api, id + "/" + hash(api, id));

    assertThat(words(page))
        .contains(
            "VoicePact has recorded this",
            "Contract " + id,
            "Version 1",
            "Status Active",
            "Product Maize, grade 1",
            "Quantity 100 bags",
            "Total amount KES 350,000.00",
            "It does not say that a person signed.")
        .containsPattern(
            "Seller Yes, by Internet, .* UTC\\. Proof that it was this party: not proven\\.")
        .containsPattern(
            "Buyer Yes, by SMS, .* UTC\\. Proof that it was this party: not proven\\.");
    assertThat(page.text())
        .doesNotContain(
            "Wanjiku",
            "Otieno",
            seller,
            buyer,
            PhoneRange.masked(seller),
            seller.substring(9),
            buyer.substring(9),
            "Nakuru",
            "3,500");
  }

  @Test
  void blanksAndCapitalsDoNotMatter(Api api) {
    String id = api.newContract(seller, buyer);
    String typed = hash(api, id).toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");

    for (String rest : new String[] {
      "?hash=" + Api.encoded(typed),
      "?hash=" + Api.encoded("\t" + typed + "\n"),
      "/" + typed.strip().replace(" ", "%20")
    }) {
      assertThat(words(page(api, id.toLowerCase(Locale.ROOT) + rest)))
          .contains("Contract " + id, "Product Maize, grade 1");
    }
  }

  @Test
  void whatNobodyHasAnsweredSaysSo(Api api) {
    String id = api.newContract(seller, buyer);

    assertThat(words(page(api, id + "/" + hash(api, id))))
        .contains("Status Waiting for answers", "Nobody has answered this version.")
        .doesNotContain("Seller", "Buyer");
  }

  @Test
  void aNoIsAnAnswer(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "decline", buyer);

    assertThat(words(page(api, id + "/" + hash(api, id))))
        .contains("Status Cancelled", "Seller no answer to this version", "Buyer No, by Internet");
  }

  @Test
  void aVersionThatWasReplacedSaysSoFirstAndShowsItsOwnTerms(Api api) {
    String id = api.newContract(seller, buyer);
    String first = hash(api, id);
    api.act(id, "confirm", buyer);
    api.amend(id, seller, "\"product\": \"Beans\", \"total_amount\": 99");

    assertThat(words(page(api, id + "/" + first)))
        .containsPattern(
            "recorded this This version no longer counts\\. Version 1, .* by version 2\\. Compare")
        .contains(
            "Version 1",
            "Status Replaced by a later version",
            "Product Maize, grade 1",
            "Total amount KES 350,000.00",
            "Buyer Yes, by Internet")
        .doesNotContain("Beans", "Waiting");
    assertThat(words(page(api, id + "/" + hash(api, id))))
        .contains("Version 2", "Product Beans", "KES 99.00", "Nobody has answered this version.")
        .doesNotContain("no longer counts", "Maize");
  }

  @ParameterizedTest
  @CsvSource({
    "?language=en, '', en, Is this paper genuine?",
    "?language=SW, '', sw, 'Je, karatasi hii ni halali?'",
    "?language=fr, 'sw', fr, Ce document est-il authentique ?",
    "'', 'sw-KE,en;q=0.5', sw, 'Je, karatasi hii ni halali?'",
    "'', 'de, fr-CH;q=0.9, en;q=0.1', fr, Ce document est-il authentique ?",
    "?language=de, 'fr', fr, Ce document est-il authentique ?",
    "'', 'de', en, Is this paper genuine?",
    "'', '*', en, Is this paper genuine?",
    "'', 'en_US', en, Is this paper genuine?"
  })
  void thePageSpeaksThreeLanguages(
      String query, String accepted, String language, String title, Api api) {
    String id = api.newContract(seller, buyer);

    for (String rest : new String[] {"", "/" + WRONG, "/" + hash(api, id)}) {
      Answer page = accepted.isEmpty()
          ? page(api, id + rest + query)
          : page(api, id + rest + query, "Accept-Language", accepted);
      assertThat(page.text())
          .contains("<html lang=\"" + language + "\">", "<title>" + title + " – VoicePact</title>");
      assertThat(page.header("Content-Language")).isEqualTo(language);
      assertThat(page.response().headers().allValues("Vary")).contains("Accept-Language");
    }
  }

  @Test
  void elseItSpeaksTheLanguageOfTheContractToWhomItShowsIt(Api api) {
    String id = api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer).with("language", "\"sw\"").json())
        .member("contract_id");
    api.act(id, "confirm", seller);

    assertThat(words(page(api, id + "/" + hash(api, id))))
        .contains("Hali Unasubiri majibu", "Jumla ya malipo KES 350,000.00", "haijathibitishwa");
    assertThat(words(page(api, id))).contains("cannot tell");
    assertThat(words(page(api, id + "/" + hash(api, id), "Accept-Language", "fr")))
        .contains("Montant total 350 000,00 KES", "Preuve que c’était cette partie : non prouvé.");
  }

  @Test
  void whatPeopleWroteIsTextAndNoMarkup(Api api) {
    String product = "<script>alert(1)</script>\\\" onload=x & <b>'Maize'";
    String id = api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer)
                .with("product", '"' + product + '"')
                .with("quantity", "1")
                .with("unit", "\"<img src=x>\"")
                .json())
        .member("contract_id");

    String page = page(api, id + "/" + hash(api, id)).text();

    assertThat(page)
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=x &amp; &lt;b&gt;&#39;Maize&#39;")
        .contains("1 &lt;img src=x&gt;")
        .doesNotContain("<script", "<img", "<b>");
  }

  @Test
  void aBrowserMayDoNothingWithItButShowIt(Api api) throws Exception {
    String id = api.newContract(seller, buyer);
    for (String rest : new String[] {"", "/" + WRONG, "/" + hash(api, id)}) {
      Answer page = page(api, id + rest);
      Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page.text());
      assertThat(style.find()).isTrue();
      String styleHash = Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256")
              .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
      assertThat(page.response().headers().allValues("Content-Security-Policy"))
          .containsExactly("default-src 'none'; style-src 'sha256-" + styleHash
              + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
      assertThat(page.text())
          .contains(
              "<meta name=\"robots\" content=\"noindex, nofollow\">",
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
              "prefers-color-scheme:dark")
          .doesNotContain("<script", " style=", "http:", "https:", "src=");
    }
  }

  @Test
  void otherAnswersKeepTheirPolicy(Api api) {
    assertThat(api.get("/api/v1/keys").header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void whatIsNoNumberOfAContractHasNoPage(Api api) {
    assertProblem(api.get("/verify/AG-2026"), 404);
    assertProblem(api.get("/verify"), 404);
    assertProblem(api.get("/verify/" + UNKNOWN_ID + "/a/b"), 404);
  }
}
