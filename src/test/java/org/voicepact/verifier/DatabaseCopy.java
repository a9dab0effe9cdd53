package org.voicepact.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.voicepact.verifier.VerifyProgram.Run;

/** A copy of the database of the {@link SampleInstallation}, to be tampered with and then verified. */
final class DatabaseCopy {

  static final String USER = "voicepact";

  private static final String SETTINGS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private final Path folder;

  /**
   * @param folder an empty one
   */
  DatabaseCopy(Path folder) throws IOException {
    this.folder = folder;
    Files.copy(SampleInstallation.one().compacted(), file(folder));
  }

  /** The file of the database in a folder. */
  static Path file(Path folder) {
    return folder.resolve("voicepact.mv.db");
  }

  /** The address of the database in a folder. */
  static String url(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("voicepact");
  }

  /** What somebody does who has the database and its owner's password; it is committed at once. */
  interface Tampering {
    void with(DatabaseConnection database) throws SQLException;
  }

  DatabaseCopy tamper(Tampering tampering) throws SQLException {
    tamper(folder, tampering);
    return this;
  }

  static void tamper(Path folder, Tampering tampering) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(folder) + SETTINGS, USER, "")) {
      tampering.with(new DatabaseConnection(connection));
    }
  }

  /** The one number that a query finds. */
  long number(String query, Object... parameters) throws SQLException {
    long[] number = new long[1];
    tamper(database -> number[0] = database.number(query, parameters));
    return number[0];
  }

  Run verify(String... options) {
    return VerifyProgram.runHere(arguments(folder, options));
  }

  /** In a process of its own. */
  static Run verify(Path folder, Map<String, String> environment, String... options) {
    return VerifyProgram.run(folder, environment, arguments(folder, options));
  }

  private static String[] arguments(Path folder, String... options) {
    return Stream.concat(Stream.of("--database", url(folder)), Stream.of(options))
        .toArray(String[]::new);
  }
}
