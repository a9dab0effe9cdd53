package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A decision about much money is carried out when a second person agrees. */
class DecidedMoneyIT {

  private static final PhoneRange PHONES = new PhoneRange(6980);
  private static final String PASSWORD = "a plain long sentence";
  private static final String DIVIDED =
      ", \"outcome\": \"completed\", \"seller_amount\": 150000," + " \"reason\": \"half was wet\"}";

  private static VoicePactServer server;
  private static Api api;
  private static Browser admin;
  private static Browser mediator;

  @BeforeAll
  static void start() {
    Map<String, String> settings = Purse.settings("0");
    settings.put("ADMIN_USER", "first");
    settings.put("ADMIN_PASSWORD", PASSWORD);
    server = VoicePactServer.start("decided-money", settings);
    api = Api.documented(server);
    admin = Browser.of(api, "first", PASSWORD);
    Answer made = admin.post(
        "/api/v1/admin/operators",
        "{\"name\": \"judge\", \"role\": \"mediator\", \"password\": \"" + PASSWORD + "\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    mediator = Browser.of(api, "judge", PASSWORD);
  }

  @AfterAll
  static void theLedgerIsWhole() throws SQLException {
    Ledgers.closeWhole(server);
  }

  private static Purse disputed() {
    Purse purse = Purse.full(api, PHONES);
    purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " half of it is wet");
    return purse;
  }

  private static void assertDivided(Purse purse) {
    purse.awaitPayment(purse.onlyPayment(), "released");
    JsonNode money = purse.money();
    assertThat(money.path("released").decimalValue()).isEqualByComparingTo("150000");
    assertThat(money.path("refunded").decimalValue()).isEqualByComparingTo("200000");
    assertThat(money.path("held").decimalValue()).isEqualByComparingTo("0");
    purse.assertProofHolds();
  }

  @Test
  void whatThePartiesMediatorDecidesWaitsForTheOffice() {
    Purse purse = disputed();
    String payment = purse.onlyPayment();
    assertProblem(purse.decide(payment, "decision", Purse.ADMINISTRATOR), 409);
    String[] token = Fulfilment.token(api, server, purse.mediator());

    Answer resolved = api.post(
        purse.path() + "/resolve",
        "{\"phone_number\": \"" + purse.mediator() + "\"" + DIVIDED,
        token);

    assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
    assertThat(purse.status()).isEqualTo("completed");
    JsonNode waits = purse.payment(payment);
    assertThat(waits.path("review").asText()).isEqualTo("decision");
    assertThat(waits.path("payouts")).isEmpty();
    assertThat(purse.decide(payment, "decision", token).status()).isEqualTo(202);
    String[] buyer = Fulfilment.token(api, server, purse.buyer());
    assertProblem(purse.decide(payment, "decision", buyer), 403);

    assertThat(purse.decide(payment, "decision", Purse.ADMINISTRATOR).status()).isEqualTo(200);

    assertDivided(purse);
    assertProblem(purse.decide(payment, "decision", Purse.ADMINISTRATOR), 409);
  }

  @Test
  void theOfficeAgreesOnThePageOfThePayment() {
    Purse purse = disputed();
    String payment = purse.onlyPayment();
    Answer resolved = admin.post(purse.path() + "/resolve", "{" + DIVIDED.substring(2));
    assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
    String page = "/console/payments/" + payment;
    Map<String, String> form = Map.of("/agreement", "I have read what both say");

    Answer alone = admin.ownForm(page + "/carry-out", form);

    assertThat(alone.header("Location")).endsWith("?done=second");
    assertThat(mediator.get(page).text())
        .contains("A decision about much money", "KES 150,000", page + "/carry-out")
        .doesNotContain(page + "/decide");
    assertThat(mediator.ownForm(page + "/carry-out", Map.of()).text()).contains("is required");
    Answer agreed = mediator.ownForm(page + "/carry-out", form);
    assertThat(agreed.header("Location")).as(agreed.text()).endsWith("?done=decided");
    assertDivided(purse);
  }

  /** Whether the money came at all was not known when the dispute was decided, so the decision did not reach it. */
  @Test
  void aDecisionIsCarriedOutWhenAPaymentIsNoLongerInDoubt() {
    Purse purse = disputed();
    JsonNode payment = purse.payment(purse.onlyPayment());
    String id = payment.path("payment_id").asText();
    String transaction = payment.path("transaction_id").asText();
    purse.contradict(id, transaction, "failed");
    assertThat(admin.post(purse.path() + "/resolve", "{" + DIVIDED.substring(2)).status())
        .isEqualTo(200);
    assertThat(purse.payment(id).path("review").asText()).isEqualTo("provider");
    assertProblem(purse.decide(id, "decision", Purse.ADMINISTRATOR), 409);
    String moved = Purse.moved(transaction, "SIM-" + transaction);
    assertThat(purse.settle(id, moved).status()).isEqualTo(202);
    assertThat(purse.settle(id, admin, moved).status()).isEqualTo(200);
    assertThat(purse.payment(id).path("review").asText()).isEqualTo("late");

    assertThat(purse.decide(id, "decision", Purse.ADMINISTRATOR).status()).isEqualTo(202);
    assertThat(mediator
            .post("/api/v1/payments/" + id + "/decision", "{\"reason\": \"as decided\"}")
            .status())
        .isEqualTo(200);

    assertDivided(purse);
  }
}
