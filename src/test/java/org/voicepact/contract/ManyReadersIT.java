package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/**
 * More callers at once than the database has connections for: a request never holds one while it waits for another, so
 * that they come one after the other and do not wait for each other. Afterwards none is still in use.
 */
class ManyReadersIT {

  private static final int CALLERS = 16;
  private static final int CONTRACTS = 50;

  /** A caller that got no connection was told so after three seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private static final int LOOKS = 30;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private static final List<String> BESIDE = List.of(
      "/api/v1/contracts?limit=5",
      "{contract}/audit",
      "{contract}/proof",
      "{contract}/signatures",
      "{contract}/head",
      "/api/v1/reports/contracts",
      "/api/v1/audit/checkpoint");

  private record Read(String path, int status, Duration took) {}

  @Test
  void readersDoNotWaitForEachOther() throws Exception {
    try (VoicePactServer server = VoicePactServer.start(
        "many-readers", Map.of("DATABASE_POOL_SIZE", "4", "RATE_LIMIT_DEFAULT", "100000/minute"))) {
      Api api = Api.documented(server);
      List<String> contracts =
          IntStream.range(0, CONTRACTS).mapToObj(i -> api.newContract()).toList();
      ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
      try {
        List<Future<List<Read>>> all = IntStream.range(0, CALLERS)
            .mapToObj(caller -> callers.submit(() -> readAll(api, contracts)))
            .toList();
        for (Future<List<Read>> reads : all) {
          assertThat(reads.get())
              .allMatch(read -> read.status == 200)
              .allMatch(read -> read.took.compareTo(LONGEST) < 0);
        }
      } finally {
        callers.shutdownNow();
      }
      requireThatAllAreGivenBack(api);
    }
  }

  /** Liberty's own work takes one now and then. */
  private static void requireThatAllAreGivenBack(Api api) throws InterruptedException {
    List<Integer> inUse = new ArrayList<>();
    for (int i = 0; i < LOOKS && !inUse.contains(0); i++) {
      Thread.sleep(PAUSE.toMillis());
      String metrics = api.get("/api/v1/metrics").text();
      inUse.add(figure(metrics, "managed") - figure(metrics, "free"));
    }
    assertThat(inUse).contains(0);
  }

  private static int figure(String metrics, String kind) {
    Matcher line = Pattern.compile("(?m)^connectionpool_" + kind
            + "Connections\\{datasource=\"jdbc_voicepact\".*} ([0-9]+)")
        .matcher(metrics);
    assertThat(line.find()).as(metrics).isTrue();
    return Integer.parseInt(line.group(1));
  }

  /** All in the same order, so that several read the same one for the first time. */
  private static List<Read> readAll(Api api, List<String> contracts) {
    List<Read> reads = new ArrayList<>();
    for (int i = 0; i < contracts.size(); i++) {
      String contract = "/api/v1/contracts/" + contracts.get(i);
      String beside = BESIDE.get(i % BESIDE.size()).replace("{contract}", contract);
      for (String path : List.of(contract, beside)) {
        long start = System.nanoTime();
        Answer answer = api.get(path);
        reads.add(new Read(path, answer.status(), Duration.ofNanos(System.nanoTime() - start)));
      }
    }
    return reads;
  }
}
