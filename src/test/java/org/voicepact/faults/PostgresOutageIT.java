package org.voicepact.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PostgresServer;
import org.voicepact.testing.TestDatabases;
import org.voicepact.testing.VoicePactServer;

/** PostgreSQL ends, or hangs, for 20 seconds while contracts are made and confirmed. */
class PostgresOutageIT {

  /** The length of the fault itself; nothing is waited for meanwhile. */
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  private static final Duration BEFORE = Duration.ofSeconds(5);
  private static final Duration TO_RECOVER = Duration.ofSeconds(5);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
  private static final int CLIENTS = 8;

  /** Beyond the noise of a machine that does other things as well. */
  private static final double FULL_SPEED = 0.5;

  /** Some lines in all, however many calls are refused. */
  private static final int MOST_LINES = 40;

  @BeforeAll
  static void needsPostgres() {
    Assumptions.assumeTrue(
        PostgresServer.binaries().isPresent(), "the binaries of PostgreSQL are not installed");
  }

  @Test
  void aDatabaseThatEndsIsSurvived() throws Exception {
    survive("postgres-ends", PostgresServer::kill, PostgresServer::launch);
  }

  @Test
  void aDatabaseThatHangsIsSurvived() throws Exception {
    survive("postgres-hangs", PostgresServer::freeze, PostgresServer::thaw);
  }

  private interface Act {
    void on(PostgresServer postgres);
  }

  private static void survive(String name, Act breakDown, Act recover) throws Exception {
    try (PostgresServer postgres = TestDatabases.another()) {
      postgres.createDatabase("outage");
      Map<String, String> settings = new HashMap<>(TradingLoad.SETTINGS);
      settings.put("DATABASE_URL", postgres.url("outage"));
      try (VoicePactServer server = VoicePactServer.start(name, settings)) {
        survive(server, () -> breakDown.on(postgres), () -> recover.on(postgres));
      }
    }
  }

  private static void survive(VoicePactServer server, Runnable breakDown, Runnable recover) {
    TradingLoad load = new TradingLoad(Api.undocumented(server), CLIENTS);
    load.start();
    load.awaitDone("contracts are made", Duration.ofMinutes(1));
    LockSupport.parkNanos(BEFORE.toNanos());
    long lines = lines(server);

    long broken = System.nanoTime();
    breakDown.run();
    assertNotReady(server);
    LockSupport.parkNanos(OUTAGE.toNanos() - (System.nanoTime() - broken));
    recover.run();
    long back = System.nanoTime();

    long recovered = back + TO_RECOVER.toNanos();
    VoicePactServer.await(
        "some seconds after the return", () -> System.nanoTime() > recovered + BEFORE.toNanos());
    load.stop();
    long before = load.done(broken - BEFORE.toNanos(), broken);
    long after = load.done(recovered, recovered + BEFORE.toNanos());
    System.out.println(load + "; " + before + " answers in " + BEFORE.toSeconds()
        + " s before the outage, " + after + " from " + TO_RECOVER.toSeconds()
        + " s after it, " + (lines(server) - lines) + " lines of log");

    assertThat(load.calls().filter(call -> !call.fault().isEmpty())).isEmpty();
    assertThat(load.calls().filter(call -> call.took().compareTo(LONGEST_CALL) > 0))
        .isEmpty();
    assertThat(load.calls().filter(call -> call.status() == 503)).isNotEmpty();
    assertThat((double) after).isGreaterThan(FULL_SPEED * before);
    assertThat(lines(server) - lines).isLessThan(MOST_LINES);
    load.check();
    load.repeatAndCheckSignatures();
  }

  private static void assertNotReady(VoicePactServer server) {
    Api api = Api.undocumented(server);
    VoicePactServer.await("it is not ready", Duration.ofSeconds(15), () -> {
      long asked = System.nanoTime();
      Answer answer = api.get("/health/ready");
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
      return answer.status() == 503;
    });
  }

  /** Of the console, without messages and the rest of stack traces. */
  private static long lines(VoicePactServer server) {
    List<String> lines = server.console().lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith("[") && !line.contains("SMS to "))
        .count();
  }
}
