package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Refuses files of secrets that cannot be read, and a secret that is set twice: nobody could say which one counts. */
@Singleton
public class SecretFilesCheck implements Configured {

  /**
   * What Liberty gives the defaults of variables in server.xml, which nobody has set: the owner's password of the database is
   * the user's by default.
   */
  private static final int OF_DEFAULTS = 1;

  /**
   * @throws IllegalStateException where a file gives no secret or another source gives the same one
   */
  @Inject
  public SecretFilesCheck(Config config) {
    this(config.getConfigSources(), new SecretFiles());
  }

  SecretFilesCheck(Iterable<ConfigSource> sources, SecretFiles files) {
    SettingFaults faults = new SettingFaults();
    files
        .faults()
        .forEach(fault -> faults.run(() -> {
          throw new IllegalStateException(fault);
        }));
    files
        .getPropertyNames()
        .forEach(name -> faults.run(() -> refuseSecondValue(name, sources, files.getName())));
    faults.check();
  }

  private static void refuseSecondValue(
      String name, Iterable<ConfigSource> sources, String nameOfFiles) {
    boolean twice = StreamSupport.stream(sources.spliterator(), false)
        .filter(
            source -> source.getOrdinal() > OF_DEFAULTS && !source.getName().equals(nameOfFiles))
        .map(source -> source.getValue(name))
        .anyMatch(value -> value != null && !value.isBlank());
    if (twice) {
      throw new IllegalStateException(name + " must not be set beside " + name + "_FILE");
    }
  }
}
