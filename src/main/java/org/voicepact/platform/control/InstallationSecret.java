package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code SECRET_KEY}: the secret that all servers of one installation share, and the keys that come from it. */
@Singleton
public class InstallationSecret implements Configured {

  private static final Logger LOG = Logger.getLogger(InstallationSecret.class.getName());
  private static final String SETTING = "SECRET_KEY";
  private static final int MADE_BYTES = 32;

  /** In bytes of UTF-8; what is shorter is too easy to guess. */
  private static final int SHORTEST = 32;

  private final byte[] secret;

  /**
   * @throws IllegalStateException in production, where the secret is missing or too short
   */
  @Inject
  public InstallationSecret(
      @ConfigProperty(name = SETTING) Optional<String> secret,
      KeptSecrets kept,
      Environment environment,
      SecureRandom random) {
    String text = secret.orElseGet(() -> kept.keep(SETTING, "secret-key", () -> randomHex(random)));
    this.secret = text.getBytes(StandardCharsets.UTF_8);
    if (this.secret.length < SHORTEST) {
      String fault = SETTING + " must have " + SHORTEST + " bytes or more";
      if (environment.isProduction()) {
        throw new IllegalStateException(fault);
      }
      LOG.warning(() -> fault + " in production");
    }
  }

  /** The secret itself, for what other programs must be able to make with it, as tokens. */
  public byte[] bytes() {
    return secret.clone();
  }

  /** A key of 32 bytes for one purpose. */
  public byte[] keyFor(String purpose) {
    return Hkdf.derive(secret, "voicepact/" + purpose, 32);
  }

  private static String randomHex(SecureRandom random) {
    byte[] bytes = new byte[MADE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
