package org.voicepact.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/**
 * Several clients that make contracts, have the seller confirm by SMS and the buyer by REST, again and again; and what
 * they were answered, to be compared with what the server knows afterwards.
 */
final class TradingLoad {

  /** Of a server that shall take such a load. */
  static final Map<String, String> SETTINGS = Map.of(
      "RATE_LIMIT_DEFAULT", "off",
      "SMS_UNASKED_LIMIT", "off",
      "SMS_DAILY_LIMIT", "off",
      "CHECKPOINT_INTERVAL", "1");

  private static final Duration AFTER_A_FAILURE = Duration.ofMillis(100);
  private static final String CONTRACTS = "/api/v1/contracts";

  private final Api api;
  private final int clients;
  private final Set<String> created = ConcurrentHashMap.newKeySet();
  private final Set<String> confirmedBySellers = ConcurrentHashMap.newKeySet();
  private final Set<String> confirmedByBuyers = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
  private ExecutorService running;
  private volatile boolean goesOn;

  /**
   * A request and what was answered.
   *
   * @param ended of {@link System#nanoTime}
   * @param status -1 where there was no answer
   * @param fault what is wrong with the answer, which is neither a 2xx nor a 503 as documented; empty where it is one
   */
  record Call(long ended, Duration took, int status, String fault) {
    boolean isDone() {
      return status >= 200 && status < 300;
    }
  }

  TradingLoad(Api api, int clients) {
    this.api = api;
    this.clients = clients;
  }

  void start() {
    goesOn = true;
    running = Executors.newFixedThreadPool(clients);
    for (int i = 0; i < clients; i++) {
      running.submit(() -> {
        while (goesOn) {
          trade();
        }
      });
    }
  }

  /** Ends it; returns when no call is under way any more. */
  void stop() {
    goesOn = false;
    running.shutdown();
    try {
      assertThat(running.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void trade() {
    Answer answer =
        call(() -> api.post(CONTRACTS + "/create/manual", Api.contract(Api.SELLER, Api.BUYER)));
    if (answer == null) {
      LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
      return;
    }
    String id = answer.member("contract_id");
    created.add(id);
    confirm(id);
  }

  private void confirm(String id) {
    if (call(() -> sms(id)) != null) {
      confirmedBySellers.add(id);
    }
    if (call(() -> api.act(id, "confirm", Api.BUYER)) != null) {
      confirmedByBuyers.add(id);
    }
  }

  private Answer sms(String id) {
    return api.form(
        "/api/v1/sms/webhook",
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "from",
            Api.SELLER,
            "to",
            "21512",
            "text",
            "YES-" + id));
  }

  /** The answer where it is a 2xx, else null. */
  private Answer call(java.util.function.Supplier<Answer> request) {
    long began = System.nanoTime();
    Answer answer = null;
    try {
      answer = request.get();
    } catch (UncheckedIOException e) {
      // The server was killed: nothing was answered, so nothing was promised.
    }
    long ended = System.nanoTime();
    Call call = new Call(
        ended,
        Duration.ofNanos(ended - began),
        answer == null ? -1 : answer.status(),
        answer == null ? "" : fault(answer));
    calls.add(call);
    return call.isDone() ? answer : null;
  }

  private static String fault(Answer answer) {
    boolean isExpected = answer.status() / 100 == 2
        || answer.status() == 503
            && answer.mediaType().equals("application/problem+json")
            && answer.member("title").equals("Service Unavailable")
            && answer.header("Retry-After").matches("[1-9]\\d*");
    return isExpected ? "" : answer.toString();
  }

  Stream<Call> calls() {
    return calls.stream();
  }

  int created() {
    return created.size();
  }

  int confirmed() {
    return confirmedBySellers.size() + confirmedByBuyers.size();
  }

  /** How many contracts and confirmations were answered between two moments of {@link System#nanoTime}. */
  long done(long from, long to) {
    return calls.stream()
        .filter(call -> call.isDone() && call.ended() >= from && call.ended() < to)
        .count();
  }

  void awaitDone(String what, Duration patience) {
    long now = System.nanoTime();
    VoicePactServer.await(what, patience, () -> done(now, Long.MAX_VALUE) > 0);
  }

  /** All that was answered is there once, and nothing is there by halves. */
  void check() {
    Map<String, JsonNode> stored = stored();
    assertThat(stored.keySet()).containsAll(created);
    assertThat(stored.values()).allSatisfy(contract -> {
      assertThat(contract.path("parties")).hasSize(2);
      assertThat(contract.path("contract_hash").asText()).hasSize(64);
      assertThat(contract.path("terms").path("product").asText()).isEqualTo("Maize, grade 1");
    });
    assertThat(confirmedBySellers).allSatisfy(id -> assertConfirmed(stored.get(id), "seller"));
    assertThat(confirmedByBuyers).allSatisfy(id -> assertConfirmed(stored.get(id), "buyer"));
  }

  private static void assertConfirmed(JsonNode contract, String role) {
    assertThat(parties(contract)
            .filter(party -> party.path("role").asText().equals(role))
            .map(party -> party.path("confirmation").asText()))
        .as(contract.toString())
        .containsExactly("confirmed");
  }

  private static Stream<JsonNode> parties(JsonNode contract) {
    return StreamSupport.stream(contract.path("parties").spliterator(), false);
  }

  /** Confirms all contracts once more: where it was done before there is still one signature of each party. */
  void repeatAndCheckSignatures() {
    for (String id : created) {
      confirm(id);
      assertThat(api.get(CONTRACTS + "/" + id + "/signatures").json().path("signatures"))
          .as(id)
          .hasSize(2);
    }
    assertThat(confirmedBySellers).containsAll(created);
    assertThat(confirmedByBuyers).containsAll(created);
  }

  private Map<String, JsonNode> stored() {
    Map<String, JsonNode> stored = new HashMap<>();
    String cursor = "";
    do {
      Answer page =
          api.get(CONTRACTS + "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page.status()).as(page.toString()).isEqualTo(200);
      List<JsonNode> contracts = page.json().path("contracts").findParents("contract_hash");
      contracts.forEach(contract -> stored.put(contract.path("contract_id").asText(), contract));
      cursor = page.member("next_cursor");
    } while (!cursor.isEmpty());
    return stored;
  }

  @Override
  public String toString() {
    long refused = calls.stream().filter(call -> call.status() == 503).count();
    long slowest =
        calls.stream().mapToLong(call -> call.took().toMillis()).max().orElse(0);
    return created() + " contracts and " + confirmed() + " confirmations answered, " + refused
        + " times 503, the slowest call " + slowest + " ms";
  }
}
