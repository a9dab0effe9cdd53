package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.daraja.boundary.Safaricom;
import org.voicepact.platform.entity.Json;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.Shapes;
import org.voicepact.testing.VoicePactServer;

/** Money by M-Pesa, from the prompt to the payout, with a stand-in for Safaricom that answers in its shapes. */
class DarajaPaymentIT {

  private static final PhoneRange PHONES = new PhoneRange(7950);
  private static final Shapes NOTICES = Shapes.of("daraja/notices.json");

  /** Two, because M-Pesa carries 250,000 at a time. */
  private static final List<String> PARTS = List.of("200000", "150000");

  private static Safaricom safaricom;
  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    safaricom = new Safaricom();
    Map<String, String> settings = Purse.settings("0");
    settings.putAll(Map.of(
        "PAYMENT_PROVIDER", "daraja",
        "DARAJA_BASE_URL", safaricom.url(),
        "DARAJA_CONSUMER_KEY", "a key",
        "DARAJA_CONSUMER_SECRET", "a secret",
        "DARAJA_SHORTCODE", "174379",
        "DARAJA_PASSKEY", "a pass key",
        "DARAJA_INITIATOR", "testapi",
        "DARAJA_SECURITY_CREDENTIAL", "Y3JlZGVudGlhbA==",
        "WEBHOOK_BASE_URL", "https://pact.example"));
    server = VoicePactServer.start("daraja-payment", settings);
    api = Api.documented(server);
  }

  @AfterAll
  static void theLedgerIsWhole() throws SQLException {
    try {
      Ledgers.closeWhole(server);
    } finally {
      safaricom.close();
    }
  }

  @Test
  void fromThePromptToThePayout() {
    Purse purse = Purse.confirmed(api, PHONES);
    assertProblem(purse.checkout("250001"), 422);
    assertProblem(purse.checkout("9"), 422);
    PARTS.forEach(amount -> pay(purse, amount));
    assertThat(purse.status()).isEqualTo("active");
    safaricom.answer(Safaricom.PAYMENT, "payment_taken");
    safaricom.answer(Safaricom.STATUS, "status_taken");

    deliver(purse);

    for (String amount : PARTS) {
      JsonNode payout = awaitPayout(purse, amount);
      assertThat(payout.path("CommandID").asText()).isEqualTo("BusinessPayment");
      tell(payout.path("ResultURL"), done(payout));
      JsonNode question = await(Safaricom.STATUS, "OriginalConversationID", idOf(payout));
      assertThat(purse.money().path("released").decimalValue())
          .isLessThan(new BigDecimal("350000"));
      tell(question.path("ResultURL"), completed(payout));
      VoicePactServer.await(
          "the payout of " + amount, () -> statusOf(purse, amount).equals("released"));
    }
    assertThat(purse.money().path("released").decimalValue()).isEqualByComparingTo("350000");
    purse.assertProofHolds();
  }

  /** No answer to a question would say more: who asks is the one whom the provider does not take. */
  @Test
  void aPayoutThatWasTurnedDownIsHeldAgainWithoutAQuestion() {
    Purse purse = Purse.confirmed(api, PHONES);
    PARTS.forEach(amount -> pay(purse, amount));
    safaricom.answer(Safaricom.PAYMENT, "payment_taken");
    deliver(purse);
    JsonNode payout = awaitPayout(purse, "200000");

    tell(payout.path("ResultURL"), turnedDown(payout));
    // Where that took seconds, the question may have been before it.
    int asked = calls(Safaricom.STATUS, "OriginalConversationID", idOf(payout)).size();

    VoicePactServer.await(
        "the payout has failed", () -> statusOf(purse, "200000").equals("in_review"));
    assertThat(payouts(purse)).containsExactlyInAnyOrder("failed", "ordered");
    assertThat(calls(Safaricom.STATUS, "OriginalConversationID", idOf(payout))).hasSize(asked);
    server.awaitMessage(purse.seller(), "waits until somebody has looked");
  }

  /** Nor does it at present: what replaces the payout that was turned down has not left when that one was paid after all. */
  @Test
  void aPayoutThatWasMadeAfterAllTakesBackTheOneInItsPlace() {
    Purse purse = Purse.confirmed(api, PHONES);
    PARTS.forEach(amount -> pay(purse, amount));
    safaricom.answer(Safaricom.PAYMENT, "payment_taken");
    safaricom.answer(Safaricom.STATUS, "status_taken");
    deliver(purse);
    JsonNode payout = awaitPayout(purse, "200000");
    tell(payout.path("ResultURL"), turnedDown(payout));
    VoicePactServer.await(
        "the payout has failed", () -> statusOf(purse, "200000").equals("in_review"));
    safaricom.answer(Safaricom.PAYMENT, "throttled");
    String payment = idOf(purse, "200000");
    assertThat(purse.decide(payment, "release", Purse.ADMINISTRATOR).status()).isEqualTo(202);
    String[] mediator = Fulfilment.token(api, server, purse.mediator());
    Answer again = purse.decide(payment, "release", mediator);
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    VoicePactServer.await(
        "it is tried again",
        () -> ofAmount(Safaricom.PAYMENT, "PartyB", purse.seller(), "200000").size() > 1);

    tell(payout.path("ResultURL"), done(payout));
    JsonNode question = await(Safaricom.STATUS, "OriginalConversationID", idOf(payout));
    tell(question.path("ResultURL"), completed(payout));

    VoicePactServer.await(
        "nothing goes out in its place",
        () -> payoutsOf(purse, "200000").equals(List.of("failed", "failed")));
    assertThat(statusOf(purse, "200000")).isEqualTo("in_review");
    safaricom.answer(Safaricom.PAYMENT, "payment_taken");
  }

  /** Safaricom takes no more calls at present, so nothing has left yet. */
  @Test
  void aDisputeTakesBackWhatCouldNotBeTold() {
    Purse purse = Purse.confirmed(api, PHONES);
    PARTS.forEach(amount -> pay(purse, amount));
    safaricom.answer(Safaricom.PAYMENT, "throttled");
    deliver(purse);
    awaitPayout(purse, "200000");
    awaitPayout(purse, "150000");

    // While both are just being tried, there is nothing that a dispute could stop.
    VoicePactServer.await("it is disputed", () -> {
      purse.sms(purse.buyer(), "DISPUTE-" + purse.id() + " half of it is wet");
      return purse.status().equals("disputed");
    });
    VoicePactServer.await(
        "nothing is on its way", () -> payouts(purse).equals(List.of("failed", "failed")));
    int told = calls(Safaricom.PAYMENT, "PartyB", number(purse.seller())).size();
    safaricom.answer(Safaricom.PAYMENT, "payment_taken");
    String[] mediator = Fulfilment.token(api, server, purse.mediator());
    Answer resolved = api.post(
        purse.path() + "/resolve",
        "{\"phone_number\": \"" + purse.mediator()
            + "\", \"outcome\": \"cancelled\", \"reason\": \"all of it is wet\"}",
        mediator);
    assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
    for (JsonNode payment : purse.money().path("payments")) {
      assertThat(purse
              .decide(payment.path("payment_id").asText(), "decision", Purse.ADMINISTRATOR)
              .status())
          .isEqualTo(200);
    }
    await(Safaricom.PAYMENT, "PartyB", number(purse.buyer()));
    assertThat(calls(Safaricom.PAYMENT, "PartyB", number(purse.seller()))).hasSize(told);
  }

  /** In a notice of another form there could be an answer that this provider never gives. */
  @Test
  void theAddressOfOneProviderIsNoneOfAnother() {
    Purse purse = Purse.confirmed(api, PHONES);
    safaricom.answer(Safaricom.PROMPT, "prompt_taken");
    String transaction = purse.checkout("200000").member("transaction_id");
    String address =
        URI.create(awaitPrompt(purse, "200000").path("CallBackURL").asText()).getPath();
    String notice =
        "{\"transaction_id\": \"" + transaction + "\", \"status\": \"success\", \"number\": \"1\"}";

    Answer answer = api.post(address.replace("/daraja/", "/simulator/"), notice);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode kept = api.get("/api/v1/payments/notices", Purse.ADMINISTRATOR).json();
    assertThat(kept.path("notices")).anySatisfy(each -> {
      assertThat(each.path("provider").asText()).isEqualTo("simulator");
      assertThat(each.path("verdict").asText()).isEqualTo("unknown");
    });
  }

  /** A forged notice moves nothing; the provider's own makes us ask, and its answer counts. */
  private static void pay(Purse purse, String amount) {
    String known = "ws_CO_" + purse.id() + "_" + amount;
    safaricom.answer(
        Safaricom.PROMPT,
        json(Safaricom.ANSWERS.body("prompt_taken").put("CheckoutRequestID", known)));
    safaricom.answer(Safaricom.PROMPT_QUERY, "query_waiting");
    Answer asked = purse.checkout(amount);
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    String payment = asked.member("payment_id");
    JsonNode prompt = awaitPrompt(purse, amount);
    purse.awaitPayment(payment, "pending");
    ObjectNode paid = paid(purse, known, amount);
    Answer forged = api.post("/api/v1/payments/webhook/" + Purse.TOKEN, Json.write(paid));
    assertThat(forged.status()).as(forged.text()).isEqualTo(200);
    assertProblem(api.post("/api/v1/payments/webhook/daraja/guessed", Json.write(paid)), 403);
    // What answers a question is none where nothing was asked.
    tell(prompt.path("CallBackURL"), stating("Completed"));
    assertThat(purse.payment(payment).path("status").asText()).isEqualTo("pending");

    safaricom.answer(Safaricom.PROMPT_QUERY, "query_done");
    tell(prompt.path("CallBackURL"), paid);

    purse.awaitPayment(payment, "locked");
  }

  private static void deliver(Purse purse) {
    purse.sms(purse.seller(), "DELIVERED-" + purse.id());
    purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
    assertThat(purse.status()).isEqualTo("completed");
  }

  private static List<String> payouts(Purse purse) {
    return purse.money().path("payments").findValues("payouts").stream()
        .flatMap(payouts -> payouts.findValuesAsText("status").stream())
        .toList();
  }

  private static String statusOf(Purse purse, String amount) {
    return payment(purse, amount).path("status").asText();
  }

  private static String idOf(Purse purse, String amount) {
    return payment(purse, amount).path("payment_id").asText();
  }

  private static List<String> payoutsOf(Purse purse, String amount) {
    return payment(purse, amount).path("payouts").findValuesAsText("status");
  }

  private static JsonNode payment(Purse purse, String amount) {
    for (JsonNode payment : purse.money().path("payments")) {
      if (payment.path("amount").decimalValue().intValueExact() == Integer.parseInt(amount)) {
        return payment;
      }
    }
    throw new AssertionError("no payment of " + amount);
  }

  private static ObjectNode paid(Purse purse, String known, String amount) {
    ObjectNode notice = NOTICES.body("prompt_paid");
    ObjectNode callback = (ObjectNode) notice.at("/Body/stkCallback");
    callback.put("CheckoutRequestID", known);
    ArrayNode items = (ArrayNode) callback.at("/CallbackMetadata/Item");
    set(items, "Name", "Amount", amount);
    set(items, "Name", "MpesaReceiptNumber", "R" + amount + purse.id());
    set(items, "Name", "PhoneNumber", number(purse.buyer()));
    return notice;
  }

  private static ObjectNode done(JsonNode payout) {
    ObjectNode notice = named(NOTICES.body("payment_done"), payout);
    ArrayNode parameters = (ArrayNode) notice.at("/Result/ResultParameters/ResultParameter");
    set(parameters, "Key", "TransactionAmount", payout.path("Amount").asText());
    set(parameters, "Key", "TransactionReceipt", receipt(payout));
    set(parameters, "Key", "ReceiverPartyPublicName", receiver(payout));
    return notice;
  }

  private static ObjectNode turnedDown(JsonNode payout) {
    return named(NOTICES.body("payment_failed"), payout);
  }

  private static ObjectNode named(ObjectNode notice, JsonNode payout) {
    ((ObjectNode) notice.path("Result"))
        .put("OriginatorConversationID", idOf(payout))
        .put("ConversationID", conversation())
        .put("TransactionID", receipt(payout));
    return notice;
  }

  private static ObjectNode completed(JsonNode payout) {
    ObjectNode notice = NOTICES.body("answer_completed");
    ArrayNode parameters = (ArrayNode) notice.at("/Result/ResultParameters/ResultParameter");
    set(parameters, "Key", "OriginatorConversationID", idOf(payout));
    set(parameters, "Key", "ConversationID", conversation());
    set(parameters, "Key", "Amount", payout.path("Amount").asText());
    set(parameters, "Key", "ReceiptNo", receipt(payout));
    set(parameters, "Key", "CreditPartyName", receiver(payout));
    return notice;
  }

  private static JsonNode stating(String status) {
    return Json.read(
        "{\"Result\": {\"ResultCode\": 0, \"ResultParameters\": {\"ResultParameter\": [{\"Key\":"
            + " \"TransactionStatus\", \"Value\": \"" + status + "\"}]}}}");
  }

  private static void set(ArrayNode pairs, String key, String name, String value) {
    for (JsonNode pair : pairs) {
      if (pair.path(key).asText().equals(name)) {
        ((ObjectNode) pair).put("Value", value);
      }
    }
  }

  private static String conversation() {
    return Safaricom.ANSWERS.body("payment_taken").path("ConversationID").asText();
  }

  private static String receipt(JsonNode payout) {
    return "P" + idOf(payout).substring(0, 8);
  }

  private static String receiver(JsonNode payout) {
    return payout.path("PartyB").asText() + " - Somebody";
  }

  private static String idOf(JsonNode payout) {
    return payout.path("OriginatorConversationID").asText();
  }

  private static String number(String phone) {
    return phone.substring(1);
  }

  /** At the address that the provider was told, which nginx would bring to the server. */
  private static void tell(JsonNode address, JsonNode notice) {
    Answer answer = api.post(URI.create(address.asText()).getPath(), Json.write(notice));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static ResponseDefinitionBuilder json(ObjectNode body) {
    return WireMock.okJson(Json.write(body));
  }

  private static JsonNode awaitPrompt(Purse purse, String amount) {
    return awaitAmount(Safaricom.PROMPT, "PhoneNumber", purse.buyer(), amount);
  }

  private static JsonNode awaitPayout(Purse purse, String amount) {
    return awaitAmount(Safaricom.PAYMENT, "PartyB", purse.seller(), amount);
  }

  private static JsonNode awaitAmount(String path, String member, String phone, String amount) {
    VoicePactServer.await(
        amount + " at " + path, () -> !ofAmount(path, member, phone, amount).isEmpty());
    return ofAmount(path, member, phone, amount).get(0);
  }

  private static List<JsonNode> ofAmount(String path, String member, String phone, String amount) {
    return calls(path, member, number(phone)).stream()
        .filter(call -> call.path("Amount").asText().equals(amount))
        .toList();
  }

  private static JsonNode await(String path, String member, String value) {
    VoicePactServer.await(
        value + " at " + path, () -> !calls(path, member, value).isEmpty());
    return calls(path, member, value).get(0);
  }

  private static List<JsonNode> calls(String path, String member, String value) {
    return safaricom.calls(path).stream()
        .map(call -> Json.read(call.getBodyAsString()))
        .filter(call -> call.path(member).asText().equals(value))
        .toList();
  }
}
