package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Messages leave only within the limits; what is over is parked, and nothing that people answer is lost. */
class SmsLimitsIT {

  private static final PhoneRange PHONES = new PhoneRange(8600);
  private static final String ASKS = "Reply YES-";
  private static final int SENDER_LIMIT = 30;

  private static VoicePactServer server;
  private static Api api;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  @BeforeAll
  static void start() {
    server = VoicePactServer.start("sms-limits", Map.of("SMS_UNASKED_LIMIT", "2"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Contracts with one number, each with another seller. */
  private List<String> contractsFor(String phone, int count) {
    return Collections.nCopies(count, phone).stream()
        .map(each -> api.newContract(PHONES.next(), each))
        .toList();
  }

  private void awaitAllSent() {
    api.awaitAllSent(PHONES.next());
  }

  @Test
  void aNumberThatHasNeverWrittenGetsNoMoreThanTheLimit() {
    List<String> ids = contractsFor(buyer, 4);
    awaitAllSent();

    assertThat(server.messagesTo(buyer, ASKS)).hasSize(2);
    assertThat(server.messagesTo(buyer, ASKS + ids.get(0))).hasSize(1);
    assertThat(server.messagesTo(buyer, ASKS + ids.get(1))).hasSize(1);
  }

  @Test
  void noticesCountAsTermsDo() {
    String id = api.newContract(seller, buyer);
    api.act(id, "decline", seller);
    api.newContract(PHONES.next(), buyer);
    awaitAllSent();

    assertThat(server.messagesTo(PhoneRange.masked(buyer)))
        .hasSize(2)
        .last()
        .asString()
        .contains(id + " is CANCELLED");
  }

  @Test
  void contractsThatAreMadeAtOnceDoNotGetPastTheLimit() {
    AtOnce.run(Collections.nCopies(
        6, () -> api.post("/api/v1/contracts/create/manual", Api.contract(PHONES.next(), buyer))));
    awaitAllSent();

    assertThat(server.messagesTo(buyer, ASKS)).hasSize(2);
  }

  @Test
  void whoHasWrittenOnceGetsAllThatComesAfter() {
    contractsFor(buyer, 3);
    awaitAllSent();
    assertThat(server.messagesTo(buyer, ASKS)).hasSize(2);

    api.sms(buyer.substring(1), "hello");
    List<String> later = contractsFor(buyer, 3);

    later.forEach(id -> server.awaitMessage(buyer, ASKS + id));
    server.awaitMessage(buyer, "did not understand");
  }

  @Test
  void aPlainYesDoesNotCountForAParkedText() {
    List<String> ids = contractsFor(buyer, 3);
    awaitAllSent();
    String unread = ids.get(2);
    ids.subList(0, 2).forEach(id -> api.act(id, "cancel", buyer));

    api.sms(buyer, "YES");

    assertThat(server.awaitMessage(buyer, "send the number")).contains("YES-" + unread);
    assertThat(api.signatures(unread)).isEmpty();
    api.sms(buyer, "YES-" + unread);
    assertThat(api.signatures(unread)).hasSize(1);
  }

  @Test
  void aNumberOfAnotherCountryGetsNothing() {
    String abroad = "+256772008699";

    String id = api.newContract(seller, abroad);
    api.sms(abroad, "hello");
    awaitAllSent();

    server.awaitMessage(seller, ASKS + id);
    assertThat(server.messagesTo(PhoneRange.masked(abroad))).isEmpty();
    assertThat(api.sms(abroad, "YES-" + id).status()).isEqualTo(200);
    assertThat(api.signatures(id)).hasSize(1);
  }

  @Test
  void whatASenderSendsBeyondTheLimitCountsWithoutAnAnswer() {
    String decided = api.newContract(seller, buyer);
    api.act(decided, "confirm", seller);
    String undecided = api.newContract(seller, buyer);
    for (int i = 0; i < SENDER_LIMIT; i++) {
      assertThat(api.sms(buyer, "hello").status()).isEqualTo(200);
    }

    String messageId = UUID.randomUUID().toString();
    assertThat(api.sms(messageId, buyer, "YES-" + undecided).status()).isEqualTo(200);
    assertThat(api.sms(buyer, "YES-" + decided).status()).isEqualTo(200);

    assertThat(api.signatures(undecided).get(0).at("/statement/message_id").asText())
        .isEqualTo(messageId);
    assertThat(api.contract(decided).path("status").asText()).isEqualTo("active");
    server.awaitMessage(buyer, decided + " is CONFIRMED");
    awaitAllSent();
    assertThat(server.messagesTo(buyer, "did not understand")).hasSize(1);
    assertThat(server.messagesTo(buyer, "You confirmed")).isEmpty();
  }

  @Test
  void theLastMessageWithinASendersLimitIsAnswered() {
    String id = api.newContract(seller, buyer);
    for (int i = 1; i < SENDER_LIMIT; i++) {
      api.sms(buyer, "hello");
    }

    api.sms(buyer, "YES-" + id);

    server.awaitMessage(buyer, "You confirmed " + id);
  }

  @Test
  void ofMessagesAtOnceOnlyOneIsTheLastThatIsAnswered() {
    for (int i = 1; i < SENDER_LIMIT; i++) {
      api.sms(buyer, "hello");
    }

    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 100; i < 110; i++) {
      String text = "YES-AG-2020-000" + i;
      calls.add(() -> api.sms(buyer, text));
    }
    AtOnce.run(calls);
    awaitAllSent();

    assertThat(server.messagesTo(buyer, "There is no contract")).hasSize(1);
  }

  @Test
  void anotherSenderIsAnsweredAllTheSame() {
    for (int i = 0; i <= SENDER_LIMIT; i++) {
      api.sms(buyer, "hello");
    }

    api.sms(seller, "hello");

    server.awaitMessage(seller, "did not understand");
  }
}
