package org.voicepact.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.verifier.AuditCheck;

/**
 * The process is killed at a random moment while contracts are made and confirmed, and started again on the same data,
 * some times: all that was answered is there once. How often is the system property {@code voicepact.kills}.
 */
class KilledUnderLoadIT {

  private static final int KILLS = Integer.getInteger("voicepact.kills", 2);
  private static final int CLIENTS = 8;
  private static final int LONGEST_MILLIS = 3_000;

  @Test
  void whatWasAnsweredIsThereOnceAfterEachKill() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (VoicePactServer server =
        VoicePactServer.start("killed-under-load", TradingLoad.SETTINGS)) {
      TradingLoad load = new TradingLoad(Api.undocumented(server), CLIENTS);
      for (int kill = 0; kill < KILLS; kill++) {
        load.start();
        load.awaitDone("contracts are made", java.time.Duration.ofMinutes(1));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
        server.kill();
        load.stop();
        server.launch();
        server.awaitReady();
        load.check();
      }
      assertThat(load.calls()).as("seed " + seed).allMatch(call -> call.fault().isEmpty());
      load.repeatAndCheckSignatures();
      load.check();
      AuditCheck.run(server);
      System.out.println(KILLS + " kills: " + load + ", all there once; seed " + seed);
    }
  }
}
