package org.voicepact.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.verifier.AuditCheck;

/**
 * The volume of H2's file is full while contracts are made and confirmed: what cannot be kept is refused, and when there is
 * space again the server goes on by itself.
 */
class DiskFullIT {

  private static final int VOLUME_MEGABYTES = 64;
  private static final int CLIENTS = 4;
  private static final int REFUSALS = 100;

  @Test
  void whatCannotBeKeptIsRefusedAndAllElseIsThere() throws Exception {
    try (SmallVolume volume = SmallVolume.mount(VOLUME_MEGABYTES)) {
      Map<String, String> settings = new HashMap<>(TradingLoad.SETTINGS);
      settings.put("DATA_DIR", volume.root().toString());
      settings.put("DATABASE_URL", "jdbc:h2:file:" + volume.root().resolve("voicepact"));
      try (VoicePactServer server = VoicePactServer.start("disk-full", settings)) {
        TradingLoad load = new TradingLoad(Api.undocumented(server), CLIENTS);
        load.start();
        load.awaitDone("contracts are made", Duration.ofMinutes(1));
        VoicePactServer.await("many calls are refused", () -> {
          fill(volume);
          return load.calls().filter(call -> call.status() == 503).count() >= REFUSALS;
        });
        volume.free();
        load.awaitDone("contracts are made again", Duration.ofSeconds(15));
        load.stop();

        assertThat(load.calls().filter(call -> !call.fault().isEmpty())).isEmpty();
        assertThat(load.calls())
            .allMatch(call -> call.took().compareTo(Duration.ofSeconds(10)) < 0);
        load.check();
        server.kill();
        server.launch();
        server.awaitReady();
        load.check();
        load.repeatAndCheckSignatures();
        AuditCheck.run(server);
        System.out.println("A full disk: " + load + ", all there once");
      }
    }
  }

  private static void fill(SmallVolume volume) {
    try {
      volume.fill();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
