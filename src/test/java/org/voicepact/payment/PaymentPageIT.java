package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** What people in the office do with money by the forms of the console. */
class PaymentPageIT {

  private static final String PASSWORD = "a plain long sentence";
  private static final PhoneRange PHONES = new PhoneRange(5700);

  private static VoicePactServer server;
  private static Api api;
  private static Browser first;
  private static Browser second;
  private static Browser viewer;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(Purse.settings("0"));
    settings.put("ADMIN_USER", "first");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    server = VoicePactServer.start("payment-page", settings);
    api = Api.undocumented(server);
    first = Browser.of(api, "first", PASSWORD);
    for (String role : List.of("admin", "viewer")) {
      Answer made = first.post(
          "/api/v1/admin/operators",
          "{\"name\": \"the-%s\", \"role\": \"%s\", \"password\": \"%s\"}"
              .formatted(role, role, PASSWORD));
      assertThat(made.status()).as(made.text()).isEqualTo(201);
    }
    second = Browser.of(api, "the-admin", PASSWORD);
    viewer = Browser.of(api, "the-viewer", PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String payment) {
    return "/console/payments/" + payment;
  }

  @Test
  void twoAdministratorsPayBackALargeAmount() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();
    assertThat(first.get("/console/contracts/" + purse.id()).text())
        .contains("href=\"" + page(payment) + "\"");
    assertThat(first.get(page(payment)).text()).contains(">Held<", "value=\"refund\"");

    Map<String, String> form = Map.of("/decision", "refund", "/reason", "both want it");

    Answer alone = first.ownForm(page(payment) + "/decide", form);
    Answer agreed = second.ownForm(page(payment) + "/decide", form);

