package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** What was answered with 201 is there, complete: under load, and after the process was killed in the middle of it. */
class DurabilityIT {

  private static final int CLIENTS = 16;
  private static final Duration LOAD = Duration.ofSeconds(10);
  private static final int BEFORE_THE_KILL = 300;

  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "durability",
        Map.of("RATE_LIMIT_DEFAULT", "off", "SMS_UNASKED_LIMIT", "off", "SMS_DAILY_LIMIT", "off"));
    api = Api.undocumented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void sixteenClientsThatCreateForTenSecondsLoseNothing() throws Exception {
    long end = System.nanoTime() + LOAD.toNanos();
    Created created = load(() -> System.nanoTime() < end, id -> {});
    assertThat(created.failures().get()).isZero();
    assertThat(created.ids()).hasSizeGreaterThan(CLIENTS);
    assertThereAndComplete(created.ids());
  }

  @Test
  void aKillInTheMiddleOfCreatingLosesNothingThatWasAnswered() throws Exception {
    CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
    Thread killer = new Thread(() -> {
      try {
        if (enough.await(120, TimeUnit.SECONDS)) {
          server.kill();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    killer.start();
    Created created = load(server::isAlive, id -> enough.countDown());
    killer.join();
    assertThat(created.ids()).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);

    server.launch();
    server.awaitReady();
    assertThereAndComplete(created.ids());
  }

  private record Created(Set<String> ids, AtomicInteger failures) {}

  private static Created load(BooleanSupplier goOn, Consumer<String> onCreated) throws Exception {
    Created created = new Created(ConcurrentHashMap.newKeySet(), new AtomicInteger());
    String body = Api.contract(Api.SELLER, Api.BUYER);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<? extends Future<?>> running = IntStream.range(0, CLIENTS)
          .mapToObj(i -> clients.submit(() -> {
            while (goOn.getAsBoolean()) {
              create(body, created, onCreated);
            }
          }))
          .toList();
      for (Future<?> each : running) {
        each.get(3, TimeUnit.MINUTES);
      }
    } finally {
      clients.shutdownNow();
    }
    return created;
  }

  private static void create(String body, Created created, Consumer<String> onCreated) {
    try {
      Answer answer = api.post("/api/v1/contracts/create/manual", body);
      if (answer.status() == 201) {
        String id = answer.member("contract_id");
        created.ids().add(id);
        onCreated.accept(id);
      } else {
        created.failures().incrementAndGet();
      }
    } catch (UncheckedIOException e) {
      created.failures().incrementAndGet();
    }
  }

  private static void assertThereAndComplete(Set<String> ids) {
    Map<String, JsonNode> stored = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page = api.get(
              "/api/v1/contracts?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
          .json();
      page.path("contracts")
          .forEach(contract -> stored.put(contract.path("contract_id").asText(), contract));
      cursor = page.path("next_cursor").asText();
    } while (!cursor.isEmpty());
    assertThat(stored.keySet()).containsAll(ids);
    assertThat(ids).allSatisfy(id -> {
      JsonNode contract = stored.get(id);
      assertThat(contract.path("parties")).hasSize(2);
      assertThat(contract.path("contract_hash").asText()).hasSize(64);
      assertThat(contract.path("terms").path("product").asText()).isEqualTo("Maize, grade 1");
    });
  }
}
