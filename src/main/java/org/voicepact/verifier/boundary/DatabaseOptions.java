package org.voicepact.verifier.boundary;

import java.nio.file.Path;
import org.voicepact.evidence.entity.StrictJson;
import org.voicepact.verifier.control.OpenDatabase;
import org.voicepact.verifier.entity.Unreadable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which database is checked, and with whom the program comes to it. */
final class DatabaseOptions {

  private static final String PASSWORD = "VOICEPACT_VERIFY_PASSWORD";

  @Option(
      names = "--database",
      required = true,
      paramLabel = "URL",
      description = {
        "The database of an installation, which is only read: jdbc:h2:file: with the path of the file"
            + " without .mv.db, or jdbc:postgresql://..."
      })
  private String url;

  @Option(
      names = "--user",
      paramLabel = "USER",
      defaultValue = "voicepact",
      description = "The user of the database; ${DEFAULT-VALUE} where none is named.")
  private String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file with the user's password. Without one it is what the environment has as "
              + PASSWORD
              + ", or else empty.")
  private Path passwordFile;

  /**
   * @throws Unreadable where it cannot be opened
   */
  OpenDatabase open(CommandSpec spec) {
    if (!OpenDatabase.isKnown(url)) {
      throw new ParameterException(
          spec.commandLine(), "--database: must be jdbc:h2:file:... or jdbc:postgresql:...");
    }
    return OpenDatabase.open(url, user, password());
  }

  private String password() {
    if (passwordFile != null) {
      return InputFile.read(passwordFile, StrictJson::text).strip();
    }
    String password = System.getenv(PASSWORD);
    return password == null ? "" : password;
  }
}
