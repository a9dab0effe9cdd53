package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Browser;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A decision that divides money must fit the provider that pays it out, which may be another than took it. */
class DividedMoneyIT {

  private static final PhoneRange PHONES = new PhoneRange(6950);

  private static final String PASSWORD = "a plain long sentence";

  private static final Map<String, String> DARAJA = Map.of(
      "PAYMENT_PROVIDER", "daraja",
      "DUAL_CONTROL_AMOUNT", "off",
      "DARAJA_BASE_URL", "http://127.0.0.1:9/",
      "DARAJA_CONSUMER_KEY", "a key",
      "DARAJA_CONSUMER_SECRET", "a secret",
      "DARAJA_SHORTCODE", "174379",
      "DARAJA_PASSKEY", "a pass key",
      "DARAJA_INITIATOR", "testapi",
      "DARAJA_SECURITY_CREDENTIAL", "Y3JlZGVudGlhbA==",
      "WEBHOOK_BASE_URL", "https://pact.example");

  @Test
  void aPartThatTheProviderDoesNotCarryIsRefusedBeforeAnythingIsDecided() {
    try (VoicePactServer server = VoicePactServer.start("divided-money", Purse.settings("0"))) {
      Api api = Api.documented(server);
      Purse purse = Purse.full(api, PHONES);
      purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " half of it is wet");
      Map<String, String> settings = Purse.settings("0");
      settings.putAll(DARAJA);
      server.restart(settings);

      Answer broken = resolved(api, purse, "completed", "150000.50");

      assertThat(broken.status()).as(broken.text()).isEqualTo(422);
      assertThat(broken.text()).contains("/seller_amount").contains("whole shillings");
      assertThat(purse.status()).isEqualTo("disputed");
      assertThat(purse.money().path("payments").get(0).path("payouts")).isEmpty();

      Answer whole = resolved(api, purse, "completed", "150000");

      assertThat(whole.status()).as(whole.text()).isEqualTo(200);
      assertThat(purse.money().path("payments").get(0).path("payouts")).hasSize(2);
      // The money was a simulated one, and this provider would pay real money for it.
      purse.awaitPayment(purse.onlyPayment(), "in_review");
      // The first of the two that stops already asks for a look at the payment.
      VoicePactServer.await(
          "neither part goes out",
          () -> purse
              .money()
              .path("payments")
              .get(0)
              .path("payouts")
              .findValuesAsText("status")
              .equals(List.of("stopped", "stopped")));
    }
  }

  /** Nobody knew whether the money had come when the dispute was decided, so nobody asked whether it can be parted so. */
  @Test
  void aDecisionThatReachesAPaymentLateIsRefusedWhereItsPartsAreNotCarried() {
    Map<String, String> settings = Purse.settings("0");
    settings.putAll(Map.of("ADMIN_USER", "second", "ADMIN_PASSWORD", PASSWORD));
    try (VoicePactServer server = VoicePactServer.start("divided-late", settings)) {
      Api api = Api.documented(server);
      Purse purse = Purse.full(api, PHONES);
      String payment = purse.onlyPayment();
      String transaction = purse.payment(payment).path("transaction_id").asText();
      purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " half of it is wet");
      purse.contradict(payment, transaction, "failed");
      assertThat(resolved(api, purse, "completed", "150000.50").status()).isEqualTo(200);
      String moved = Purse.moved(transaction, "SIM-" + transaction);
      assertThat(purse.settle(payment, moved).status()).isEqualTo(202);
      Browser second = Browser.of(api, "second", PASSWORD);
      assertThat(purse.settle(payment, second, moved).status()).isEqualTo(200);
      settings.putAll(DARAJA);
      server.restart(settings);

      Answer refused = purse.decide(payment, "decision", Purse.ADMINISTRATOR);

      assertProblem(refused, 409);
      assertThat(refused.text()).contains("150000.50 KES", "whole shillings");
      assertThat(purse.payment(payment).path("payouts")).isEmpty();
      // A whole is left to the provider, after whose refusal people can say what they paid by hand.
      assertThat(purse.decide(payment, "refund", Purse.ADMINISTRATOR).status()).isEqualTo(200);
    }
  }

  /** The contract was cancelled, but the seller gets a part of the money, most of which comes only then. */
  @Test
  void whatComesAfterADecisionIsDividedByIt() {
    Map<String, String> settings = Purse.settings("0");
    settings.putAll(Map.of("ESCROW", "off", "DUAL_CONTROL_AMOUNT", "off"));
    try (VoicePactServer server = VoicePactServer.start("divided-by-decision", settings)) {
      Api api = Api.documented(server);
      Purse purse = Purse.confirmed(api, PHONES);
      String first = purse.pay("100000");
      purse.awaitPayment(first, "locked");
      Answer rest = purse.checkout("250000");
      assertThat(rest.status()).as(rest.text()).isEqualTo(201);
      purse.awaitPayment(rest.member("payment_id"), "pending");
      purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " half of it is wet");
      Answer resolved = resolved(api, purse, "cancelled", "150000");
      assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
      purse.awaitPayment(first, "released");

      purse.answerPrompt(rest.member("transaction_id"), "approve");

      String id = rest.member("payment_id");
      purse.awaitPayment(id, "in_review");
      assertThat(purse.payment(id).path("review").asText()).isEqualTo("late");
      server.awaitMessage(purse.buyer(), "250,000 waits until somebody has looked");
      assertThat(server.messagesTo(purse.buyer(), "goes back to the buyer")).isEmpty();
      assertThat(purse.payment(id).path("payouts")).isEmpty();
      assertThat(purse.decide(id, "decision", Purse.ADMINISTRATOR).status()).isEqualTo(200);
      purse.awaitPayment(id, "released");
      assertThat(purse.money().path("released").decimalValue()).isEqualByComparingTo("150000");
      assertThat(purse.money().path("refunded").decimalValue()).isEqualByComparingTo("200000");
    }
  }

  /** As where the setting was lost for a while. */
  @Test
  void withoutAProviderWhatIsDueWaits() {
    try (VoicePactServer server =
        VoicePactServer.start("money-without-provider", Purse.settings("5"))) {
      Purse purse = Purse.full(Api.documented(server), PHONES);
      purse.sms(purse.seller(), "DELIVERED-" + purse.id());
      purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
      Map<String, String> settings = Purse.settings("5");
      settings.putAll(Map.of("PAYMENT_PROVIDER", "none", "ESCROW", "off"));
      server.restart(settings);
      assertThat(purse.payment(purse.onlyPayment()).path("status").asText()).isEqualTo("locked");

      server.restart(Purse.settings("5"));

      purse.awaitPayment(purse.onlyPayment(), "released");
    }
  }

  private static Answer resolved(Api api, Purse purse, String outcome, String sellerAmount) {
    return api.post(
        purse.path() + "/resolve",
        "{\"outcome\": \"" + outcome + "\", \"seller_amount\": " + sellerAmount
            + ", \"reason\": \"half was wet\"}",
        Purse.ADMINISTRATOR);
  }
}
