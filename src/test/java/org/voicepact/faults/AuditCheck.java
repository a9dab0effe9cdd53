package org.voicepact.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;
import org.voicepact.verifier.VerifyProgram;

/** Whether the evidence in the database of a server holds, as voicepact-verify.jar says. */
final class AuditCheck {

  private AuditCheck() {}

  /** Ends the server: H2's file is open to one process at a time. */
  static void run(VoicePactServer server) throws IOException {
    run(server, server.dataDirectory());
  }

  /**
   * @param data where its database is
   */
  static void run(VoicePactServer server, Path data) throws IOException {
    Path keys = Files.createTempFile("voicepact-keys", ".json");
    try {
      Files.write(keys, Api.undocumented(server).get("/api/v1/keys").bytes());
      server.stop();
      VerifyProgram.Run run = VerifyProgram.run(
          data,
          Map.of(),
          "--database",
          "jdbc:h2:file:" + data.resolve("voicepact"),
          "--keys",
          keys.toString());
      assertThat(run.exitCode()).as(run.toString()).isZero();
    } finally {
      Files.delete(keys);
    }
  }
}
