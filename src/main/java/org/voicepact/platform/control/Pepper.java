package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code PASSWORD_SALT}: a secret that goes into the hashes of short things that people type. All servers of one
 * installation share it, and it is not in the database, so that who has the database alone cannot try them all.
 */
@Singleton
public class Pepper implements Configured {

  private static final String SETTING = "PASSWORD_SALT";

  private final byte[] bytes;

  /**
   * @throws IllegalStateException in production, where it is missing or weak
   */
  @Inject
  public Pepper(
      @ConfigProperty(name = SETTING) Optional<String> setting,
      KeptSecrets kept,
      Environment environment,
      SecureRandom random) {
    String text = setting.orElseGet(
        () -> kept.keep(SETTING, "password-salt", () -> RandomHex.secret(random)));
    SecretStrength.check(SETTING, text, environment);
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
