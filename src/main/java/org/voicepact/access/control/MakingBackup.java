package org.voicepact.access.control;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.DatabaseProduct;
import org.voicepact.platform.control.WholeNumberSetting;

/**
 * Copies the database of H2 while the server works, as a zip with the one file in it, of one moment. No other program can
 * do that, because the server has the file to itself. PostgreSQL has its own tools.
 */
@Singleton
public class MakingBackup implements Configured {

  private static final String COUNT = "BACKUP_COUNT";
  private static final String ENDING = ".zip";

  /** No backup takes so long. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Names in the order of time. */
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'voicepact-'uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** Only an owner may copy the database. */
  @Resource(lookup = "jdbc/voicepact-migrations")
  private DataSource owner;

  private final Path folder;
  private final int kept;
  private final RecordingBackup recording;
  private final Clock clock;

  /**
   * @param folder {@code BACKUP_DIR}
   * @param kept {@code BACKUP_COUNT}
   * @throws IllegalStateException where a setting is wrong
   */
  @Inject
  public MakingBackup(
      @ConfigProperty(name = "BACKUP_DIR") Optional<String> folder,
      @ConfigProperty(name = "DATA_DIR") String data,
      @ConfigProperty(name = COUNT) String kept,
      RecordingBackup recording,
      Clock clock) {
    this.folder = folder.map(Path::of).orElseGet(() -> Path.of(data, "backups"));
    this.kept = WholeNumberSetting.read(COUNT, kept, 1);
    this.recording = recording;
    this.clock = clock;
  }

  /**
   * A copy.
   *
   * @param file its name in the folder of backups
   * @param size in bytes
   */
  public record Backup(String file, long size, Instant madeAt) {}

  /**
   * One at a time. The oldest copies beyond {@code BACKUP_COUNT} are removed when the new one is there.
   *
   * @return empty where the database is not H2
   * @throws UncheckedIOException where the folder cannot be written
   */
  public synchronized Optional<Backup> make(Actor by) throws SQLException {
    Instant now = clock.instant();
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      if (!DatabaseProduct.isH2(connection)) {
        return Optional.empty();
      }
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "voicepact-", ".part");
      try {
        statement.execute("BACKUP TO '" + part.toString().replace("'", "''") + "'");
        String name = NAME.format(now) + ENDING;
        Path file = Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        recording.record(by, name, now);
        removeOld();
        removeUnfinished(now.minus(LONGEST));
        return Optional.of(new Backup(name, Files.size(file), now));
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeOld() throws IOException {
    List<Path> newestFirst = newestFirst("voicepact-[0-9TZ]+\\.zip");
    for (Path old : newestFirst.subList(Math.min(kept, newestFirst.size()), newestFirst.size())) {
      Files.delete(old);
    }
  }

  /** What a server that died has left of a backup: a copy of all data that nobody would look for. */
  private void removeUnfinished(Instant longAgo) throws IOException {
    for (Path part : newestFirst("voicepact-.*\\.part")) {
      if (Files.getLastModifiedTime(part).toInstant().isBefore(longAgo)) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** The files of these names, whose order is that of time. */
  private List<Path> newestFirst(String names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(names))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
