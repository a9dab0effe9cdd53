package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.TestDatabases;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.verifier.AuditCheck;

/** A backup as README.md says it is made, restored into a server that was not there before. */
class BackupIT {

  private static final PhoneRange PHONES = new PhoneRange(9900);

  @Test
  void aBackupBecomesAServerWithTheSameEvidence() throws IOException {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("CHECKPOINT_INTERVAL", "1");
    String contract;
    String proof;
    VoicePactServer restored = VoicePactServer.prepare("restored", settings);
    try (VoicePactServer server = VoicePactServer.start("backed-up", settings)) {
      Api api = Api.undocumented(server);
      String seller = PHONES.next();
      contract = api.newContract(seller, PHONES.next());
      assertThat(api.act(contract, "confirm", seller).status()).isEqualTo(200);
      proof = api.get("/api/v1/contracts/" + contract).text();
      restore(server, restored);
    }
    try (restored) {
      restored.launch();
      restored.awaitReady();
      Api api = Api.undocumented(restored);
      assertThat(api.get("/api/v1/contracts/" + contract).text()).isEqualTo(proof);
      String more = api.newContract(PHONES.next(), PHONES.next());
      assertThat(more).isNotEqualTo(contract);
      AuditCheck.run(restored);
    }
  }

  private static void restore(VoicePactServer from, VoicePactServer to) throws IOException {
    if (from.isOnPostgres()) {
      Path dump = Files.createTempFile("voicepact", ".dump");
      TestDatabases.postgres().dump(from.databaseName(), dump);
      TestDatabases.postgres().restore(dump, to.databaseName());
      Files.delete(dump);
    } else {
      // A server that runs keeps the file to itself.
      from.stop();
    }
    Files.createDirectories(to.dataDirectory());
    try (Stream<Path> files = Files.list(from.dataDirectory())) {
      for (Path file : List.copyOf(files.toList())) {
        Files.copy(file, to.dataDirectory().resolve(file.getFileName()));
      }
    }
  }
}
