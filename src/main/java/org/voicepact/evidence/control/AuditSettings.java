package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.BooleanSetting;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.WholeNumberSetting;

/** The settings of the audit log. */
@Singleton
public class AuditSettings implements Configured {

  static final String SINK = "CHECKPOINT_SINK";
  private static final String INTERVAL = "CHECKPOINT_INTERVAL";
  private static final String READS = "AUDIT_READS";

  private final Duration checkpointInterval;
  private final Optional<URI> sink;
  private final boolean readsAreLogged;

  /**
   * @throws IllegalStateException where one is wrong
   */
  @Inject
  public AuditSettings(
      @ConfigProperty(name = INTERVAL) String interval,
      @ConfigProperty(name = SINK) Optional<String> sink,
      @ConfigProperty(name = READS) String reads,
      Environment environment) {
    SettingFaults faults = new SettingFaults();
    Integer seconds = faults.read(() -> WholeNumberSetting.read(INTERVAL, interval, 1));
    this.sink = sink.map(address -> faults.read(() -> sink(address, environment)));
    Boolean logged = faults.read(() -> BooleanSetting.isOn(READS, reads.strip()));
    faults.check();
    this.checkpointInterval = Duration.ofSeconds(seconds);
    this.readsAreLogged = logged;
  }

  /** How long the log may grow without a signed head. */
  public Duration checkpointInterval() {
    return checkpointInterval;
  }

  /** Where heads go besides the database: an address {@code file:}, {@code https:} or {@code http:}. */
  public Optional<URI> sink() {
    return sink;
  }

  /** Whether the log tells who has read a contract. */
  public boolean readsAreLogged() {
    return readsAreLogged;
  }

  private static URI sink(String address, Environment environment) {
    try {
      URI uri = URI.create(address.strip());
      boolean isWeb = "https".equals(uri.getScheme())
          || "http".equals(uri.getScheme()) && !environment.isProduction();
      if (isWeb && uri.getHost() != null || "file".equals(uri.getScheme()) && isAbsolute(uri)) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw wrongSink(environment, e);
    }
    throw wrongSink(environment, null);
  }

  private static boolean isAbsolute(URI file) {
    return Path.of(file).isAbsolute();
  }

  private static IllegalStateException wrongSink(Environment environment, Exception cause) {
    return new IllegalStateException(
        SINK + " must be an address https://..."
            + (environment.isProduction() ? "" : " (or http://...)")
            + " or a file as file:/path/to/checkpoints",
        cause);
  }
}
