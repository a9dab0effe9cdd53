package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.control.Pepper;

/**
 * Hashes passwords and compares them. What is hashed is the HMAC of the password under {@code PASSWORD_SALT}, so that who
 * has the database alone cannot try any password. Each hash names its iterations and has a salt of its own.
 */
@Singleton
public class Passwords {

  /** As OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA256. */
  static final int ITERATIONS = 600_000;

  private static final Map<String, String> PARAMETERS = Map.of(
      "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
      "Pbkdf2PasswordHash.Iterations", Integer.toString(ITERATIONS),
      "Pbkdf2PasswordHash.SaltSizeBytes", "32",
      "Pbkdf2PasswordHash.KeySizeBytes", "32");

  /** Of no password: zeros, in the form of all others. It is compared with where nobody has the name that was typed. */
  private static final String OF_NOBODY = "PBKDF2WithHmacSHA256:" + ITERATIONS + ":"
      + Base64.getEncoder().encodeToString(new byte[32]) + ":"
      + Base64.getEncoder().encodeToString(new byte[32]);

  private final Pbkdf2PasswordHash algorithm;
  private final Pepper pepper;

  @Inject
  public Passwords(Pbkdf2PasswordHash algorithm, Pepper pepper) {
    this.algorithm = algorithm;
    this.pepper = pepper;
    algorithm.initialize(PARAMETERS);
  }

  public String hash(String password) {
    return algorithm.generate(peppered(password));
  }

  public boolean isRight(String password, String hash) {
    return algorithm.verify(peppered(password), hash);
  }

  /** Takes as long as {@link #isRight}, so that the time does not tell whether somebody has a name. */
  public void pretend(String password) {
    algorithm.verify(peppered(password), OF_NOBODY);
  }

  /** The same letters count as the same password, however a keyboard composes them (NIST SP 800-63B, 5.1.1.2). */
  private char[] peppered(String password) {
    byte[] bytes =
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(HmacSha256.of(pepper.bytes(), bytes))
        .toCharArray();
  }
}
