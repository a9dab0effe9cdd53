package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A party answers with a text message, as people type it. */
@OnSharedServer
class AnsweringBySmsIT {

  private static final PhoneRange PHONES = new PhoneRange(8000);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static String confirmationOf(Api api, String id, int party) {
    return api.contract(id).path("parties").get(party).path("confirmation").asText();
  }

  static Stream<Arguments> waysToSayYes() {
    return Stream.of(
        way("as the message says", id -> "YES-" + id),
        way("small letters", id -> "yes-" + id.toLowerCase()),
        way("blanks", id -> "Yes " + id.replace('-', ' ')),
        way("nothing between", id -> "yes" + id.replace("-", "")),
        way("full stop", id -> "YES " + id + "."),
        way("blanks and line ends around", id -> " \r\n YES - " + id + " \n"),
        way("quotation marks", id -> "\u201cYES-" + id + "\u201d"),
        way("long dashes", id -> "YES\u2014" + id.replace('-', '\u2013')),
        way("zeros left out", id -> "YES-" + shortened(id)),
        way("full-width letters", id -> "\uff39\uff25\uff33-" + id),
        way("zero-width characters", id -> "YES\u200b-\ufeff" + id.replace("-", "-\u200d")),
        way("Arabic digits", AnsweringBySmsIT::inArabicDigits));
  }

  private static Arguments way(String name, UnaryOperator<String> typed) {
    return Arguments.of(name, typed);
  }

  /** Without the zeros at the front of the number, but with three digits at least. */
  private static String shortened(String id) {
    String number = id.substring(8);
    while (number.length() > 3 && number.startsWith("0")) {
      number = number.substring(1);
    }
    return id.substring(0, 8) + number;
  }

