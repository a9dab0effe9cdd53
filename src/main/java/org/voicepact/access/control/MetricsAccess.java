package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.BooleanSetting;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SecretStrength;
import org.voicepact.platform.control.SettingFaults;

/**
 * Who may read the metrics, in every {@code AUTH_MODE}: who presents {@code METRICS_TOKEN} as a bearer token, the one
 * credential that every release of Prometheus can send. Where none is set, the same machine alone, and nobody in
 * production.
 */
@Singleton
public class MetricsAccess implements Configured {

  private static final String TOKEN = "METRICS_TOKEN";

  /** Without dots, so that it never looks like a JWT. */
  private static final Pattern SPELLING = Pattern.compile("[A-Za-z0-9_-]{22,}");

  private final boolean on;
  private final Optional<String> token;
  private final boolean opensToThisMachine;

  /**
   * @param metrics {@code on} or {@code off}
   * @throws IllegalStateException where a setting is wrong
   */
  @Inject
  public MetricsAccess(
      @ConfigProperty(name = "METRICS") String metrics,
      @ConfigProperty(name = TOKEN) Optional<String> token,
      Environment environment) {
    SettingFaults faults = new SettingFaults();
    this.on =
        Boolean.TRUE.equals(faults.read(() -> BooleanSetting.isOn("METRICS", metrics.strip())));
    this.token = token.map(String::strip).filter(value -> !value.isEmpty());
    this.token.ifPresent(value -> faults.run(() -> check(value, environment)));
    this.opensToThisMachine = this.token.isEmpty() && !environment.isProduction();
    faults.check();
  }

  private static void check(String value, Environment environment) {
    if (!SPELLING.matcher(value).matches()) {
      throw new IllegalStateException(
          TOKEN + " must have 22 or more letters, digits, - and _, as openssl rand -hex 16 makes");
    }
    SecretStrength.checkPlaceholder(TOKEN, value, environment);
  }

  /** Whether there are any. */
  public boolean isOn() {
    return on;
  }

  /** Whether programs on this machine need no credential. */
  boolean opensToThisMachine() {
    return opensToThisMachine;
  }

  boolean isToken(String presented) {
    return token
        .filter(value -> MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }
}
