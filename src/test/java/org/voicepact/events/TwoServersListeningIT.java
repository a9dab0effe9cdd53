package org.voicepact.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voicepact.events.Listening.Event;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.PostgresServer;
import org.voicepact.testing.TestDatabases;
import org.voicepact.testing.VoicePactServer;

/** What happens at one server is told by the other, with the same ids in the same order. */
class TwoServersListeningIT {

  private static final PhoneRange PHONES = new PhoneRange(7790);
  private static final String DATABASE = "two-servers-listening";

  @Test
  void bothTellTheSame() throws Exception {
    assumeTrue(PostgresServer.binaries().isPresent(), "PostgreSQL is not installed");
    try (PostgresServer postgres = TestDatabases.another()) {
      postgres.createDatabase(DATABASE);
      tellTheSame(postgres.url(DATABASE));
    }
  }

  private static void tellTheSame(String database) {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("DATABASE_URL", database);
    for (String secret : List.of("SECRET_KEY", "PASSWORD_SALT", "SIGNATURE_PRIVATE_KEY")) {
      settings.put(secret, "what both of the two servers know, " + secret);
    }
    try (VoicePactServer first = VoicePactServer.start("listening-first", settings);
        VoicePactServer second = VoicePactServer.start("listening-second", settings);
        Listening atFirst = Listening.to(first);
        Listening atSecond = Listening.to(second)) {
      String seller = PHONES.next();
      String id = Api.undocumented(first).newContract(seller, PHONES.next());
      assertThat(Api.undocumented(second).act(id, "decline", seller).status()).isEqualTo(200);
      List<Event> one = atFirst.await(id, "contract.cancelled");
      assertThat(atSecond.await(id, "contract.cancelled")).isEqualTo(one);
      assertThat(one).hasSize(3);
      try (Listening resumed = Listening.to(second, "Last-Event-ID", one.get(0).id())) {
        resumed.await(id, "contract.cancelled");
        assertThat(resumed.about(id)).isEqualTo(one.subList(1, 3));
      }
    }
  }
}
