package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Secrets that were not set: outside production each is made once and kept as a file in {@code DATA_DIR}
 * that only its owner can read; in production the server does not start without them.
 */
@Singleton
public class KeptSecrets {

  private static final Logger LOG = Logger.getLogger(KeptSecrets.class.getName());

  private final Path directory;
  private final Environment environment;

  @Inject
  public KeptSecrets(@ConfigProperty(name = "DATA_DIR") String directory, Environment environment) {
    this.directory = Path.of(directory);
    this.environment = environment;
  }

  /**
   * @param setting the environment variable that was not set
   * @param file the file's name in {@code DATA_DIR}
   * @param maker makes the secret, where there is none yet
   * @throws IllegalStateException in production
   */
  public String keep(String setting, String file, Supplier<String> maker) {
    if (environment.isProduction()) {
      throw new IllegalStateException(setting + " must be set when ENVIRONMENT is production");
    }
    Path path = directory.resolve(file);
    try {
      Files.createDirectories(directory);
      if (!Files.exists(path)) {
        write(path, maker.get());
        LOG.warning(() -> setting + " is not set: one was made and is kept in DATA_DIR as " + file);
      }
      String secret = Files.readString(path, StandardCharsets.UTF_8).strip();
      if (secret.isEmpty()) {
        throw new IllegalStateException(
            setting + " is not set, and the file " + file + " in DATA_DIR is empty");
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException(setting + " is not set and cannot be kept in DATA_DIR", e);
    }
  }

  /** Written beside and moved into place, so that a reader never sees half of it; the first of two writers wins. */
  private void write(Path path, String secret) throws IOException {
    Path temporary = Files.createTempFile(directory, path.getFileName().toString(), ".new");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(temporary, secret + "\n", StandardCharsets.UTF_8);
    try {
      Files.createLink(path, temporary);
    } catch (FileAlreadyExistsException e) {
      LOG.fine("another server made the secret first");
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A volume without hard links.
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Files.delete(temporary);
  }
}
