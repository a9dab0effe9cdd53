package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.TestDatabases;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.verifier.AuditCheck;

/** A backup as docs/operating.md says it is made, restored into a server that was not there before. */
class BackupIT {

  private static final PhoneRange PHONES = new PhoneRange(9900);

  @Test
  void aBackupBecomesAServerWithTheSameEvidence() throws IOException {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("CHECKPOINT_INTERVAL", "1");
    settings.put("BACKUP_COUNT", "2");
    String contract;
    String proof;
    VoicePactServer restored = VoicePactServer.prepare("restored", settings);
    try (VoicePactServer server = VoicePactServer.start("backed-up", settings)) {
      Api api = Api.undocumented(server);
      String seller = PHONES.next();
      contract = api.newContract(seller, PHONES.next());
      assertThat(api.act(contract, "confirm", seller).status()).isEqualTo(200);
      proof = api.get("/api/v1/contracts/" + contract).text();
      copyThreeTimes(server);
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

  /** The server of H2 makes the copies itself and keeps two of them; that of PostgreSQL leaves it to others. */
  private static void copyThreeTimes(VoicePactServer server) throws IOException {
    Api api = Api.documented(server);
    assertThat(api.post("/api/v1/admin/backups", "").status()).isEqualTo(401);
    Path unfinished = server.dataDirectory().resolve("backups/voicepact-123.part");
    Files.createDirectories(unfinished.getParent());
    Files.writeString(unfinished, "of a server that died");
    Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    for (int i = 0; i < 3; i++) {
      Answer answer = api.post("/api/v1/admin/backups", "", Administrator.of(server));
      assertThat(answer.status()).isEqualTo(server.isOnPostgres() ? 409 : 201);
      if (answer.status() == 201) {
        Path newest = copies(server).get(0);
        assertThat(answer.json().get("file").asText())
            .isEqualTo(newest.getFileName().toString());
        assertThat(answer.json().get("size").asLong()).isEqualTo(Files.size(newest));
      }
    }
    if (!server.isOnPostgres()) {
      assertThat(copies(server)).hasSize(2);
    }
  }

  private static void restore(VoicePactServer from, VoicePactServer to) throws IOException {
    Files.createDirectories(to.dataDirectory());
    if (from.isOnPostgres()) {
      Path dump = Files.createTempFile("voicepact", ".dump");
      TestDatabases.postgres().dump(from.databaseName(), dump);
      TestDatabases.postgres().restore(dump, to.databaseName());
      Files.delete(dump);
    } else {
      unpack(copies(from).get(0), to.dataDirectory());
    }
    try (Stream<Path> files = Files.list(from.dataDirectory())) {
      for (Path secret : files.filter(BackupIT::isSecret).toList()) {
        Files.copy(secret, to.dataDirectory().resolve(secret.getFileName()));
      }
    }
  }

  private static boolean isSecret(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".db");
  }

  private static List<Path> copies(VoicePactServer server) throws IOException {
    try (Stream<Path> files = Files.list(server.dataDirectory().resolve("backups"))) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Files.copy(entries, folder.resolve(Path.of(entry.getName()).getFileName()));
      }
    }
  }
}
