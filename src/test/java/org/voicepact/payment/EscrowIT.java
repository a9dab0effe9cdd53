package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Money is held from the confirmation on until the goods are accepted, on the simulator. */
class EscrowIT {

  private static final PhoneRange PHONES = new PhoneRange(6100);
  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start("escrow", Purse.settings("0"));
    api = Api.documented(server);
  }

  @AfterAll
  static void theLedgerIsWhole() throws SQLException {
    Ledgers.closeWhole(server);
  }

  @Test
  void fromATypedTranscriptToReleasedMoney() throws Exception {
    Purse purse = Purse.confirmed(api, PHONES);
    assertThat(purse.status()).isEqualTo("confirmed");
    assertThat(
            api.get("/api/v1/contracts?waits_for=buyer&phone_number=" + Api.encoded(purse.buyer()))
                .text())
        .contains(purse.id());

    Answer first = purse.checkout("100000");
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(first.member("status")).isEqualTo("requested");
    assertThat(server.awaitMessage(purse.buyer(), "ask you to pay"))
        .contains("KES 100,000", purse.id());
    purse.answerPrompt(first.member("transaction_id"), "approve");
    purse.awaitPayment(first.member("payment_id"), "locked");
    assertThat(purse.status()).isEqualTo("confirmed");
    assertThat(purse.money().path("owed").decimalValue()).isEqualByComparingTo("250000");

    String second = purse.pay("250000");
    purse.awaitPayment(second, "locked");
    assertThat(purse.status()).isEqualTo("active");
    server.awaitMessage(purse.seller(), "of the buyer is held");

    purse.sms(purse.seller(), "DELIVERED-" + purse.id());
    purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
    assertThat(purse.status()).isEqualTo("completed");
    purse.awaitPayment(first.member("payment_id"), "released");
    purse.awaitPayment(second, "released");
    JsonNode money = purse.money();
    assertThat(money.path("released").decimalValue()).isEqualByComparingTo("350000");
    assertThat(money.path("held").decimalValue()).isEqualByComparingTo("0");
    assertThat(money.path("owed").decimalValue()).isEqualByComparingTo("0");
    server.awaitMessage(purse.seller(), "was paid to the seller");
    assertThat(api.get("/api/v1/payments/reports/holds", Purse.ADMINISTRATOR).text())
        .contains(second + "," + purse.id() + ",released,KES,250000.00,0.00,250000.00,0.00,");
    purse.assertProofHolds();
  }

  @Test
  void aStatementIsComparedWithTheBooks() {
    Purse purse = Purse.full(api, PHONES);
    String order = purse.money().path("payments").path(0).path("transaction_id").asText();
    String genuine = "SIM-" + order + ",350000,KES,collection,";
    assertThat(reconcile(genuine).path("differences")).isEmpty();

    assertThat(kinds(reconcile("SIM-" + order + ",349999,KES,collection,")))
        .containsExactly("other_amount");
    assertThat(kinds(reconcile("SIM-" + order + ",350000,KES,payout,")))
        .containsExactly("other_amount");
    assertThat(kinds(reconcile(genuine, "UNKNOWN,1,KES,collection,")))
        .containsExactly("missing_in_ledger");
    assertThat(kinds(reconcile(genuine, genuine))).containsExactly("twice");
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("350000");

    Answer wrong = statement("receipt,amount\nX,1", "");
    assertProblem(wrong, 422);
    assertProblem(statement(HEAD + genuine + "2026-11-28T09:30:00Z", "&from=yesterday"), 422);
    assertProblem(statement(HEAD, ""), 422);
  }

  @Test
  void whatTheStatementOfATimeDoesNotHaveIsMissingAtTheProvider() {
    Purse purse = Purse.full(api, PHONES);
    Answer answer = statement(HEAD, "&from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("differences").findValuesAsText("transaction_id"))
        .contains(purse.money().path("payments").path(0).path("transaction_id").asText());
    assertThat(kinds(answer.json())).containsOnly("missing_at_provider");
  }

  private static final String HEAD = "receipt,amount,currency,direction,completed_at\n";

  /** Each line without its time, which is one that nothing else was ordered and done in. */
  private static JsonNode reconcile(String... lines) {
    Answer answer = statement(
        HEAD
            + Stream.of(lines)
                .map(line -> line + "2020-01-01T00:00:00Z\n")
                .collect(Collectors.joining()),
        "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Answer statement(String csv, String query) {
    return api.send(
        HttpRequest.newBuilder(server.uri("/api/v1/payments/reconcile?format=plain" + query))
            .header(Purse.ADMINISTRATOR[0], Purse.ADMINISTRATOR[1])
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(csv)));
  }

  private static List<String> kinds(JsonNode found) {
    return found.path("differences").findValuesAsText("kind");
  }

  @Test
  void whatWasOnlyClaimedMovesNoMoney() {
    Fulfilment contract = Fulfilment.pending(api, PHONES);
    Stream.of(contract.seller(), contract.buyer(), contract.mediator())
        .forEach(phone ->
            assertThat(api.act(contract.id(), "confirm", phone).status()).isEqualTo(200));

    Answer refused = api.post(
        "/api/v1/payments/checkout",
        "{\"contract_id\": \"" + contract.id() + "\", \"amount\": 1, \"phone_number\": \""
            + contract.buyer() + "\"}");

    assertProblem(refused, 409, contract.seller());
    assertThat(refused.member("detail")).contains("confirmation of the seller was only claimed");
  }

  @Test
  void anAcceptanceThatWasOnlyClaimedReleasesNothing() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();
    purse.sms(purse.seller(), "DELIVERED-" + purse.id());
    assertThat(api.act(purse.id(), "accept", purse.buyer()).status()).isEqualTo(200);

    purse.awaitPayment(payment, "in_review");
    assertThat(purse.payment(payment).path("review").asText()).isEqualTo("unproved");
    Answer refused = purse.decide(payment, "release", Purse.ADMINISTRATOR);
    assertProblem(refused, 409);
    assertThat(refused.member("detail")).contains("acceptance");
  }

  @Test
  void onlyTheBuyerPaysAndNoMoreThanIsOwed() {
    Purse purse = Purse.confirmed(api, PHONES);

    assertProblem(
        api.post("/api/v1/payments/checkout", purse.order("10", purse.seller())),
        403,
        purse.buyer());
    assertProblem(
        api.post("/api/v1/payments/checkout", purse.order("10", PHONES.next())),
        404,
        purse.buyer());
    assertProblem(purse.checkout("350001"), 409);
    assertProblem(purse.checkout("0.5"), 422);
    assertProblem(purse.checkout("10000001"), 422);
    assertProblem(purse.checkout("10.001"), 422);
    assertProblem(
        api.post(
            "/api/v1/payments/checkout", purse.order("10", purse.buyer()).replace("KES", "UGX")),
        422);
    assertProblem(api.post("/api/v1/payments/checkout", "{\"amount\": 10}"), 422);
    assertThat(purse.money().path("payments")).isEmpty();
  }

  @Test
  void aRefusedPinIsAFailedPayment() {
    Purse purse = Purse.confirmed(api, PHONES);
    Answer asked = purse.checkout("350000");
    assertProblem(purse.checkout("1"), 409);

    purse.answerPrompt(asked.member("transaction_id"), "refuse");

    purse.awaitPayment(asked.member("payment_id"), "failed");
    server.awaitMessage(purse.buyer(), "was not paid");
    assertThat(purse.checkout("350000").status()).isEqualTo(201);
  }

  @Test
  void aForgedNoticeMovesNothing() throws Exception {
    Purse purse = Purse.confirmed(api, PHONES);
    Answer asked = purse.checkout("350000");
    String transaction = asked.member("transaction_id");
    purse.awaitPayment(asked.member("payment_id"), "pending");
    Map<String, String> notice = Map.of(
        "transaction_id", transaction,
        "status", "success",
        "amount", "350000",
        "currency", "KES");

    for (int i = 0; i < 5; i++) {
      assertThat(api.form("/api/v1/payments/webhook/" + Purse.TOKEN, notice).status())
          .isEqualTo(200);
    }
    assertThat(api.form("/api/v1/payments/webhook/" + Purse.TOKEN, Map.of("transaction_id", "x"))
            .status())
        .isEqualTo(200);
    assertProblem(api.form("/api/v1/payments/webhook/wrong", notice), 403);
    assertProblem(api.form("/api/v1/payments/webhook", notice), 403);

    assertThat(purse.payment(asked.member("payment_id")).path("status").asText())
        .isEqualTo("pending");
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("0");
    purse.answerPrompt(transaction, "refuse");
    purse.awaitPayment(asked.member("payment_id"), "failed");
    String payment = asked.member("payment_id");
    purse.contradict(payment, transaction, "success");
    isLookedAt(transaction);
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("0");

    for (int i = 0; i < 2; i++) {
      assertThat(purse.decide(payment, "close", Purse.ADMINISTRATOR).member("status"))
          .isEqualTo("failed");
    }
    assertThat(purse.money().path("owed").decimalValue()).isEqualByComparingTo("350000");
  }

  private static void isLookedAt(String transaction) {
    String path = "/api/v1/payments/notices";
    JsonNode open =
        api.get(path + "?status=open&limit=200", Purse.ADMINISTRATOR).json();
    List<JsonNode> ours = new ArrayList<>();
    open.path("notices").forEach(each -> {
      if (each.path("transaction_id").asText().equals(transaction)) {
        ours.add(each);
      }
    });
    assertThat(ours).hasSize(4).allMatch(each -> each.path("claim").asText().equals("succeeded"));
    assertThat(ours).allMatch(each -> each.path("verdict").asText().equals("contradicts"));
    for (JsonNode each : ours) {
      String seen = path + "/" + each.path("notice_id").asText() + "/seen";
      assertThat(api.post(seen, "", Purse.ADMINISTRATOR).member("status")).isEqualTo("seen");
      assertThat(api.post(seen, "", Purse.ADMINISTRATOR).status()).isEqualTo(200);
    }
    assertThat(api.get(path + "?status=open", Purse.ADMINISTRATOR).text())
        .doesNotContain(transaction);
    assertProblem(api.post(path + "/" + "0".repeat(64) + "/seen", "", Purse.ADMINISTRATOR), 404);
    assertProblem(api.get(path), 401);
  }

  @Test
  void oneKeyIsOnePayment() {
    Purse purse = Purse.confirmed(api, PHONES);
    String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};

    Answer first = purse.checkout("100", key);
    Answer again = purse.checkout("100", key);
    Answer other = purse.checkout("200", key);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertProblem(other, 422);
    assertThat(purse.money().path("payments")).hasSize(1);
  }

  /** Their tokens all have the same subject. */
  @Test
  void oneKeyOfTwoBuyersIsTwoPayments() {
    String key = UUID.randomUUID().toString();
    List<Answer> answers = Stream.generate(() -> Purse.confirmed(api, PHONES))
        .limit(2)
        .map(purse -> {
          String[] token = Fulfilment.token(api, server, purse.buyer());
          return purse.checkout("100", token[0], token[1], "Idempotency-Key", key);
        })
        .toList();

    assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
    assertThat(answers.get(0).member("payment_id"))
        .isNotEqualTo(answers.get(1).member("payment_id"));
  }

  @Test
  void oneKeyManyTimesAtOnceIsOnePayment() throws Exception {
    Purse purse = Purse.confirmed(api, PHONES);
    String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Answer> answers = clients
          .invokeAll(Collections.<Callable<Answer>>nCopies(16, () -> purse.checkout("100", key)))
          .stream()
          .map(EscrowIT::got)
          .toList();

      assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
      assertThat(answers.stream()
              .filter(answer -> answer.status() == 201)
              .map(Answer::text)
              .distinct())
          .hasSize(1);
      assertThat(purse.money().path("payments")).hasSize(1);
    } finally {
      clients.shutdown();
    }
  }

  private static Answer got(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void muchMoneyNeedsTwoPeopleAndTwoKeysOfOneAreOne() {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();
    String[] made = {
      "X-API-Key",
      api.post(
              "/api/v1/api-keys",
              "{\"name\": \"second\", \"scopes\": [\"admin\"]}",
              Purse.ADMINISTRATOR)
          .member("key")
    };
    assertProblem(purse.decide(payment, "refund"), 401);

    assertThat(purse.decide(payment, "refund", Purse.ADMINISTRATOR).status()).isEqualTo(202);
    assertThat(purse.decide(payment, "refund", Purse.ADMINISTRATOR).status()).isEqualTo(202);
    assertThat(purse.decide(payment, "refund", made).status()).isEqualTo(202);
    assertThat(purse.payment(payment).path("status").asText()).isEqualTo("locked");
    String[] buyer = Fulfilment.token(api, server, purse.buyer());
    assertProblem(purse.decide(payment, "refund", buyer), 403);
    String[] mediator = Fulfilment.token(api, server, purse.mediator());
    assertThat(purse.decide(payment, "refund", mediator).status()).isEqualTo(200);

    purse.awaitPayment(payment, "refunded");
    assertThat(purse.money().path("refunded").decimalValue()).isEqualByComparingTo("350000");
    server.awaitMessage(purse.buyer(), "was paid back to the buyer");
    assertProblem(purse.decide(payment, "release", Purse.ADMINISTRATOR), 409);
  }

  @Test
  void personalDataStaysWhileMoneyIsHeldAndGoesAfterwards() throws Exception {
    Purse purse = Purse.full(api, PHONES);
    String payment = purse.onlyPayment();
    purse.sms(purse.seller(), "DELIVERED-" + purse.id());
    assertThat(api.act(purse.id(), "accept", purse.buyer()).status()).isEqualTo(200);
    purse.awaitPayment(payment, "in_review");

    assertProblem(purse.decide(payment, "close", Purse.ADMINISTRATOR), 409);
    assertProblem(erase(purse), 409);
    purse.decide(payment, "refund", Purse.ADMINISTRATOR);
    purse.decide(payment, "refund", Fulfilment.token(api, server, purse.mediator()));
    purse.awaitPayment(payment, "refunded");
    assertThat(erase(purse).status()).isEqualTo(204);

    assertThat(purse.payment(payment).has("phone_number")).isFalse();
  }

  @Test
  void theOfficeTakesBackWhatNobodyPaysButNotWhatIsPaid() {
    Purse unpaid = Purse.confirmed(api, PHONES);
    Purse paid = Purse.full(api, PHONES);

    assertProblem(erase(unpaid), 409);
    assertThat(cancel(unpaid).member("status")).isEqualTo("cancelled");
    assertThat(cancel(unpaid).status()).isEqualTo(200);
    assertProblem(unpaid.checkout("100000"), 409);
    assertThat(erase(unpaid).status()).isEqualTo(204);
    assertProblem(cancel(paid), 409);
  }

  @Test
  void theOfficeDoesNotTakeBackWhatIsAskedFor() {
    Purse purse = Purse.confirmed(api, PHONES);
    assertThat(purse.checkout("100000").status()).isEqualTo(201);

    Answer refused = cancel(purse);

    assertProblem(refused, 409);
    assertThat(refused.member("detail")).contains("a payment");
    assertThat(purse.status()).isEqualTo("confirmed");
  }

  private static Answer cancel(Purse purse) {
    return api.post(
        purse.path() + "/cancel", "{\"reason\": \"The buyer does not pay\"}", Purse.ADMINISTRATOR);
  }

  private static Answer erase(Purse purse) {
    return api.send(
        api.request(purse.path() + "/personal-data", Purse.ADMINISTRATOR).DELETE());
  }

  @Test
  void aFilterUnderstandsHeld() {
    Purse purse = Purse.full(api, PHONES);
    String path = "/api/v1/payments/contract/" + purse.id() + "?status=";

    assertThat(api.get(path + "held").json().path("payments")).hasSize(1);
    assertThat(api.get(path + "locked").json().path("payments")).hasSize(1);
    assertThat(api.get(path + "released").json().path("payments")).isEmpty();
    assertProblem(api.get(path + "kept"), 422);
    assertProblem(api.get("/api/v1/payments/" + UUID.randomUUID()), 404);
    assertProblem(api.get("/api/v1/payments/contract/AG-1999-000001"), 404);
    assertProblem(api.get("/api/v1/payments/reports/holds"), 401);
  }

  @Test
  void allPaymentsAreListedInPagesTheNewestFirst() {
    List<String> made = Stream.generate(() -> Purse.full(api, PHONES).onlyPayment())
        .limit(3)
        .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(made);
    String path = "/api/v1/payments?limit=2&status=held";

    JsonNode page = api.get(path, Purse.ADMINISTRATOR).json();
    String cursor = page.path("next_cursor").asText();
    JsonNode next = api.get(path + "&cursor=" + cursor, Purse.ADMINISTRATOR).json();

    assertThat(page.path("payments").findValuesAsText("payment_id")).isEqualTo(made.subList(0, 2));
    assertThat(next.path("payments").get(0).path("payment_id").asText()).isEqualTo(made.get(2));
    assertProblem(
        api.get(path.replace("held", "failed") + "&cursor=" + cursor, Purse.ADMINISTRATOR), 400);
    assertProblem(api.get("/api/v1/payments?status=kept", Purse.ADMINISTRATOR), 422);
    assertProblem(api.get("/api/v1/payments"), 401);
  }
}
