package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/**
 * More callers at once than the database has connections for: a request never holds one while it waits for another, so
 * that they come one after the other and do not wait for each other.
 */
class ManyReadersIT {

  private static final int CALLERS = 16;
  private static final int CONTRACTS = 50;

  /** A caller that got no connection was told so after three seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

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
    }
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