  private static String inArabicDigits(String id) {
    StringBuilder typed = new StringBuilder("YES-");
    id.chars().forEach(c -> typed.append((char) (c >= '0' && c <= '9' ? c - '0' + '\u0660' : c)));
    return typed.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToSayYes")
  void aYesIsUnderstoodHoweverItIsTyped(
      String name, UnaryOperator<String> typed, Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    assertThat(api.sms(buyer, typed.apply(id)).status()).isEqualTo(200);

    assertThat(confirmationOf(api, id, 1)).isEqualTo("confirmed");
    assertThat(server.awaitMessage(buyer, "You confirmed " + id)).contains("1 of 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO-%s", "no %s", "No, %s. Too expensive for me", "NO-%s\n\nSorry"})
  void aNoMayHaveAReason(String typed, Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    api.sms(buyer, typed.formatted(id));

    assertThat(api.contract(id).path("status").asText()).isEqualTo("cancelled");
    assertThat(server.awaitMessage(seller, id + " is CANCELLED"))
        .contains("the buyer declined it")
        .doesNotContain("expensive");
    server.awaitMessage(buyer, id + " is CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YES-%s if you pay the transport",
        "YES NO-%s",
        "I say YES-%s",
        "YESS-%s",
        "Y-%s",
        "%s",
        "YES-%s YES-AG-2026-000001",
        "hello",
        "?",
        "'; DROP TABLE contract; --"
      })
  void whatIsNoClearAnswerIsAnsweredWithHelpAndChangesNothing(
      String typed, Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    assertThat(api.sms(buyer, typed.formatted(id)).status()).isEqualTo(200);

    assertThat(server.awaitMessage(buyer, "did not understand")).contains("YES-", "NO-");
    assertThat(confirmationOf(api, id, 1)).isEqualTo("pending");
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  void theLastYesBySmsIsToldToAllAndNotAnsweredBesides(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.sms(seller, "YES-" + id);
    api.sms(buyer, "YES-" + id);

    server.awaitMessage(seller, id + " is CONFIRMED");
    server.awaitMessage(buyer, id + " is CONFIRMED");
    api.awaitAllSent(PHONES.next());
    assertThat(server.messagesTo(buyer, "You confirmed")).isEmpty();
  }

  @Test
  void aPlainYesIsEnoughWhereOneContractWaitsAndItsMessageWasSent(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.awaitAllSent(PHONES.next());

    api.sms(buyer, " Yes! ");

    assertThat(confirmationOf(api, id, 1)).isEqualTo("confirmed");
    api.sms(seller, "no");
    assertThat(api.contract(id).path("status").asText()).isEqualTo("cancelled");
  }

  /** The network was slow, or this server away: what it says was meant for something else. */
  @Test
  void aPlainYesThatWasWrittenBeforeTheQuestionIsAskedForTheNumber(
      Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.awaitAllSent(PHONES.next());

    writtenAt(api, Instant.now().minus(Duration.ofMinutes(10)));

    assertThat(server.awaitMessage(buyer, "send the number")).contains("YES-" + id);
    assertThat(confirmationOf(api, id, 1)).isEqualTo("pending");
    writtenAt(api, Instant.now().minus(Duration.ofMinutes(1)));
    assertThat(confirmationOf(api, id, 1)).isEqualTo("confirmed");
  }

  private void writtenAt(Api api, Instant time) {
    Map<String, String> message = Map.of(
        "from", buyer, "text", "YES", "id", UUID.randomUUID().toString(), "date", time.toString());
    assertThat(api.form("/api/v1/sms/webhook", message).status()).isEqualTo(200);
  }

  @Test
  void aPlainYesAnswersTheVersionWhoseMessageWasSent(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.amend(id, seller, "\"total_amount\": 1");
    server.awaitMessage(buyer, "has CHANGED");
    api.awaitAllSent(PHONES.next());

    api.sms(buyer, "YES");

    assertThat(confirmationOf(api, id, 1)).isEqualTo("confirmed");
    assertThat(api.signatures(id).get(0).path("statement").path("version").asText())
        .isEqualTo("2");
  }

  @Test
  void aPlainYesWithTwoContractsWaitingIsAskedWhichOne(Api api, VoicePactServer server) {
    String first = api.newContract(seller, buyer);
    String second = api.newContract(seller, buyer);
    api.awaitAllSent(PHONES.next());

    api.sms(buyer, "yes");

    assertThat(server.awaitMessage(buyer, "send the number"))
        .contains("YES-" + second, "NO-" + second);
    assertThat(confirmationOf(api, first, 1)).isEqualTo("pending");
    assertThat(confirmationOf(api, second, 1)).isEqualTo("pending");
  }

  @Test
  void aPlainNoAfterOnesOwnYesIsAskedForTheNumber(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.awaitAllSent(PHONES.next());
    api.sms(buyer, "yes");
    server.awaitMessage(buyer, "You confirmed " + id);

    api.sms(buyer, "no");

    assertThat(server.awaitMessage(buyer, "send the number")).contains("YES-" + id, "NO-" + id);
    assertThat(confirmationOf(api, id, 1)).isEqualTo("confirmed");
    assertThat(api.contract(id).path("status").asText()).isEqualTo("pending");
    api.sms(buyer, "NO-" + id);
    assertThat(api.contract(id).path("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void aPlainNoIsAskedForTheNumberOfWhatIsUnanswered(Api api, VoicePactServer server) {
    String unanswered = api.newContract(seller, buyer);
    String answered = api.newContract(seller, buyer);
    api.awaitAllSent(PHONES.next());
    api.sms(buyer, "YES-" + answered);
    server.awaitMessage(buyer, "You confirmed " + answered);

    api.sms(buyer, "no");

    assertThat(server.awaitMessage(buyer, "send the number"))
        .contains("NO-" + unanswered)
        .doesNotContain(answered);
  }

  @Test
  void aPlainYesAfterAnotherQuestionIsAskedForTheNumber(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.awaitAllSent(PHONES.next());
    api.sms(buyer, "what?");
    server.awaitMessage(buyer, "did not understand");
    api.post(
        "/api/v1/sms/send",
        "{\"phoneNumber\": \"" + seller + "\", \"message\": \"Do you want a tractor?\"}",
        Administrator.of(server));
    server.awaitMessage(seller, "a tractor");
    api.awaitAllSent(PHONES.next());

    api.sms(seller, "yes");
    api.sms(buyer, "yes");

    assertThat(server.awaitMessage(seller, "send the number")).contains("YES-" + id, "NO-" + id);
    assertThat(confirmationOf(api, id, 0)).isEqualTo("pending");
    assertThat(confirmationOf(api, id, 1)).isEqualTo("confirmed");
  }

  @Test
  void aPlainYesWithNothingWaitingIsToldSo(Api api, VoicePactServer server) {
    api.sms(buyer, "YES");

    server.awaitMessage(buyer, "No contract is waiting");
  }

  @Test
  void whoIsNoPartyLearnsNothingOfTheContract(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    String stranger = PHONES.next();

    api.sms(stranger, "YES-" + id);
    String unknown = id.substring(0, 8) + "999999";
    api.sms(stranger, "NO-" + unknown);

    String known = server.awaitMessage(stranger, "There is no contract " + id);
    assertThat(server.awaitMessage(stranger, "There is no contract " + unknown))
        .isEqualTo(known.replace(id, unknown));
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  void anEndedContractIsAnsweredByWhatBecameOfIt(Api api, VoicePactServer server) {
    String cancelled = api.newContract(seller, buyer);
    api.act(cancelled, "decline", seller);
    String confirmed = api.newContract(seller, buyer);
    api.act(confirmed, "confirm", seller);
    api.act(confirmed, "confirm", buyer);

    api.sms(buyer, "YES-" + cancelled);
    api.sms(buyer, "NO-" + confirmed);
    api.sms(buyer, "YES-" + confirmed);

    assertThat(server.awaitMessage(buyer, cancelled + " was cancelled")).contains("not counted");
    server.awaitMessage(buyer, confirmed + " is already confirmed");
    server.awaitMessage(buyer, confirmed + ": under way.");
    assertThat(api.contract(confirmed).path("status").asText()).isEqualTo("active");
    assertThat(api.signatures(confirmed)).hasSize(2);
  }

  @Test
  void theSenderIsKnownHoweverTheGatewayWritesTheNumber(Api api) {
    List<UnaryOperator<String>> spellings = List.of(
        phone -> phone,
        phone -> phone.substring(1),
        phone -> "0" + phone.substring(4),
        phone -> " " + phone + " ",
        phone -> " " + phone.substring(1),
        phone -> " 0" + phone.substring(4));
    for (UnaryOperator<String> spelling : spellings) {
      String id = api.newContract(seller, buyer);
      api.sms(spelling.apply(buyer), "YES-" + id);
      assertThat(confirmationOf(api, id, 1)).as(spelling.apply(buyer)).isEqualTo("confirmed");
    }
  }
}
