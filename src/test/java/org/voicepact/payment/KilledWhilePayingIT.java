package org.voicepact.payment;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/**
 * The process is killed at random moments while buyers pay and sellers are paid, and started again: each contract is
 * paid for once, and its money arrives once or waits for a person. How often is the system property
 * {@code voicepact.kills}.
 */
class KilledWhilePayingIT {

  private static final int KILLS = Integer.getInteger("voicepact.kills", 2);
  private static final int CONTRACTS = 12;
  private static final int LONGEST_MILLIS = 6_000;

  /** An order that a dead server had begun to tell is left to it for two minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final PhoneRange PHONES = new PhoneRange(6800);

  @Test
  void eachContractIsPaidForOnce() throws Exception {
    Map<String, String> settings = new HashMap<>(Purse.settings("0"));
    settings.put("PAYMENT_SIMULATOR_DELAY", "0");
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (VoicePactServer server = VoicePactServer.start("killed-while-paying", settings)) {
      Api api = Api.undocumented(server);
      List<Purse> purses = new ArrayList<>();
      for (int i = 0; i < CONTRACTS; i++) {
        purses.add(Purse.confirmed(api, PHONES));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        payUntilKilled(server, purses, random.nextInt(LONGEST_MILLIS));
        server.launch();
        server.awaitReady();
      }
      VoicePactServer.await("all is over", PATIENCE, () -> {
        purses.forEach(KilledWhilePayingIT::goOn);
        return purses.stream().allMatch(KilledWhilePayingIT::isOver);
      });

      for (Purse purse : purses) {
        JsonNode money = purse.money();
        assertThat(money.path("payments")).as("seed " + seed).hasSize(1);
        assertThat(money.path("payments").get(0).path("payouts").size())
            .as("seed " + seed)
            .isLessThanOrEqualTo(1);
      }
      System.out.println(KILLS + " kills, "
          + purses.stream()
              .map(purse -> purse.money().path("payments").get(0).path("status").asText())
              .sorted()
              .toList());
      server.stop();
      Ledgers.assertWhole(server);
    }
  }

  private static void payUntilKilled(VoicePactServer server, List<Purse> purses, int millis)
      throws InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try {
      for (Purse purse : purses) {
        clients.submit(() -> {
          while (server.isAlive()) {
            goOn(purse);
          }
        });
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      server.kill();
    } finally {
      clients.shutdownNow();
      assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  /** What buyer and seller would do next; whatever was lost they do again. */
  private static void goOn(Purse purse) {
    try {
      switch (purse.status()) {
        case "confirmed" -> purse.checkout("350000", "Idempotency-Key", purse.id());
        case "active" -> {
          purse.sms(purse.seller(), "DELIVERED-" + purse.id());
          purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
        }
        default -> {}
      }
    } catch (UncheckedIOException | AssertionError | IllegalStateException gone) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static boolean isOver(Purse purse) {
    JsonNode payments = purse.money().path("payments");
    return payments.size() > 0
        && Set.of("released", "failed", "in_review")
            .contains(payments.get(0).path("status").asText());
  }
}
