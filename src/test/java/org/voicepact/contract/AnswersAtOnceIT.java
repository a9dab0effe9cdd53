package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Answers that come at the same instant have the effect of one after the other. */
@OnSharedServer
class AnswersAtOnceIT {

  private static final PhoneRange PHONES = new PhoneRange(7500);
  private static final int ROUNDS = 20;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static Callable<Answer> yes(Api api, String id, String phone) {
    return () -> api.act(id, "confirm", phone);
  }

  private static Callable<Answer> yesBySms(Api api, String id, String phone) {
    return () -> api.sms(phone, "YES-" + id);
  }

  private static JsonNode status(Api api, String id) {
    return api.get("/api/v1/contracts/" + id + "/status").json();
  }

  @Test
  void fiftyTimesTheSameYesIsOne(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", buyer);

    List<Answer> answers = AtOnce.run(Collections.nCopies(50, yes(api.patient(), id, seller)));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers)
        .extracting(answer -> answer.member("contract_status"))
        .containsOnly("active");
    assertThat(api.signatures(id)).hasSize(2);
    api.awaitAllSent(PHONES.next());
    assertThat(server.messagesTo(seller, id + " is CONFIRMED")).hasSize(1);
    assertThat(server.messagesTo(buyer, id + " is CONFIRMED")).hasSize(1);
  }

  @Test
  void fiftyTimesTheSameYesBySmsIsOneAndIsAnsweredOnce(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    List<Answer> answers = AtOnce.run(Collections.nCopies(50, yesBySms(api.patient(), id, seller)));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(api.signatures(id)).hasSize(1);
    api.awaitAllSent(PHONES.next());
    assertThat(server.messagesTo(seller, "You confirmed " + id)).hasSize(1);
  }

  @Test
  void aMessageThatIsDeliveredManyTimesAtOnceIsTakenOnce(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    List<Answer> answers =
        AtOnce.run(Collections.nCopies(20, () -> api.sms("at-once-" + id, seller, "YES-" + id)));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(api.signatures(id)).hasSize(1);
    api.awaitAllSent(PHONES.next());
    assertThat(server.messagesTo(seller, "You confirmed " + id)).hasSize(1);
  }

  @Test
  void theLastTwoAtTheSameInstantConfirmItOnce(Api api, VoicePactServer server) {
    List<String> made =
        Stream.generate(() -> api.newContract(seller, buyer)).limit(ROUNDS).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String id = made.get(round);
      Callable<Answer> sellers = round % 3 == 0 ? yesBySms(api, id, seller) : yes(api, id, seller);
      Callable<Answer> buyers = round % 3 == 1 ? yesBySms(api, id, buyer) : yes(api, id, buyer);

      List<Answer> answers = AtOnce.run(List.of(sellers, buyers));

      assertThat(answers).extracting(Answer::status).containsOnly(200);
      assertThat(status(api, id).path("status").asText()).isEqualTo("active");
      assertThat(api.signatures(id)).hasSize(2);
    }
    api.awaitAllSent(PHONES.next());
    for (String id : made) {
      assertThat(server.messagesTo(seller, id + " is CONFIRMED")).hasSize(1);
      assertThat(server.messagesTo(buyer, id + " is CONFIRMED")).hasSize(1);
    }
  }

  @Test
  void aPlainYesFromBothAtTheSameInstantConfirmsItToo(Api api, VoicePactServer server) {
    for (int round = 0; round < 5; round++) {
      String id = api.newContract(seller, buyer);
      api.awaitAllSent(PHONES.next());

      AtOnce.run(List.of(() -> api.sms(seller, "Yes"), () -> api.sms(buyer, "YES")));

      assertThat(status(api, id).path("status").asText()).isEqualTo("active");
      assertThat(api.signatures(id)).hasSize(2);
    }
  }

  @Test
  void yesAndNoAtTheSameInstantHaveOneEnd(Api api, VoicePactServer server) {
    List<String> made =
        Stream.generate(() -> api.newContract(seller, buyer)).limit(ROUNDS).toList();
    for (String id : made) {
      api.act(id, "confirm", buyer);
      List<Integer> codes =
          AtOnce.run(List.of(yes(api, id, seller), () -> api.act(id, "decline", buyer))).stream()
              .map(Answer::status)
              .toList();

      String end = status(api, id).path("status").asText();
      assertThat(codes).isEqualTo(end.equals("active") ? List.of(200, 409) : List.of(409, 200));
      assertThat(end).isIn("active", "cancelled");
    }
    api.awaitAllSent(PHONES.next());
    for (String id : made) {
      boolean confirmed = status(api, id).path("status").asText().equals("active");
      assertThat(server.messagesTo(seller, id + " is CONFIRMED")).hasSize(confirmed ? 1 : 0);
      assertThat(server.messagesTo(seller, id + " is CANCELLED")).hasSize(confirmed ? 0 : 1);
    }
  }

  @Test
  void aYesToTheOldTermsNeverCountsForTheNewOnes(Api api) {
    for (int round = 0; round < ROUNDS; round++) {
      String id = api.newContract(seller, buyer);
      String yes = "{\"phone_number\": \"" + buyer + "\", \"version\": 1}";

      List<Answer> answers = AtOnce.run(List.of(
          () -> api.amend(id, seller, "\"total_amount\": 1"),
          () -> api.post("/api/v1/contracts/" + id + "/confirm", yes)));

      assertThat(answers.get(0).status()).isEqualTo(200);
      assertThat(answers.get(1).status()).isIn(200, 409);
      assertThat(status(api, id).path("version").intValue()).isEqualTo(2);
      assertThat(status(api, id).path("progress").path("signed").intValue()).isZero();
    }
  }

  @Test
  void contractsMadeAtOnceHaveNumbersOfTheirOwn(Api api) {
    List<Callable<Answer>> calls = IntStream.range(0, 20)
        .<Callable<Answer>>mapToObj(
            i -> () -> api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer)))
        .toList();

    List<Answer> answers = AtOnce.run(calls);

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(answer -> answer.member("contract_id")).doesNotHaveDuplicates();
  }
}
