package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Two people say what became of money of which the provider says nothing clear. */
class SettledMoneyIT {

  private static final PhoneRange PHONES = new PhoneRange(6960);
  private static final String SECOND = "Second";
  private static final String PASSWORD = "a plain long sentence";
  private static VoicePactServer server;
  private static Api api;
  private static Browser second;

  @BeforeAll
  static void start() {
    Map<String, String> settings = Purse.settings("0");
    settings.put("ADMIN_USER", SECOND);
    settings.put("ADMIN_PASSWORD", PASSWORD);
    server = VoicePactServer.start("settled-money", settings);
    api = Api.documented(server);
    second = Browser.of(api, SECOND, PASSWORD);
  }

  @AfterAll
  static void theLedgerIsWhole() throws SQLException {
    Ledgers.closeWhole(server);
  }

  @Test
  void twoPeopleHoldMoneyThatCameAfterTheProviderSaidThatItFailed() {
    Purse purse = Purse.confirmed(api, PHONES);
    Answer asked = purse.checkout("350000");
    String payment = asked.member("payment_id");
    String transaction = asked.member("transaction_id");
    String moved = Purse.moved(transaction, "LATE-" + transaction);
    assertProblem(purse.settle(payment, moved), 409);
    purse.answerPrompt(transaction, "refuse");
    purse.awaitPayment(payment, "failed");
    assertProblem(purse.settle(payment, moved.replace("\"at\"", "\"when\"")), 422);
    assertProblem(purse.settle(payment, Purse.moved(UUID.randomUUID().toString(), "X")), 404);

    for (int i = 0; i < 2; i++) {
      assertThat(purse.settle(payment, moved).status()).isEqualTo(202);
    }
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("0");
    Answer other =
        purse.settle(payment, second, Purse.moved(transaction, "ANOTHER-" + transaction));
    assertThat(other.status()).as(other.text()).isEqualTo(202);
    Answer done = purse.settle(payment, second, moved);

    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(done.member("status")).isEqualTo("locked");
    assertThat(purse.settle(payment, moved).status()).isEqualTo(200);
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("350000");
    assertThat(purse.status()).isEqualTo("active");
    server.awaitMessage(purse.seller(), "of the buyer is held");
    takesNoReceiptOfAnother("LATE-" + transaction);
  }

  private static void takesNoReceiptOfAnother(String receipt) {
    Purse purse = Purse.confirmed(api, PHONES);
    Answer asked = purse.checkout("350000");
    purse.answerPrompt(asked.member("transaction_id"), "refuse");
    purse.awaitPayment(asked.member("payment_id"), "failed");

    Answer refused = purse.settle(
        asked.member("payment_id"), Purse.moved(asked.member("transaction_id"), receipt));

    assertProblem(refused, 409);
    assertThat(refused.text()).contains("/receipt");
  }

  @Test
  void twoPeopleSayWhatBecameOfAPayoutThatIsContradicted() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();
    purse.sms(purse.seller(), "DELIVERED-" + purse.id());
    purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
    purse.awaitPayment(payment, "released");
    String payout =
        purse.payment(payment).path("payouts").get(0).path("transaction_id").asText();
    String own = Purse.notMoved(purse.payment(payment).path("transaction_id").asText());
    assertProblem(purse.settle(payment, own), 409);
    purse.contradict(payment, payout, "failed");
    assertProblem(purse.settle(payment, Purse.moved(payout, "ANOTHER-" + payout)), 409);

    String moved = Purse.moved(payout, "SIM-" + payout);
    assertThat(purse.settle(payment, moved).status()).isEqualTo(202);
    assertThat(purse.settle(payment, second, moved).member("status")).isEqualTo("released");

    doubt(purse, payment, payout, "failure");
    String not = Purse.notMoved(payout);
    assertThat(purse.settle(payment, not).status()).isEqualTo(202);
    assertThat(purse.settle(payment, second, not).member("status")).isEqualTo("in_review");
    assertThat(purse.settle(payment, not).status()).isEqualTo(200);
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("350000");
    assertThat(purse.money().path("released").decimalValue()).isEqualByComparingTo("0");
    server.awaitMessage(purse.seller(), "has not reached the seller");

    doubt(purse, payment, payout, "success");
    String release = "/api/v1/payments/" + payment + "/release";
    String reason = "{\"reason\": \"the seller waits\"}";
    assertProblem(api.post(release, reason, Purse.ADMINISTRATOR), 409);
    assertThat(purse.settle(payment, moved).status()).isEqualTo(202);
    assertThat(purse.settle(payment, second, moved).member("status")).isEqualTo("released");
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("0");
    assertThat(purse.money().path("released").decimalValue()).isEqualByComparingTo("350000");
    purse.assertProofHolds();
  }

  /** As by the provider’s own office: nobody tells us, but its statement has it. */
  @Test
  void twoPeopleSayThatAPaymentWasGivenBackToItsBuyer() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();
    String back = Purse.notMoved(purse.payment(payment).path("transaction_id").asText());

    assertThat(purse.settle(payment, back).status()).isEqualTo(202);
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("350000");
    Answer done = purse.settle(payment, second, back);

    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(done.member("status")).isEqualTo("failed");
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("0");
    server.awaitMessage(purse.seller(), "350,000 of the buyer is no longer held");
    assertThat(purse.checkout("350000").status()).isEqualTo(201);
    purse.assertProofHolds();
  }

  private static void doubt(Purse purse, String payment, String transaction, String status) {
    purse.notice(transaction, status, 0);
    purse.awaitPayment(payment, "in_review");
  }
}
