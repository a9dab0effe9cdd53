package org.voicepact.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.verifier.VerifyProgram.Run;

/** A database that is as the server left it, whom its reader trusts, and databases that cannot be read. */
class VerifyDatabaseIT {

  private static final String UNREADABLE = "UNREADABLE: ";

  private final SampleInstallation installation = SampleInstallation.one();

  @TempDir
  private Path folder;

  @Test
  void databaseOfATrustedInstallationIsCompleteAndIsLeftAsItIs() throws Exception {
    List<String> before = state(installation.data());

    Run run = DatabaseCopy.verify(
        installation.data(),
        Map.of(),
        "--fingerprint",
        installation.fingerprint(),
        "--checkpoint",
        installation.heads().toString(),
        "--checkpoint",
        installation.checkpoint().toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    String size = Files.readAllLines(installation.checkpoint()).get(1);
    String time = Files.readAllLines(installation.checkpoint()).get(4).substring("time ".length());
    assertThat(Integer.parseInt(size)).isGreaterThan(10_000);
    assertThat(run.last()).isEqualTo("Complete up to entry " + size + ", as of " + time);
    assertThat(run.line("log: ")).startsWith("log: " + size + " entries were looked at");
    assertThat(run.line("not signed yet: "))
        .isEqualTo("not signed yet: 0 entries above the last head, 0 that wait for their place");
    assertThat(run.line(installation.checkpoint() + ": ")).endsWith(": 1 heads of this log");
    assertThat(run.line("contracts: "))
        .startsWith("contracts: 1302, with 1335 versions and 2636 statements");
    assertThat(run.errors()).isEmpty();
    assertThat(state(installation.data())).isEqualTo(before);
  }

  /** Of all files in a folder: name, content and when it was changed. */
  private static List<String> state(Path folder) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> state = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        try (InputStream content = Files.newInputStream(file)) {
          byte[] part = new byte[1 << 16];
          for (int read = content.read(part); read >= 0; read = content.read(part)) {
            digest.update(part, 0, read);
          }
        }
        state.add(file + " " + Files.getLastModifiedTime(file) + " "
            + HexFormat.of().formatHex(digest.digest()));
      }
      return state;
    }
  }

  @Test
  void keyBeforeTheLastAndKeysOfTheApiMakeTheSignerKnown() throws IOException {
    DatabaseCopy copy = new DatabaseCopy(folder);

    assertThat(copy.verify("--fingerprint", installation.firstFingerprint()).exitCode())
        .isZero();
    assertThat(copy.verify("--keys", installation.keys().toString()).exitCode()).isZero();
  }

  @Test
  void signerThatNobodyHasNamedIsNotKnown() throws IOException {
    DatabaseCopy copy = new DatabaseCopy(folder);

    for (Run run : List.of(copy.verify(), copy.verify("--fingerprint", "A".repeat(43)))) {
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.last())
          .startsWith("CONSISTENT, SIGNER UNKNOWN")
          .endsWith(" " + installation.fingerprint());
    }
  }

  @Test
  void databaseOfARunningServerIsLeftAlone() {
    Run run = installation.whileRunning();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.last())
        .startsWith(UNREADABLE)
        .endsWith(": a running server has it open; stop the server or verify a copy");
  }

  @Test
  void databaseThatWasNotClosedIsReadAsWell() throws Exception {
    DatabaseCopy copy = new DatabaseCopy(folder);
    copy.tamper(database -> {
      database.execute("UPDATE contract SET language = 'sw'");
      database.execute("SHUTDOWN IMMEDIATELY");
    });

    assertThat(copy.verify("--fingerprint", installation.fingerprint()).exitCode())
        .isZero();
  }

  @Test
  void passwordComesFromAFileOrTheEnvironmentAndIsNeverTold() throws Exception {
    String password = "sesame, open";
    DatabaseCopy copy = new DatabaseCopy(folder);
    copy.tamper(
        database -> database.execute("CREATE USER reader PASSWORD '" + password + "' ADMIN"));
    Files.writeString(folder.resolve("password"), password + "\n");

    String[] reader = {"--user", "reader"};
    String file = folder.resolve("password").toString();
    assertThat(copy.verify("--user", "reader", "--password-file", file).exitCode())
        .isEqualTo(3);
    assertThat(DatabaseCopy.verify(folder, Map.of("VOICEPACT_VERIFY_PASSWORD", password), reader)
            .exitCode())
        .isEqualTo(3);
    Run wrong =
        DatabaseCopy.verify(folder, Map.of("VOICEPACT_VERIFY_PASSWORD", password + "!"), reader);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.last())
        .startsWith(UNREADABLE + DatabaseCopy.url(folder))
        .endsWith(": user or password is wrong");
    assertThat(wrong.toString()).doesNotContain("sesame");
  }

  @Test
  void whatIsNoDatabaseOfOursIsToldApart() throws Exception {
    Files.writeString(folder.resolve("text.mv.db"), "no database");
    assertUnreadable("jdbc:h2:file:" + folder.resolve("text"), "the database cannot be read");
    assertUnreadable("jdbc:h2:file:" + folder.resolve("none"), "there is no such database");
    assertThat(folder.resolve("none.mv.db")).doesNotExist();
    DatabaseCopy.tamper(folder, database -> database.execute("CREATE TABLE contract (id INT)"));
    assertUnreadable(DatabaseCopy.url(folder), "this is no database of VoicePact");
    assertUnreadable(
        "jdbc:postgresql://localhost:1/none?user=u&password=sesame",
        "the database cannot be reached");
  }

  private void assertUnreadable(String url, String reason) {
    Run run = VerifyProgram.run(folder, Map.of(), "--database", url);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.last()).startsWith(UNREADABLE + url.split("\\?")[0]).contains(reason);
    assertThat(run.toString()).doesNotContain("sesame", "Exception");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void viewInThePlaceOfATableIsRefused() throws Exception {
    Run run = new DatabaseCopy(folder)
        .tamper(database -> {
          database.execute("ALTER TABLE audit_node RENAME TO real_node");
          database.execute("CREATE VIEW audit_node AS SELECT * FROM real_node");
        })
        .verify();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.last()).contains("audit_node");
  }

  @Test
  void wrongUseIsExplained() {
    String proof = installation.proof().toString();
    for (List<String> arguments : List.of(
        List.of("--database", "jdbc:mysql://localhost/voicepact"),
        List.of("--database", DatabaseCopy.url(folder), proof),
        List.of("--user", "voicepact"),
        List.of("--database", DatabaseCopy.url(folder), "--head", proof))) {
      Run run = VerifyProgram.run(folder, Map.of(), arguments.toArray(String[]::new));
      assertThat(run.exitCode()).as(arguments.toString()).isEqualTo(2);
      assertThat(run.errors()).contains("Usage: voicepact-verify").doesNotContain("\tat ");
    }
  }

  @Test
  void proofIsComparedWithTheHeadOfItsSizeAmongThoseOfTheSink() {
    Run run = VerifyProgram.run(
        folder,
        Map.of(),
        installation.proof().toString(),
        "--keys",
        installation.keys().toString(),
        "--checkpoint",
        installation.heads().toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.line("other checkpoint: ")).isEqualTo("other checkpoint: the same root");
  }
}
