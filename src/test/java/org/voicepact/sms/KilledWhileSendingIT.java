package org.voicepact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/**
 * The process is killed at a random moment while it takes messages and sends them, and started again, some times: what
 * was answered leaves, and what may have left never does so twice by itself. How often is the system property
 * {@code voicepact.kills}.
 */
class KilledWhileSendingIT {

  private static final int KILLS = Integer.getInteger("voicepact.kills", 2);
  /** How long a message that a dead server had taken is left to that server. */
  private static final Duration TAKEN_FOR = Duration.ofMinutes(3);

  private static final int CLIENTS = 4;
  private static final int LONGEST_MILLIS = 1_500;
  private static final String ADMIN = "an administrator's key of some length";

  private final AtomicInteger numbers = new AtomicInteger();
  private final Set<String> answered = new TreeSet<>();

  @Test
  void whatWasAnsweredLeavesAndNothingTwiceByItself() throws Exception {
    try (Provider provider = new Provider()) {
      provider.takeAll(20);
      try (VoicePactServer server =
          VoicePactServer.start("killed-while-sending", settings(provider))) {
        Api api = Api.undocumented(server);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
          sendUntilKilled(server, api, random.nextInt(LONGEST_MILLIS));
          server.launch();
          server.awaitReady();
        }
        Map<String, String> ends = awaitEnds(api);

        assertThat(answered).as("seed " + seed).hasSizeGreaterThan(KILLS);
        assertThat(ends.keySet()).as("seed " + seed).containsAll(answered);
        for (Map.Entry<String, String> end : ends.entrySet()) {
          int calls = provider.calls(end.getKey()).size();
          if (end.getValue().equals("accepted")) {
            assertThat(calls).as("seed " + seed + ": calls for " + end).isEqualTo(1);
          } else {
            assertThat(end.getValue()).as("seed " + seed).isEqualTo("unknown");
            assertThat(calls).as("seed " + seed + ": calls for " + end).isLessThanOrEqualTo(1);
          }
        }
        retryUnknown(api);
        assertThat(awaitEnds(api).values()).as("seed " + seed).containsOnly("accepted");
        assertThat(ends.keySet())
            .allSatisfy(phone -> assertThat(provider.calls(phone)).isNotEmpty());
        report(ends);
      }
    }
  }

  private static Map<String, String> settings(Provider provider) {
    return Map.of(
        "SMS_GATEWAY", "africastalking",
        "AT_USERNAME", "sandbox",
        "AT_API_KEY", "the key of the account at the provider",
        "AT_BASE_URL", provider.url(),
        "SMS_UNASKED_LIMIT", "off",
        "SMS_DAILY_LIMIT", "off",
        "API_KEY", ADMIN);
  }

  private void sendUntilKilled(VoicePactServer server, Api api, int millis) throws Exception {
    ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (int i = 0; i < CLIENTS; i++) {
        clients.submit(() -> {
          while (server.isAlive()) {
            send(api, sent);
          }
        });
      }
      VoicePactServer.await("messages are taken", () -> !sent.isEmpty());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      server.kill();
    } finally {
      clients.shutdown();
      assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    answered.addAll(sent);
  }

  private void send(Api api, ConcurrentLinkedQueue<String> sent) {
    String phone = String.format("+25473%07d", numbers.incrementAndGet());
    try {
      int status = api.post(
              "/api/v1/sms/send",
              "{\"phoneNumber\": \"" + phone + "\", \"message\": \"to " + phone + " alone\"}",
              "X-API-Key",
              ADMIN)
          .status();
      if (status == 202 || status == 200) {
        sent.add(phone);
      }
    } catch (UncheckedIOException killed) {
      // Nothing was answered, so nothing was promised.
    }
  }

  /** What became of each message, by its number, once nothing is under way. */
  private Map<String, String> awaitEnds(Api api) {
    Map<String, String> ends = new HashMap<>();
    Duration patience = TAKEN_FOR.plusMinutes(3);
    VoicePactServer.await("all messages have left or are unknown", patience, () -> {
      ends.clear();
      statuses(api)
          .forEach(message -> ends.put(number(message), message.path("status").asText()));
      return ends.values().stream().noneMatch(Set.of("queued", "sending")::contains);
    });
    return ends;
  }

  /** The list shows it masked; the text has it whole. */
  private static String number(JsonNode message) {
    return message.path("text").asText().split(" ")[1];
  }

  private static List<JsonNode> statuses(Api api) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = api.get(
              "/api/v1/sms/messages?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
              "X-API-Key",
              ADMIN)
          .json();
      page.path("messages").forEach(all::add);
      cursor = page.path("next_cursor").asText();
    } while (!cursor.isEmpty());
    return all;
  }

  private static void retryUnknown(Api api) {
    for (JsonNode message : statuses(api)) {
      if (message.path("status").asText().equals("unknown")) {
        api.post(
            "/api/v1/sms/messages/" + message.path("id").asText() + "/retry",
            "",
            "X-API-Key",
            ADMIN);
      }
    }
  }

  private void report(Map<String, String> ends) {
    long unknown = ends.values().stream().filter("unknown"::equals).count();
    System.out.println(KILLS + " kills, " + ends.size() + " messages, " + answered.size()
        + " answered, " + unknown + " with a lost answer");
  }
}
