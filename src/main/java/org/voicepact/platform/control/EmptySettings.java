package org.voicepact.platform.control;

import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets an environment variable that is set to nothing count as not set, as files for Docker Compose write it
 * ({@code ${AUTH_MODE:-}}): the setting then has its default. MicroProfile Config by itself takes such a value for
 * none at all, and the application could not be deployed.
 *
 * <p>MicroProfile Config makes it ({@code META-INF/services}), so CDI must not.
 */
@Vetoed
public class EmptySettings implements ConfigSource {

  private static final String DEFAULTS = "META-INF/microprofile-config.properties";

  /** Above that of environment variables (300), which it mends, and below that of {@link SecretFiles}. */
  private static final int ORDINAL = 305;

  private final Map<String, String> defaults = new HashMap<>();

  public EmptySettings() {
    this(System.getenv(), read());
  }

  EmptySettings(Map<String, String> environment, Properties settings) {
    String profile = "%" + environment.getOrDefault("ENVIRONMENT", "") + ".";
    environment.forEach((name, value) -> {
      String usual = settings.getProperty(profile + name, settings.getProperty(name));
      if (value.isBlank() && usual != null) {
        defaults.put(name, usual);
      }
    });
  }

  private static Properties read() {
    Properties settings = new Properties();
    try (InputStream file = EmptySettings.class.getClassLoader().getResourceAsStream(DEFAULTS)) {
      settings.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  @Override
  public Set<String> getPropertyNames() {
    return defaults.keySet();
  }

  @Override
  public String getValue(String name) {
    return defaults.get(name);
  }

  @Override
  public String getName() {
    return "defaults of settings that are set to nothing";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
