package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** What the telephone gateway may send; once a message is stored the answer is 200. */
@OnSharedServer
class SmsWebhookIT {

  private static final String WEBHOOK = "/api/v1/sms/webhook";
  private static final PhoneRange PHONES = new PhoneRange(8200);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  /** A message as Africa's Talking delivers it, with all its fields. */
  private static Map<String, String> message(String from, String text) {
    Map<String, String> form = new HashMap<>();
    form.put("linkId", "03090445075804249226");
    form.put("text", text);
    form.put("to", "21512");
    form.put("id", UUID.randomUUID().toString());
    form.put("date", "2026-11-24T06:04:45Z");
    form.put("from", from);
    form.put("cost", "KES 1.00");
    form.put("networkCode", "63902");
    return form;
  }

  private static void assertTaken(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.member("status")).isEqualTo("received");
  }

  @Test
  void aWholeMessageIsTaken(Api api) {
    String id = api.newContract(seller, buyer);

    assertTaken(api.form(WEBHOOK, message(buyer, "YES-" + id)));

    assertThat(api.signatures(id)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-05-03T06:04:45Z",
        "2017-05-03 06:04:45",
        "2018-03-19T08:34:18.445Z",
        "2017-05-03T06:04:45+03:00",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01 00:00:00",
        "yesterday",
        "2017-99-99 99:99:99",
        "\u0000"
      })
  void theDateIsNoReasonToRefuseAMessage(String date, Api api) {
    String id = api.newContract(seller, buyer);
    Map<String, String> message = message(buyer, "YES-" + id);
    message.put("date", date);

    assertTaken(api.form(WEBHOOK, message));

    assertThat(api.signatures(id)).hasSize(1);
  }

  @Test
  void theSameIdTwiceHasOneEffect(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    Map<String, String> message = message(buyer, "YES-" + id);

    assertTaken(api.form(WEBHOOK, message));
    api.amend(id, seller, "\"total_amount\": 1");
    assertTaken(api.form(WEBHOOK, message));
    message.put("text", "NO-" + id + "-2");
    assertTaken(api.form(WEBHOOK, message));

    api.awaitAllSent(PHONES.next());
    assertThat(api.contract(id).path("status").asText()).isEqualTo("pending");
    assertThat(api.signatures(id)).hasSize(1);
    assertThat(server.messagesTo(buyer, "You confirmed")).hasSize(1);
    assertThat(server.messagesTo(buyer, "has CHANGED")).hasSize(1);
  }

  @Test
  void theSameWordsUnderAnotherIdGetNoSecondEqualAnswer(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    for (int i = 0; i < 3; i++) {
      assertTaken(api.form(WEBHOOK, message(buyer, "YES-" + id)));
      assertTaken(api.form(WEBHOOK, message(buyer, "what?")));
      assertTaken(api.form(WEBHOOK, message(buyer, "YES-AG-2020-000001")));
    }

    api.awaitAllSent(PHONES.next());
    assertThat(server.messagesTo(buyer, "You confirmed")).hasSize(1);
    assertThat(server.messagesTo(buyer, "did not understand")).hasSize(1);
    assertThat(server.messagesTo(buyer, "There is no contract")).hasSize(1);
    assertThat(api.signatures(id)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MTN", "Safaricom", "21512", "+1", "\u0000", "+25471200820\u0663x", "\ud83d\ude02"
      })
  void aSenderWhoIsNoNumberIsStoredAndNotAnswered(String sender, Api api, VoicePactServer server) {
    Map<String, String> message = message(sender, "what?");

    assertTaken(api.form(WEBHOOK, message));
    assertTaken(api.form(WEBHOOK, message));

    api.awaitAllSent(PHONES.next());
    assertThat(server.console()).doesNotContain("SMS to " + sender);
  }

  @Test
  void aVeryLongTextIsTaken(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    assertTaken(api.form(WEBHOOK, message(buyer, "YES-" + id + "x".repeat(100_000))));
    assertTaken(api.form(WEBHOOK, message(buyer, "\ud83d\ude02".repeat(50_000))));
    assertTaken(api.form(WEBHOOK, message(buyer, "YES-".repeat(25_000))));
    assertTaken(api.form(WEBHOOK, message(buyer, "\u0000\u0007\u202e" + "a\u0301".repeat(50_000))));

    server.awaitMessage(buyer, "did not understand");
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  void aTextMayBeMissingOrEmpty(Api api, VoicePactServer server) {
    assertTaken(api.form(WEBHOOK, Map.of("from", buyer, "id", UUID.randomUUID().toString())));
    assertTaken(api.form(WEBHOOK, Map.of("from", buyer, "text", "")));
    assertTaken(api.form(WEBHOOK, Map.of("from", buyer, "text", "  ", "id", "")));

    server.awaitMessage(buyer, "did not understand");
  }

  @Test
  void withoutASenderItIs422(Api api) {
    Map<String, String> message = message(buyer, "YES");
    message.remove("from");
    Answer answer = api.form(WEBHOOK, message);
    assertProblem(answer, 422, buyer);
    assertThat(answer.faults()).containsExactly("from");
    message.put("from", " \t ");
    assertProblem(api.form(WEBHOOK, message), 422);
    assertProblem(api.form(WEBHOOK, Map.of()), 422);
  }

  @Test
  void fieldsAreLimitedButNoMessageIsLostForThem(Api api) {
    Map<String, String> message = message(buyer, "what?");
    message.put("id", "x".repeat(201));
    Answer answer = api.form(WEBHOOK, message);
    assertProblem(answer, 422, buyer);
    assertThat(answer.faults()).containsExactly("id");

    message.put("id", "\u0000" + UUID.randomUUID());
    for (String field : new String[] {"to", "linkId", "cost", "networkCode"}) {
      message.put(field, "\u0000" + "y".repeat(5000));
    }
    assertTaken(api.form(WEBHOOK, message));
    assertTaken(api.form(WEBHOOK, message));
  }

  @Test
  void anotherTypeIs415(Api api) {
    assertProblem(api.post(WEBHOOK, "{\"from\": \"" + buyer + "\"}"), 415, buyer);
    assertProblem(api.send(api.request(WEBHOOK).POST(BodyPublishers.noBody())), 415);
    assertProblem(api.get(WEBHOOK), 405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ZZ", "%", "%4", "%u1234"})
  void aFormThatIsNotEncodedAsItMustBeIs400(String encoded, Api api) {
    Answer answer = api.send(api.request(WEBHOOK)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("from=" + Api.encoded(buyer) + "&text=" + encoded)));

    assertProblem(answer, 400, buyer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF%FE", "%C3%28", "%ED%A0%80", "=&=&&text&from=x"})
  void bytesThatAreNoTextAreTakenAsTheyCanBe(String encoded, Api api) {
    assertTaken(api.send(api.request(WEBHOOK)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .POST(BodyPublishers.ofString("from=" + Api.encoded(buyer) + "&text=" + encoded))));
  }
}
