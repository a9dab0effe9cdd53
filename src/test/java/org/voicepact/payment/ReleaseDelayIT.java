package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
    server = VoicePactServer.start("release-delay", Purse.settings("3600"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
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
    assertThat(api.get(purse.path() + "/proof").status()).isEqualTo(200);
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
}