    assertThat(alone.status()).as(alone.text()).isEqualTo(303);
    assertThat(alone.header("Location")).endsWith(page(payment) + "?done=second");
    assertThat(agreed.header("Location")).endsWith(page(payment) + "?done=decided");
    purse.awaitPayment(payment, "refunded");
    assertThat(first.get(page(payment) + "?done=decided").text())
        .contains("It is decided.", "Back to the buyer", ">Paid<")
        .doesNotContain("/decide");
  }

  @Test
  void aPriceInSmallPartsTakesTwoPeopleTogether() {
    Purse purse = Purse.confirmed(api, PHONES);
    String part = purse.pay("60000");
    purse.awaitPayment(part, "locked");
    purse.awaitPayment(purse.pay("60000"), "locked");
    Map<String, String> form = Map.of("/decision", "refund", "/reason", "both want it");

    Answer alone = first.ownForm(page(part) + "/decide", form);

    assertThat(alone.header("Location")).endsWith("?done=second");
    assertThat(purse.payment(part).path("status").asText()).isEqualTo("locked");
    Answer agreed = second.ownForm(page(part) + "/decide", form);
    assertThat(agreed.header("Location")).endsWith("?done=decided");
  }

  @Test
  void whatDiffersFromAStatementIsShownUntilSomebodyHasLooked() {
    Map<String, String> form = new HashMap<>();
    form.put("/format", "plain");
    form.put(
        "/csv", "receipt,amount,currency,direction,completed_at\r\nNEVER-HEARD,much,KES,payout,x");
    Answer refused = first.ownForm("/console/reconciliations", form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("NEVER-HEARD,much", "href=\"#f-csv\"", "id=\"f-csv-fault\">line 2");
    assertThat(viewer.ownForm("/console/reconciliations", form).status()).isEqualTo(403);
    form.put(
        "/csv",
        "receipt,amount,currency,direction,completed_at\r\n"
            + "NEVER-HEARD,125.50,KES,payout,2020-02-03T04:05:06Z\r\n");

    Answer compared = first.ownForm("/console/reconciliations", form);

    String page = URI.create(compared.header("Location")).getPath();
    assertThat(page).as(compared.text()).startsWith("/console/reconciliations/");

    assertThat(first.get("/console/payments").text()).contains("href=\"/console/reconciliations\"");
    assertThat(first.get("/console/reconciliations").text()).contains(page, ">Differs<");
    assertThat(first.get(page).text())
        .contains(
            "Only in the statement", "NEVER-HEARD", "Out KES 125.50<", "2020-02-03T04:05:06.000Z");
    assertThat(viewer.get(page).status()).isEqualTo(403);

    Answer seen = first.ownForm(page + "/seen", Map.of());

    assertThat(seen.header("Location")).endsWith("/console/reconciliations?done=seen");
    assertThat(first.get("/console/reconciliations?done=seen").text())
        .contains("It waits no longer.", ">Looked at<");
    assertThat(first.get(page).text()).doesNotContain("/seen");
  }

  @Test
  void aNoticeThatFitsToNothingIsShownUntilSomebodyHasLooked() {
    assertThat(first.get("/console/notices").text()).contains("No notice waits for a person");
    for (String body : List.of(
        "{\"transaction_id\": \"heard-of-nothing\", \"status\": \"success\", \"amount\": 5}",
        "{\"other\": \"<b>words</b>\"}")) {
      assertThat(api.post("/api/v1/payments/webhook/" + Purse.TOKEN, body).status())
          .isEqualTo(200);
    }
    String page = first.get("/console/notices").text();
    assertThat(page).contains("Of nothing that is known", "Paid 5<", "&lt;b&gt;words&lt;/b&gt;");

    Matcher seen = Pattern.compile("/console/notices/[0-9a-f]{64}/seen").matcher(page);
    while (seen.find()) {
      assertThat(first.ownForm(seen.group(), Map.of()).header("Location"))
          .endsWith("/console/notices?done=seen");
    }
    assertThat(first.get("/console/notices").text())
        .contains("No notice waits for a person", ">Looked at<");
  }

  @Test
  void whatTheApiRefusesStandsOnThePage() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();

    Answer noReason = first.ownForm(page(payment) + "/decide", Map.of("/decision", "refund"));
    Answer unknown =
        first.ownForm(page(payment) + "/decide", Map.of("/decision", "keep", "/reason", "x"));
    Answer notInReview =
        first.ownForm(page(payment) + "/decide", Map.of("/decision", "close", "/reason", "x"));

    assertThat(noReason.status()).isEqualTo(422);
    assertThat(noReason.text()).contains("id=\"f-reason-fault\">is required<");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text()).contains("id=\"f-decision-fault\">choose one<");
    assertThat(notInReview.status()).isEqualTo(409);
    assertThat(purse.payment(payment).path("status").asText()).isEqualTo("locked");
  }

  @Test
  void whoOnlyReadsSeesThePaymentAndDecidesNothing() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();

    Answer seen = viewer.get(page(payment));
    Answer tried = viewer.ownForm(
        page(payment) + "/decide", Map.of("/decision", "refund", "/reason", "for myself"));

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text())
        .contains(">Held<")
        .doesNotContain("<form method=\"post\" action=\"/console/payments");
    assertThat(tried.status()).isEqualTo(403);
    assertThat(purse.payment(payment).path("status").asText()).isEqualTo("locked");
  }

  @Test
  void twoAdministratorsSayThatTheMoneyOfAFailedPaymentHasCome() {
    Purse purse = Purse.confirmed(api, PHONES);
    Answer asked = purse.checkout("350000");
    String payment = asked.member("payment_id");
    purse.answerPrompt(asked.member("transaction_id"), "refuse");
    purse.awaitPayment(payment, "failed");
    Map<String, String> said = Map.of(
        "/transaction_id", asked.member("transaction_id"),
        "/outcome", "moved",
        "/receipt", "RC-" + payment,
        "/at", "2026-01-02T03:04:05Z",
        "/statement", "the statement has it");

    Map<String, String> unexplained = new HashMap<>(said);
    unexplained.remove("/statement");
    assertThat(first.ownForm(page(payment) + "/settle", unexplained).text())
        .contains("id=\"f-statement-fault\">is required<");

    Answer alone = first.ownForm(page(payment) + "/settle", said);
    assertThat(alone.header("Location")).as(alone.text()).endsWith("?done=second");
    assertThat(purse.payment(payment).path("status").asText()).isEqualTo("failed");
    Answer agreed = second.ownForm(page(payment) + "/settle", said);

    assertThat(agreed.header("Location")).as(agreed.text()).endsWith("?done=decided");
    assertThat(purse.payment(payment).path("status").asText()).isEqualTo("locked");
  }

  @Test
  void administratorsSeeAllPaymentsAndOthersDoNot() {
    Purse purse = Purse.full(api, PHONES);
    String link = "href=\"" + page(purse.onlyPayment()) + "\"";

    assertThat(first.get("/console/payments").text()).contains(link);
    assertThat(first.get("/console/payments?status=locked").text()).contains(link);
    assertThat(first.get("/console/payments?status=failed").text()).doesNotContain(link);
    Answer kept = first.get("/console/payments?status=kept");
    assertThat(kept.status()).isEqualTo(422);
    assertThat(kept.text()).contains("id=\"f-status-fault\"");
    assertThat(viewer.get("/console/payments").status()).isEqualTo(403);
    assertThat(viewer.get("/console/contracts").text()).doesNotContain("/console/payments");
  }

  @Test
  void aPaymentThatThereIsNotHasNoPage() {
    assertThat(first.get(page("00000000-0000-4000-8000-000000000000")).status()).isEqualTo(404);
  }
}
