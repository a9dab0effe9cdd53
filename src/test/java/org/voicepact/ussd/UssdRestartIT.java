package org.voicepact.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** A session goes on where it was, on whatever server: nothing of it is in memory. */
class UssdRestartIT {

  @Test
  void aServerThatWasKilledKnowsWhatItHasShown() {
    try (VoicePactServer server =
        VoicePactServer.start("ussd-restart", VoicePactServer.UNLIMITED_SMS)) {
      Api api = Api.undocumented(server);
      String id = api.newContract();
      Handset handset = Handset.dial(api, Api.SELLER).type("1", "1", "1");
      String asked = handset.screen();

      server.kill();
      server.launch();
      server.awaitReady();

      assertThat(handset.send("1*1*1")).isEqualTo(asked);
      assertThat(handset.typeCode().screen()).startsWith("END You confirmed " + id);
      assertThat(api.signatures(id)).hasSize(1);
    }
  }
}
