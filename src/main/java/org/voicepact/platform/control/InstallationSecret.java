package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code SECRET_KEY}: the secret that all servers of one installation share, and the keys that come from it. */
@Singleton
public class InstallationSecret {

  private static final int MADE_BYTES = 32;

  private final byte[] secret;

  @Inject
  public InstallationSecret(
      @ConfigProperty(name = "SECRET_KEY") Optional<String> secret, KeptSecrets kept, SecureRandom random) {
    String text = secret.orElseGet(() -> kept.keep("SECRET_KEY", "secret-key", () -> randomHex(random)));
    this.secret = text.getBytes(StandardCharsets.UTF_8);
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
