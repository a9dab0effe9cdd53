package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.voicepact.evidence.control.Certificates;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.Chromium;
import org.voicepact.testing.OfficeBrowser;
import org.voicepact.testing.VoicePactServer;

/** Somebody in the office works with the console, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {

  private static final String TOKEN = "for-the-console-and-no-other";
  private static final String SELLER = "+254712345901";
  private static final String BUYER = "+254722345902";
  private static final int[] WIDTHS = {360, 1440};
  private static final String PASTED =
      "<script>window.pasted=1</script><img src=x onerror=window.pasted=1>\"'><svg onload=window.pasted=1>";

  /**
   * Of what has the focus. The page itself, between its last and its first element, shows none; a field for a date shows it
   * at its part that opens a calendar.
   */
  private static final String OUTLINE = "const e = document.activeElement;"
      + " return e === document.body || e.type === 'date' ? 'inside' : getComputedStyle(e).outlineStyle";

  @RegisterExtension
  private static final OfficeBrowser DESK = OfficeBrowser.of(
      "console",
      Map.of(
          "WEBHOOK_TOKEN",
          TOKEN,
          "ESCROW",
          "on",
          "RATE_LIMIT_DEFAULT",
          "off",
          "PAYMENT_SIMULATOR_DELAY",
          "1"));

  private static Api api;
  private static Browser office;

  private Chromium browser;

  @BeforeAll
  static void start() {
    api = DESK.api();
    office = Browser.of(api, OfficeBrowser.NAME, OfficeBrowser.PASSWORD);
  }

  @BeforeEach
  void take() {
    browser = DESK.browser();
  }

  private static void sms(String from, String text) {
    Answer answer = api.form(
        "/api/v1/sms/webhook/" + TOKEN,
        Map.of(
            "id",
            from + " " + text + " " + System.nanoTime(),
            "from",
            from,
            "to",
            "21512",
            "text",
            text));
    assertThat(answer.status()).isEqualTo(200);
  }

  private static String made(String product, String seller, String buyer) {
    return api.post("/api/v1/contracts/create/manual", """
        {"product": "%s", "quantity": 100, "unit": "bags", "unit_price": 3500, "total_amount": 350000,
         "delivery_location": "Nakuru", "delivery_deadline": "2027-01-15", "quality_requirements": "Dry",
         "parties": [{"role": "seller", "name": "Wanjiku Kamau", "phone_number": "%s"},
                     {"role": "buyer", "name": "Otieno Odhiambo", "phone_number": "%s"}]}
        """.formatted(product, seller, buyer))
        .member("contract_id");
  }

  private static JsonNode pay(String id, String buyer) {
    Answer asked = api.post(
        "/api/v1/payments/checkout",
        "{\"contract_id\": \"" + id
            + "\", \"amount\": 350000, \"currency\": \"KES\", \"phone_number\": \"" + buyer + "\"}",
        "Idempotency-Key",
        "console-" + id);
    assertThat(asked.status()).as(asked.toString()).isLessThan(300);
    VoicePactServer.await("the price of " + id + " is held", () -> status(id).equals("active"));
    return asked.json();
  }

  /** Somebody has said again and again that the money did not come, whatever the provider says. */
  private static String paymentInReview() {
    String id = made("Onions", SELLER, BUYER);
    sms(SELLER, "YES-" + id);
    sms(BUYER, "YES-" + id);
    JsonNode asked = pay(id, BUYER);
    String payment = asked.path("payment_id").asText();
    for (int i = 0; i <= 3; i++) {
      Map<String, String> notice = Map.of(
          "transaction_id",
          asked.path("transaction_id").asText(),
          "status",
          "failed",
          "number",
          "" + i);
      assertThat(api.form("/api/v1/payments/webhook/" + TOKEN, notice).status()).isEqualTo(200);
      String becomes = i < 3 ? "locked" : "in_review";
      VoicePactServer.await(
          "a payment that is " + becomes,
          () -> office.get("/api/v1/payments/" + payment).member("status").equals(becomes));
    }
    return payment;
  }

  /** A statement of which the books know nothing. */
  private static String comparison() {
    return api.send(api.request("/api/v1/payments/reconcile", office.headers())
            .header("X-CSRF-Token", office.csrfToken())
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(
                "receipt,amount,currency,direction,completed_at\n"
                    + "QK12AB34CD,350000,KES,collection,2026-01-02T03:04:05Z\n")))
        .member("reconciliation_id");
  }

  private static String status(String id) {
    return api.contract(id).path("status").asText();
  }

  @Test
  @Order(1)
  void fromTheFirstWordsToTheOverview() {
    browser.open("/console/overview");
    assertThat(browser.path()).isEqualTo("/console");
    DESK.fillIn();
    assertThat(browser.path()).isEqualTo("/console/overview");

    String id = createdFromWords();
    repliedLive(id);
    certificateIsGenuine(id);
    disputeIsDecided(id);

    browser.open("/console/overview");
    browser.await(
        "a chart is drawn",
        () -> !browser.all("#contracts-title ~ .chart canvas").isEmpty());
    assertThat(browser.find("#contracts-title ~ details table").getAttribute("textContent"))
        .contains("Completed");
    assertThat(browser.complaints()).isEmpty();
  }

  private String createdFromWords() {
    browser.open("/console/contracts/new");
    browser.type(
        "[name='/transcript']",
        "I sell 100 bags of maize at 3,500 shillings each, 350,000 in total, deliver to Nakuru");
    browser.press("[formaction$=words]");
    assertThat(browser.find("[name='/product']").getAttribute("value"))
        .isEqualToIgnoringCase("maize");
    assertThat(browser.find("[name='/quantity']").getAttribute("value")).isEqualTo("100");
    assertThat(browser.find("[name='/total_amount']").getAttribute("value")).isEqualTo("350000");
    assertThat(browser.text("#f-quantity-words")).contains("100");
    browser.type("[name='/parties/0/phone_number']", SELLER);
    browser.type("[name='/parties/0/name']", "Wanjiku Kamau");
    browser.type("[name='/parties/1/phone_number']", "12");
    browser.press("main form .actions button");
    assertThat(browser.text("#refusal")).contains("Telephone number", "must be a telephone number");
    assertThat(browser.find("[name='/parties/1/phone_number']").getAttribute("aria-invalid"))
        .isEqualTo("true");
    browser.type("[name='/parties/1/phone_number']", BUYER);
    browser.press("main form .actions button");
    assertThat(browser.text("h1")).matches("AG-\\d{4}-\\d{6}");
    assertThat(browser.text("[role=status]")).contains("The contract is made");
    return browser.text("h1");
  }

  private void repliedLive(String id) {
    browser.open("/console/contracts");
    String row = "[data-contract='" + id + "'] [data-status]";
    assertThat(browser.text(row)).isEqualTo("Waiting");
    String turn = "[data-contract='" + id + "'] [data-waits]";
    assertThat(browser.text(turn)).matches("Wanjiku Kamau, Buyer: answer\\Runtil .*");
    browser.await(
        "the page listens", () -> !browser.all("[data-live][data-listening]").isEmpty());
    sms(SELLER, "YES-" + id);
    sms(BUYER, "YES-" + id);
    browser.await("the status changes by itself", () -> browser.text(row).equals("Confirmed"));
    assertThat(browser.text(turn)).isEqualTo("Buyer: payment");
    assertThat(browser.find("#live").getAttribute("textContent"))
        .contains(id, "Confirmed", "Buyer: payment");
    assertThat(browser.find("#more").isDisplayed()).isFalse();
    made("Beans", "+254722555601", "+254722555602");
    browser.await("what is not in the list is told", () -> browser.find("#more").isDisplayed());
    assertThat(browser.find("#live").getAttribute("textContent"))
        .isEqualTo(browser.find("#more").getAttribute("textContent"));
  }

  /** A browser does not connect again by itself where it was refused. */
  @Test
  @Order(7)
  void aPageThatHearsNothingAnyMoreSaysSo() {
    made("Peas", SELLER, BUYER);
    DESK.signIn();
    browser.open("/console/contracts");
    browser.await(
        "the page listens", () -> !browser.all("[data-live][data-listening]").isEmpty());
    String token =
        browser.find("form[action='/console/sign-out'] [name=csrf]").getAttribute("value");
    assertThat(api.form("/console/sign-out", Map.of("csrf", token), "Cookie", browser.cookies())
            .status())
        .isEqualTo(303);
    assertThat(browser.find("#not-live").isDisplayed()).isFalse();

    DESK.restart(Map.of("OPEN_READ", "minimal"));

    browser.await("the page says so", () -> browser.find("#not-live").isDisplayed());
    assertThat(browser.all("[data-live][data-listening]")).isEmpty();
  }

  private void certificateIsGenuine(String id) {
    browser.open("/console/contracts/" + id);
    assertThat(browser.text(".timeline")).contains("Said yes", "Wanjiku Kamau", "SMS");
    String address = browser.find("#certificate").getAttribute("href");
    Answer pdf = api.get(address.replaceFirst("^https?://[^/]*", ""), "Cookie", browser.cookies());
    byte[] proof = Certificates.attachment(pdf.bytes(), "proof-" + id + ".json");
    JsonNode report =
        api.post("/api/v1/verify", new String(proof, StandardCharsets.UTF_8)).json();
    assertThat(report.path("verdict").asText()).as(report.toString()).isEqualTo("holds");
  }

  private void disputeIsDecided(String id) {
    pay(id, BUYER);
    String turn = "[data-contract='" + id + "'] [data-waits]";
    browser.open("/console/contracts");
    assertThat(browser.text(turn)).isEqualTo("Seller: delivery");
    browser.await(
        "the page listens", () -> !browser.all("[data-live][data-listening]").isEmpty());
    sms(SELLER, "DELIVERED-" + id);
    browser.await("it waits for the buyer", () -> browser.text(turn).equals("Buyer: acceptance"));
    browser.open("/console/contracts");
    assertThat(browser.text(turn)).startsWith("Buyer: acceptance");
    sms(BUYER, "DISPUTE-" + id + " ten bags are wet");
    browser.open("/console/contracts/" + id);
    assertThat(browser.text("main")).contains("ten bags are wet", "Decide the dispute");
    browser.type("[name='/reason']", "Both have agreed");
    // Nothing is chosen before somebody has chosen it.
    assertThat(browser.find("[name='/outcome']").getDomProperty("value")).isEmpty();
    browser.find("[name='/outcome']").sendKeys("Completed");
    browser.press("[action$=resolve] button");
    assertThat(browser.text("[data-status]")).isEqualTo("Completed");
    assertThat(browser.text(".timeline")).contains("Dispute decided");
    assertThat(status(id)).isEqualTo("completed");
  }

  @Test
  @Order(2)
  void noPageHasABarrier() {
    String id = made("Dry beans", SELLER, BUYER);
    String disputed = made("Avocado", SELLER, BUYER);
    sms(SELLER, "YES-" + disputed);
    sms(BUYER, "YES-" + disputed);
    pay(disputed, BUYER);
    sms(SELLER, "DELIVERED-" + disputed);
    sms(BUYER, "DISPUTE-" + disputed + " too soft");
    Map<String, String> pages = new java.util.LinkedHashMap<>();
    pages.put("sign-in", "/console");
    pages.put("first", "/console/first?token=x&failed=over");
    pages.put("contracts", "/console/contracts");
    pages.put("nothing", "/console/contracts?q=nothing-is-called-so&created_after=x");
    pages.put("contract", "/console/contracts/" + disputed);
    pages.put("payment", "/console/payments/" + paymentInReview());
    pages.put("payments", "/console/payments");
    pages.put("notices", "/console/notices");
    pages.put("statements", "/console/reconciliations");
    pages.put("statement", "/console/reconciliations/" + comparison());
    pages.put("waiting", "/console/contracts/" + id);
    pages.put("new", "/console/contracts/new");
    pages.put("overview", "/console/overview");
    pages.put("messages", "/console/messages");
    pages.put("audit", "/console/audit");
    pages.put("keys", "/console/keys");
    pages.put("operators", "/console/operators");
    pages.put("settings", "/console/settings");
    pages.put("me", "/console/me");
    pages.put("missing", "/console/contracts/AG-2000-000001");
    pages.put("verify", "/verify/" + id);
    pages.put(
        "verified",
        "/verify/" + id + "/" + api.contract(id).path("contract_hash").asText());
    pages.put("phone", "/phone");
    pages.forEach((name, path) -> {
      if (name.equals("contracts")) {
        DESK.signIn();
      }
      for (int width : WIDTHS) {
        for (boolean dark : new boolean[] {false, true}) {
          browser.look(width, dark);
          browser.open(path);
          assertThat(browser.barriers())
              .as(name + " at " + width + (dark ? ", dark" : ""))
              .isEmpty();
          assertThat(browser.fits()).as(name + " fits " + width).isTrue();
          picture(name, width, dark);
        }
      }
    });
    assertThat(browser.complaints()).isEmpty();
  }

  private void picture(String name, int width, boolean dark) {
    if (Boolean.getBoolean("voicepact.screens") && (!dark || name.equals("contracts"))) {
      String file = name + "-" + width + (dark ? "-dark" : "") + ".png";
      browser.picture(
          Path.of(System.getProperty("voicepact.basedir"))
              .resolve("docs/screens")
              .resolve(file),
          width);
    }
  }

  @Test
  @Order(3)
  void theKeyboardIsEnough() {
    String id = made("Sorghum", SELLER, BUYER);
    browser.open("/console?next=%2Fconsole%2Fcontracts%3Fq%3Dsorghum");
    keys(Keys.TAB);
    assertThat(focused().getText()).isEqualTo("Skip to the content");
    keys(Keys.TAB);
    keys(OfficeBrowser.NAME, Keys.TAB, OfficeBrowser.PASSWORD, Keys.ENTER);
    browser.await("signed in", () -> browser.path().equals("/console/contracts"));
    browser.awaitPage();
    tabTo(id);
    keys(Keys.ENTER);
    browser.await("the contract", () -> browser.path().endsWith(id));
    browser.awaitPage();
    tabTo("Cancel this contract");
    keys(Keys.ENTER, Keys.TAB, "The truck broke down", Keys.TAB, Keys.ENTER);
    browser.await("cancelled", () -> browser.text("[data-status]").equals("Cancelled"));
    browser.awaitPage();
    assertThat(browser.text(".timeline")).contains("Cancelled", "the office");
    assertThat(status(id)).isEqualTo("cancelled");
  }

  private void keys(CharSequence... keys) {
    for (CharSequence each : keys) {
      new Actions(browser.driver()).sendKeys(each).perform();
    }
  }

  private WebElement focused() {
    return browser.driver().switchTo().activeElement();
  }

  /** Goes on until that is reached; each place on the way can be seen to be where the keyboard is. */
  private void tabTo(String text) {
    for (int i = 0; i < 60; i++) {
      keys(Keys.TAB);
      assertThat(browser.script(OUTLINE)).as(focused().getText()).isNotEqualTo("none");
      if (focused().getText().equals(text)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not come to " + text);
  }

  @Test
  @Order(4)
  void aSearchNeedsNoMoreThanItsWords() {
    String id = made("Millet", SELLER, BUYER);
    DESK.signIn();
    browser.type("[name=q]", "millet");
    browser.press(".filters button");

    assertThat(browser.path()).isEqualTo("/console/contracts");
    assertThat(browser.text("#contracts tbody")).contains(id);
    assertThat(browser.all("#contracts tbody tr")).hasSize(1);
  }

  @Test
  @Order(4)
  void theReturnKeyNeitherMakesAContractNorChangesItsTerms() {
    DESK.signIn();
    browser.open("/console/contracts/new");
    browser.type("[name='/transcript']", "100 bags of maize at 3,500 shillings each");
    browser.press("[formaction$=words]");
    browser.find("[name='/quantity']").clear();
    browser.find("[name='/quantity']").sendKeys("120", Keys.ENTER);
    browser.type("[name='/unit']", "sacks");

    assertThat(browser.path()).isEqualTo("/console/contracts/new/words");
    assertThat(browser.find("[name='/quantity']").getAttribute("value")).isEqualTo("120");
  }

  @Test
  @Order(5)
  void aPastedScriptNeverRuns() {
    String json = PASTED.replace("\"", "\\\"");
    Answer created = api.post("/api/v1/contracts/create", """
        {"transcript": "%1$s", "terms": {"product": "%1$s", "quantity": 3, "unit": "%2$s", "total_amount": 5,
         "delivery_location": "%1$s", "delivery_deadline": "%2$s", "quality_requirements": "%1$s", "%2$s": "%1$s",
         "more": ["%1$s", {"%2$s": "%1$s"}]},
         "parties": [{"role": "seller", "name": "%2$s", "phone_number": "%3$s"},
                     {"role": "buyer", "name": "%2$s", "phone_number": "%4$s"}]}
        """.formatted(
            json, "<svg onload=window.pasted=1>", SELLER, BUYER));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    String id = created.member("contract_id");
    String word = "{\"text\": \"" + json + "\"}";
    assertThat(office.post("/api/v1/contracts/" + id + "/notes", word).status()).isEqualTo(201);
    assertThat(office
            .post(
                "/api/v1/api-keys",
                "{\"name\": \"<svg onload=window.pasted=1>\", \"scopes\": [\"admin\"]}")
            .status())
        .isEqualTo(201);
    assertThat(office
            .post(
                "/api/v1/admin/operators",
                "{\"name\": \"pasted\", \"display_name\": \"<svg onload=window.pasted=1>\", \"role\": \"viewer\","
                    + " \"password\": \"" + OfficeBrowser.PASSWORD + "\"}")
            .status())
        .isEqualTo(201);
    assertThat(office
            .post(
                "/api/v1/sms/send",
                "{\"phone_number\": \"" + SELLER + "\", \"message\": \"" + json + "\"}")
            .status())
        .isEqualTo(202);
    sms(SELLER, PASTED);
    sms(SELLER, "YES-" + id);
    sms(BUYER, "YES-" + id);
    api.post(
        "/api/v1/payments/checkout",
        "{\"contract_id\": \"" + id
            + "\", \"amount\": 5, \"currency\": \"KES\", \"phone_number\": \"" + BUYER + "\"}",
        "Idempotency-Key",
        "pasted");
    VoicePactServer.await("active", () -> status(id).equals("active"));
    sms(SELLER, "DELIVERED-" + id);
    sms(BUYER, "DISPUTE-" + id + " " + PASTED);
    String cancelled = made("<svg onload=window.pasted=1>", SELLER, BUYER);
    api.act(cancelled, "cancel", SELLER, "\"reason\": \"" + json + "\"");
    DESK.signIn();
    for (String path : List.of(
        "/console/contracts",
        "/console/contracts?q=" + Api.encoded(PASTED),
        "/console/contracts?status=" + Api.encoded(PASTED),
        "/console/contracts/" + id,
        "/console/contracts/" + cancelled,
        "/console/messages",
        "/console/messages?contract_id=" + Api.encoded(PASTED),
        "/console/audit?subject=" + Api.encoded(PASTED),
        "/console/keys",
        "/console/operators",
        "/console/overview?weeks=" + Api.encoded(PASTED),
        "/console/contracts?done=" + Api.encoded(PASTED))) {
      browser.open(path);
      assertThat(browser.script("return window.pasted")).as(path).isNull();
      assertThat(browser.all("main svg, main img:not([src^='/console/assets/']), main script"))
          .as(path)
          .isEmpty();
    }
    browser.open("/console/contracts/new");
    browser.type("[name='/transcript']", PASTED);
    browser.type("[name='/product']", PASTED);
    browser.type("[name='/parties/0/phone_number']", PASTED);
    browser.type("[name='/parties/1/phone_number']", PASTED);
    browser.press("main form .actions button");
    assertThat(browser.find("[name='/product']").getAttribute("value")).isEqualTo(PASTED);
    assertThat(browser.script("return window.pasted")).isNull();
    assertThat(browser.complaints()).isEmpty();
  }
}
