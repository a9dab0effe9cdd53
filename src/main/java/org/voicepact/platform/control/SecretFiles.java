package org.voicepact.platform.control;

import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Secrets from files, as container platforms mount them: where the environment has {@code NAME_FILE}, the
 * setting {@code NAME} is what that file holds, without blanks at its ends. The files are read once, at start.
 * What cannot be read gives no value here; {@link SecretFilesCheck} refuses the start for it.
 *
 * <p>MicroProfile Config makes it ({@code META-INF/services}), so CDI must not.
 */
@Vetoed
public class SecretFiles implements ConfigSource {

  private static final String SUFFIX = "_FILE";

  /** Above that of environment variables (300), among which many set what they do not use to nothing. */
  private static final int ORDINAL = 310;

  private final Map<String, String> secrets = new HashMap<>();
  private final Set<String> faults = new LinkedHashSet<>();

  public SecretFiles() {
    this(System.getenv());
  }

  SecretFiles(Map<String, String> environment) {
    for (String name : SecretSettings.NAMES) {
      String file = environment.getOrDefault(name + SUFFIX, "");
      if (!file.isBlank()) {
        read(name, file.strip());
      }
    }
  }

  private void read(String name, String file) {
    try {
      String secret = Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
      if (secret.isEmpty()) {
        faults.add(name + SUFFIX + " must not name an empty file");
      } else {
        secrets.put(name, secret);
      }
    } catch (IOException | InvalidPathException e) {
      // The path is a value, too, so it is not in the message.
      faults.add(name + SUFFIX + " must name a file that the server can read as UTF-8");
    }
  }

  /** What is wrong with the files, a message each. */
  Set<String> faults() {
    return faults;
  }

  @Override
  public Set<String> getPropertyNames() {
    return secrets.keySet();
  }

  @Override
  public String getValue(String name) {
    return secrets.get(name);
  }

  @Override
  public String getName() {
    return "files of secrets";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
