package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Between an acceptance and the release a dispute stops the money, and a decision says who gets it. */
class ReleaseDelayIT {

  private static final PhoneRange PHONES = new PhoneRange(6500);
  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(Purse.settings("3600"));
    settings.put("DELIVERY_ACCEPT_TIMEOUT", "15");
    settings.put("DUAL_CONTROL_AMOUNT", "off");
    server = VoicePactServer.start("release-delay", settings);
    api = Api.documented(server);
  }

  @AfterAll
  static void theLedgerIsWhole() throws SQLException {
    Ledgers.closeWhole(server);
  }

  private static Purse accepted() {
    Purse purse = Purse.full(api, PHONES);
    purse.sms(purse.seller(), "DELIVERED-" + purse.id());
    purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
    assertThat(purse.status()).isEqualTo("completed");
    return purse;
  }

  @Test
  void aDisputeStopsTheReleaseAndADecisionDividesTheMoney() {
    Purse purse = accepted();
    String payment = purse.onlyPayment();
    JsonNode release = purse.payment(payment).path("payouts").get(0);
    assertThat(release.path("status").asText()).isEqualTo("scheduled");
    for (String phone : List.of(purse.seller(), purse.buyer())) {
      assertThat(server.awaitMessage(phone, "goes to the seller"))
          .contains(
              "KES 350,000",
              "..." + purse.seller().substring(purse.seller().length() - 4),
              "DISPUTE-" + purse.id());
    }
    assertProblem(purse.decide(payment, "release", Purse.ADMINISTRATOR), 409);

    purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " half of it is wet");

    assertThat(purse.status()).isEqualTo("disputed");
    assertThat(purse.payment(payment).path("payouts").get(0).path("status").asText())
        .isEqualTo("stopped");
    server.awaitMessage(purse.seller(), "stays held");
    assertProblem(purse.decide(payment, "refund", Purse.ADMINISTRATOR), 409);
    String tooMuch = "{\"outcome\": \"completed\", \"seller_amount\": 350001, \"reason\": \"so\"}";
    assertProblem(api.post(purse.path() + "/resolve", tooMuch, Purse.ADMINISTRATOR), 422);
    Answer decided = api.post(
        purse.path() + "/resolve",
        "{\"outcome\": \"completed\", \"seller_amount\": 150000, \"reason\": \"half was wet\"}",
        Purse.ADMINISTRATOR);
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    assertThat(decided.json().path("dispute").path("seller_amount").decimalValue())
        .isEqualByComparingTo("150000");

    purse.awaitPayment(payment, "released");
    JsonNode money = purse.money();
    assertThat(money.path("released").decimalValue()).isEqualByComparingTo("150000");
    assertThat(money.path("refunded").decimalValue()).isEqualByComparingTo("200000");
    assertThat(money.path("held").decimalValue()).isEqualByComparingTo("0");
    purse.assertProofHolds();
  }

  @Test
  void aCancelledContractPaysBack() {
    Purse purse = Purse.full(api, PHONES);
    purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " nothing came");

    assertThat(api.post(
                purse.path() + "/resolve",
                "{\"outcome\": \"cancelled\", \"reason\": \"nothing came\"}",
                Purse.ADMINISTRATOR)
            .status())
        .isEqualTo(200);

    purse.awaitPayment(purse.onlyPayment(), "refunded");
    assertThat(purse.money().path("refunded").decimalValue()).isEqualByComparingTo("350000");
  }

  @Test
  void silenceReleasesNothingAndCanStillBeDisputed() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();
    purse.sms(purse.seller(), "DELIVERED-" + purse.id());

    purse.awaitPayment(payment, "in_review");
    assertThat(purse.status()).isEqualTo("completed");
    assertThat(purse.payment(payment).path("review").asText()).isEqualTo("silence");
    assertThat(purse.payment(payment).path("payouts")).isEmpty();

    purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " nothing came");
    assertThat(purse.status()).isEqualTo("disputed");
    assertThat(api.post(
                purse.path() + "/resolve",
                "{\"outcome\": \"cancelled\", \"reason\": \"nothing came\"}",
                Purse.ADMINISTRATOR)
            .status())
        .isEqualTo(200);
    purse.awaitPayment(payment, "refunded");
    purse.assertProofHolds();
  }
}
