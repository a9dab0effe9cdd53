package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.voicepact.testing.Api;
import org.voicepact.testing.VoicePactServer;

/** Whether the evidence in the database of a server holds, as voicepact-verify.jar says. */
public final class AuditCheck {

  private AuditCheck() {}

  /** Ends the server: H2's file is open to one process at a time. */
  public static void run(VoicePactServer server) throws IOException {
    Path keys = Files.createTempFile("voicepact-keys", ".json");
    try {
      Api api = Api.undocumented(server);
      VoicePactServer.await(
          "a head of the log is signed",
          () -> api.get("/api/v1/audit/checkpoint").status() == 200);
      Files.write(keys, api.get("/api/v1/keys").bytes());
      server.stop();
      VerifyProgram.Run run = VerifyProgram.run(
          keys.getParent(),
          Map.of(),
          "--database",
          server.databaseUrl(),
          "--keys",
          keys.toString());
      assertThat(run.exitCode()).as(run.toString()).isZero();
    } finally {
      Files.delete(keys);
    }
  }
}
