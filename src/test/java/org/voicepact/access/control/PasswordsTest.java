package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.HmacSha256;
import org.voicepact.platform.control.KeptSecrets;
import org.voicepact.platform.control.Pepper;

class PasswordsTest {

  private static final String SALT = "a secret that is not in the database";

  /** Notes what it is asked to hash. */
  private static final class Noting implements Pbkdf2PasswordHash {

    private final List<String> seen = new ArrayList<>();
    private Map<String, String> parameters = Map.of();

    @Override
    public void initialize(Map<String, String> wanted) {
      parameters = wanted;
    }

    @Override
    public String generate(char[] password) {
      seen.add(new String(password));
      return "hash of " + new String(password);
    }

    @Override
    public boolean verify(char[] password, String hash) {
      seen.add(new String(password));
      return hash.equals("hash of " + new String(password));
    }
  }

  private final Noting algorithm = new Noting();
  private final Passwords passwords = new Passwords(algorithm, pepper(SALT));

  private static Pepper pepper(String salt) {
    Environment development = new Environment("development");
    return new Pepper(
        Optional.of(salt), new KeptSecrets("unused", development), development, new SecureRandom());
  }

  @Test
  void theAlgorithmIsAsSlowAsItShouldBe() {
    assertThat(algorithm.parameters)
        .containsEntry("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256")
        .containsEntry("Pbkdf2PasswordHash.Iterations", "600000");
  }

  @Test
  void whatIsHashedIsTheHmacOfThePassword() {
    passwords.hash("kikapu");

    byte[] hmac = HmacSha256.of(
        SALT.getBytes(StandardCharsets.UTF_8), "kikapu".getBytes(StandardCharsets.UTF_8));
    assertThat(algorithm.seen).containsExactly(Base64.getEncoder().encodeToString(hmac));
  }

  @Test
  void withAnotherPepperThePasswordIsWrong() {
    String hash = passwords.hash("kikapu");

    assertThat(passwords.isRight("kikapu", hash)).isTrue();
    assertThat(passwords.isRight("Kikapu", hash)).isFalse();
    assertThat(new Passwords(algorithm, pepper(SALT + "!")).isRight("kikapu", hash))
        .isFalse();
  }

  @Test
  void itDoesNotMatterHowAKeyboardComposesLetters() {
    String hash = passwords.hash("\u00e9t\u00e9");

    assertThat(passwords.isRight("e\u0301te\u0301", hash)).isTrue();
    assertThat(passwords.isRight("ete", hash)).isFalse();
  }

  @Test
  void aNameOfNobodyCostsAComparison() {
    passwords.pretend("kikapu");

    assertThat(algorithm.seen).hasSize(1);
  }
}
