package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.Deal;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Contracts that are carried out by text messages alone. */
class FulfilmentBySmsIT {

  private static final PhoneRange PHONES = new PhoneRange(9800);

  private static VoicePactServer server;
  private static Api api;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "fulfilment-by-sms",
        Map.of(
            "DELIVERY_ACCEPT_TIMEOUT", "30",
            "RATE_LIMIT_CREATE", "off",
            "SMS_UNASKED_LIMIT", "off"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private String active() {
    String id = api.newContract(seller, buyer);
    api.sms(seller, "YES-" + id);
    api.sms(buyer, "YES-" + id);
    assertThat(status(id)).isEqualTo("active");
    return id;
  }

  private static String status(String id) {
    return api.contract(id).path("status").asText();
  }

  /** Sends a text, has the gateway repeat it, and waits for the answer. */
  private static void ask(String from, String text, String answer) {
    String message = UUID.randomUUID().toString();
    api.sms(message, from, text);
    api.sms(message, from, text);
    server.awaitMessage(from, answer);
  }

  @Test
  void aSellerDeliversInTwoPartsAndABuyerAcceptsThem() {
    String id = active();
    server.awaitMessage(seller, "When you have delivered, send DELIVERED-" + id);

    ask(seller, "delivered " + id + " 60 bags", "We have noted your delivery for " + id);
    server.awaitMessage(buyer, "the seller has delivered 60 bags. Reply ACCEPT-" + id + " to");
    server.awaitMessage(buyer, "If you do not answer in 30 seconds, it counts as accepted.");
    ask(buyer, "STATUS-" + id, "a delivery waits for you. Reply ACCEPT-" + id);
    ask(buyer, "ACCEPT-" + id, "We have noted that you accepted the delivery for " + id);
    server.awaitMessage(seller, "the buyer has accepted 60 of 100 bags so far");
    assertThat(status(id)).isEqualTo("active");

    ask(seller, "DELIVERED-" + id, "We have noted your delivery");
    server.awaitMessage(buyer, "the seller has delivered 40 bags. Reply ACCEPT-" + id + "-2 to");
    // The code of the first delivery, once more, says nothing of the second.
    ask(buyer, "ACCEPT-" + id + ".", "waits for you. Reply ACCEPT-" + id + "-2 to");
    assertThat(status(id)).isEqualTo("active");
    ask(buyer, "ACCEPT-" + id + "-2", id + " is COMPLETED: the buyer accepted");
    server.awaitMessage(seller, id + " is COMPLETED: the buyer accepted the delivery.");

    assertThat(status(id)).isEqualTo("completed");
    assertThat(api.signatures(id)).hasSize(6);
    ask(buyer, "DISPUTE-" + id + " too late", id + " is completed; nothing was changed");
  }

  @Test
  void aBuyerWhoSaysNoToADeliveryIsToldWhatToSend() {
    assertToldWhatToSend(id -> "Hapana");
  }

  @Test
  void aBuyerWhoSaysNoToTheContractOfADeliveryIsToldWhatToSend() {
    assertToldWhatToSend(id -> "NO-" + id);
  }

  private void assertToldWhatToSend(UnaryOperator<String> no) {
    String id = active();
    ask(seller, "DELIVERED-" + id, "We have noted your delivery for " + id);

    ask(buyer, no.apply(id), "a delivery waits for you. Reply ACCEPT-" + id);

    assertThat(server.messagesTo(buyer, "or DISPUTE-" + id)).isNotEmpty();
    assertThat(api.contract(id).path("parties").toString()).doesNotContain("declined");
  }

  @Test
  void whatIsWrongIsAnsweredAndChangesNothing() {
    String id = api.newContract(seller, buyer);
    ask(seller, "DELIVERED-" + id, id + " is not in force yet");
    api.sms(seller, "YES-" + id);
    api.sms(buyer, "YES-" + id);

    ask(buyer, "DELIVERED-" + id, "Only the seller of " + id);
    ask(buyer, "ACCEPT-" + id, "There is no such delivery for " + id);
    ask(seller, "DELIVERED-" + id + " 101", "more than is still to be delivered");
    ask(seller, "DELIVERED-" + id + " 1,000", "Please send DELIVERED-" + id + ", or with a number");
    api.sms(seller, "DELIVERED-" + id + " 40 kg");
    api.sms(seller, "DELIVERED-" + id + " 40b");
    api.sms(seller, "DELIVERED-" + id + "-2");
    ask(buyer, "DISPUTE-" + id, "Please write what is wrong, as DISPUTE-" + id);
    ask(buyer, "ACCEPT-" + id + " if dry", "To accept the delivery send just ACCEPT-" + id);
    ask(PHONES.next(), "DELIVERED-" + id, "There is no contract " + id + " for your number");
    ask(seller, "DELIVERED-AG-1999-000001", "There is no contract AG-1999-000001");

    assertThat(status(id)).isEqualTo("active");
    assertThat(api.signatures(id)).hasSize(2);
  }

  @Test
  void aDisputeIsToldToAllAndKeepsItsReason() {
    String mediator = PHONES.next();
    String id = api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer)
                .with(
                    "parties",
                    Deal.parties(
                        Deal.party("seller", seller),
                        Deal.party("buyer", buyer),
                        "{\"role\": \"mediator\", \"name\": \"Mzee Kamau\", \"phone_number\": \""
                            + mediator + "\"}"))
                .json())
        .member("contract_id");
    server.awaitMessage(seller, "mediator Mzee Kamau. Reply YES-" + id);
    List.of(seller, buyer, mediator).forEach(phone -> api.sms(phone, "YES-" + id));

    ask(buyer, "TATIZO " + id + ": magunia 10 yamelowa", id + " is DISPUTED: the buyer says");
    server.awaitMessage(seller, "something is wrong. The mediator decides.");
    server.awaitMessage(mediator, "something is wrong. The mediator decides.");

    assertThat(status(id)).isEqualTo("disputed");
    ask(seller, "DELIVERED-" + id, id + " is disputed and waits for a decision");
    JsonNode dispute = api.get("/api/v1/contracts/" + id + "?phone_number=" + Api.encoded(buyer))
        .json()
        .path("dispute");
    assertThat(dispute.path("raised_by").asText()).isEqualTo("buyer");
  }

  @Test
  void aBuyerWhoWasToldAndSaysNothingHasAccepted() {
    String id = active();
    ask(seller, "DELIVERED-" + id, "We have noted");

    server.awaitMessage(seller, id + " is COMPLETED: the buyer did not answer in time");
    server.awaitMessage(buyer, id + " is COMPLETED: the buyer did not answer in time");
    assertThat(status(id)).isEqualTo("completed");
  }

  @Test
  void ofManyAnswersAtOnceOneDecides() {
    String id = active();
    ask(seller, "DELIVERED-" + id, "We have noted");

    List<Callable<Answer>> answers = IntStream.range(0, 16)
        .<Callable<Answer>>mapToObj(
            i -> () -> api.sms(buyer, i % 2 == 0 ? "ACCEPT-" + id : "DISPUTE-" + id + " wet " + i))
        .toList();
    assertThat(AtOnce.run(answers))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));

    assertThat(status(id)).isIn("completed", "disputed");
    assertThat(api.signatures(id)).hasSize(4);
  }
}
