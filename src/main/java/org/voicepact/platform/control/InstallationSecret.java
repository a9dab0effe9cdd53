package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code SECRET_KEY}: the secret that all servers of one installation share, and the keys that come from it. */
@Singleton
public class InstallationSecret implements Configured {

  private static final String SETTING = "SECRET_KEY";

  private final byte[] secret;

  /**
   * @throws IllegalStateException in production, where the secret is missing or weak
   */
  @Inject
  public InstallationSecret(
      @ConfigProperty(name = SETTING) Optional<String> secret,
      KeptSecrets kept,
      Environment environment,
      SecureRandom random) {
    String text =
        secret.orElseGet(() -> kept.keep(SETTING, "secret-key", () -> RandomHex.secret(random)));
    this.secret = text.getBytes(StandardCharsets.UTF_8);
    SecretStrength.check(SETTING, text, environment);
  }

  /** The secret itself, for what other programs must be able to make with it, as tokens. */
  public byte[] bytes() {
    return secret.clone();
  }

  /** A key of 32 bytes for one purpose. */
  public byte[] keyFor(String purpose) {
    return keyFor(secret, purpose);
  }

  /** The same from another secret. */
  static byte[] keyFor(byte[] secret, String purpose) {
    return Hkdf.derive(secret, "voicepact/" + purpose, 32);
  }
}
