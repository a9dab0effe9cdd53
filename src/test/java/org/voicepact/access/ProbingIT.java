package org.voicepact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.PartyAct;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Who tries numbers finds no party, however many addresses the tries come from. */
class ProbingIT {

  private static final PhoneRange PHONES = new PhoneRange(6400);
  private static final int ALLOWED = 10;
  private static final int GUESSES = 10_000;
  private static final int ADDRESSES = 1_000;
  private static final int THREADS = 16;

  /** The numbers that are guessed; their last four digits are the only thing that is not known. */
  private static final String GUESSED = "+25471300%04d";

  private static VoicePactServer server;
  private static Api api;
  private static Api unchecked;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "probing",
        Map.of(
            "PARTY_PROOF", "phone",
            "TRUSTED_PROXIES", "127.0.0.1,::1",
            "RATE_LIMIT_CREATE", "off",
            "RATE_LIMIT_CONFIRM", "off",
            "RATE_LIMIT_OTP", "off",
            "RATE_LIMIT_DEFAULT", "off",
            "SMS_UNASKED_LIMIT", "off"));
    api = Api.documented(server);
    unchecked = Api.undocumented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String[] from(int guess) {
    int address = guess % ADDRESSES;
    return new String[] {"X-Forwarded-For", "198.51." + address / 250 + "." + (1 + address % 250)};
  }

  private static Answer look(Api by, String id, String phone, String... headers) {
    return by.get("/api/v1/contracts/" + id + "?phone_number=" + Api.encoded(phone), headers);
  }

  private static long count(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  private static void assertRefusedForAWhile(Answer answer) {
    assertProblem(answer, 429);
    assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 3600L);
  }

  private static List<Answer> allOf(List<Callable<Answer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> each : threads.invokeAll(calls)) {
        answers.add(each.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tenThousandGuessesFromAThousandAddressesFindNothing() throws Exception {
    String rightSeller = GUESSED.formatted(GUESSES / 2);
    String rightBuyer = GUESSED.formatted(GUESSES / 2 + 1);
    String id = api.newContract(rightSeller, rightBuyer);

    List<Answer> answers = allOf(IntStream.range(0, GUESSES)
        .<Callable<Answer>>mapToObj(guess ->
            () -> PartyAct.CONFIRM.by(unchecked, id, GUESSED.formatted(guess), from(guess)))
        .toList());

    assertThat(count(answers, 404)).isEqualTo(ALLOWED);
    assertThat(count(answers, 429)).isEqualTo(GUESSES - ALLOWED);
    answers.stream()
        .filter(answer -> answer.status() == 429)
        .forEach(answer -> assertThat(answer.header("Retry-After")).matches("[1-9][0-9]{0,3}"));
    assertThat(api.signatures(id)).isEmpty();
    assertRefusedForAWhile(PartyAct.CONFIRM.by(api, id, rightSeller));

    api.sms(rightSeller, "YES-" + id);
    api.sms(rightBuyer, "YES-" + id);
    assertThat(api.contract(id).path("status").asText()).isEqualTo("active");
  }

  @Test
  void fiftyWrongTriesAtOnceAreCountedOneByOne() {
    String id = api.newContract(seller, buyer);
    List<Callable<Answer>> calls = IntStream.range(0, 50)
        .<Callable<Answer>>mapToObj(guess ->
            () -> PartyAct.CONFIRM.by(api.patient(), id, GUESSED.formatted(guess), from(guess)))
        .toList();

    List<Answer> answers = AtOnce.run(calls);

    assertThat(count(answers, 404)).isEqualTo(ALLOWED);
    assertThat(count(answers, 429)).isEqualTo(50 - ALLOWED);
  }

  @Test
  void oneNumberTriedAtFiftyContractsAtOnceIsCountedOneByOne() {
    String guessed = PHONES.next();
    List<String> ids =
        IntStream.range(0, 50).mapToObj(i -> api.newContract(seller, buyer)).toList();

    List<Answer> answers = AtOnce.run(ids.stream()
        .<Callable<Answer>>map(id -> () -> PartyAct.CONFIRM.by(api.patient(), id, guessed))
        .toList());

    assertThat(count(answers, 404)).isEqualTo(ALLOWED);
    assertThat(count(answers, 429)).isEqualTo(50 - ALLOWED);
  }

  @Test
  void aNumberThatWasWrongAtTenContractsIsNotTriedAtAnEleventh() {
    for (int i = 0; i < ALLOWED; i++) {
      assertProblem(PartyAct.CONFIRM.by(api, api.newContract(PHONES.next(), buyer), seller), 404);
    }
    String own = api.newContract(seller, buyer);

    assertRefusedForAWhile(PartyAct.CONFIRM.by(api, own, seller));
    assertRefusedForAWhile(look(api, own, seller));
    assertThat(api.signatures(own)).isEmpty();
    assertThat(PartyAct.CONFIRM.by(api, own, buyer).status()).isEqualTo(200);
    assertThat(api.sms(seller, "YES-" + own).status()).isEqualTo(200);
    assertThat(api.contract(own).path("status").asText()).isEqualTo("active");
  }

  @Test
  void contractsThatAreUnknownCountForTheNumberToo() {
    for (int i = 0; i < ALLOWED; i++) {
      assertProblem(PartyAct.CONFIRM.by(api, "AG-2021-00000" + i, seller), 404);
    }

    assertRefusedForAWhile(PartyAct.CONFIRM.by(api, "AG-2021-000010", seller));
  }

  @Test
  void oneWhoLooksWithGuessedNumbersIsCountedLikewise() {
    String id = api.newContract(seller, buyer);
    for (int guess = 0; guess < ALLOWED; guess++) {
      Answer answer = look(api, id, GUESSED.formatted(100 + guess), from(guess));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).doesNotContain(seller, buyer);
    }

    assertRefusedForAWhile(look(api, id, seller));
    assertRefusedForAWhile(
        api.get("/api/v1/contracts/" + id + "/status?phone_number=" + Api.encoded(seller)));
    assertRefusedForAWhile(PartyAct.CONFIRM.by(api, id, seller));
    assertThat(api.get("/api/v1/contracts/" + id).status()).isEqualTo(200);
    assertThat(api.signatures(id)).isEmpty();
  }

  @Test
  void whoIsRefusedHasChangedNothing() {
    for (int round = 0; round < 10; round++) {
      String id = api.newContract(PHONES.next(), buyer);
      List<Callable<Answer>> calls = new ArrayList<>();
      calls.add(() -> api.patient().amend(id, buyer, "\"total_amount\": 5"));
      for (int guess = 0; guess < 2 * ALLOWED; guess++) {
        String guessed = PHONES.next();
        calls.add(() -> PartyAct.CONFIRM.by(api.patient(), id, guessed));
      }

      Answer amended = AtOnce.run(calls).get(0);

      assertThat(amended.status()).isIn(200, 429);
      assertThat(api.contract(id).path("version").intValue())
          .isEqualTo(amended.status() == 200 ? 2 : 1);
    }
  }

  @Test
  void rightCallsAreNotCounted() {
    String id = api.newContract(seller, buyer);
    for (int i = 0; i < 2 * ALLOWED; i++) {
      assertThat(PartyAct.CONFIRM.by(api, id, seller).status()).isEqualTo(200);
      assertThat(look(api, id, seller).text()).contains(seller).doesNotContain(buyer);
    }
    assertThat(PartyAct.CONFIRM.by(api, id, buyer).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void noSuchContractAndNotAPartyAreTheSameAnswer(PartyAct act) {
    String id = api.newContract(seller, buyer);
    String stranger = PHONES.next();
    String unknown = "AG-2020-00" + stranger.substring(stranger.length() - 4);

    Answer notAParty = act.by(api, id, stranger);
    Answer noContract = act.by(api, unknown, seller);
    Answer neither = act.by(api, unknown, stranger);

    assertProblem(notAParty, 404, seller, buyer, stranger);
    assertProblem(noContract, 404, seller);
    assertThat(List.of(noContract, neither))
        .extracting(answer -> answer.member("detail"))
        .containsOnly(notAParty.member("detail"));
  }
}
