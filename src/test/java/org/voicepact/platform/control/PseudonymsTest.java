package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String VALUE = "wanjiku@example.org";

  private final Pseudonyms pseudonyms = with(SECRET);

  /** Computed with Python's {@code hmac}: HKDF-SHA256 of the secret, then HMAC-SHA256. */
  @Test
  void aPseudonymIsTheFirstHalfOfAnHmac() {
    assertThat(pseudonyms.of("token-subject/1", VALUE))
        .isEqualTo("85bb6f0e2d51eef5f53ba30bca8fd52a");
  }

  @Test
  void serversWithTheSameSecretHaveTheSamePseudonyms() {
    assertThat(pseudonyms.of("one", VALUE))
        .isEqualTo(with(SECRET).of("one", VALUE))
        .isNotEqualTo(with("another" + SECRET).of("one", VALUE));
  }

  @Test
  void anotherValueOrAnotherPurposeHasAnother() {
    assertThat(pseudonyms.of("one", VALUE))
        .isNotEqualTo(pseudonyms.of("two", VALUE))
        .isNotEqualTo(pseudonyms.of("one", VALUE + " "));
  }

  @Test
  void whatAFormerSecretMadeIsStillFound() {
    Pseudonyms changed = with("another-secret", Optional.of(SECRET + ", older"));

    assertThat(changed.all("one", VALUE))
        .hasSize(3)
        .startsWith(changed.of("one", VALUE), pseudonyms.of("one", VALUE));
    assertThat(pseudonyms.all("one", VALUE)).containsExactly(pseudonyms.of("one", VALUE));
  }

  private static Pseudonyms with(String secret) {
    return with(secret, Optional.empty());
  }

  private static Pseudonyms with(String secret, Optional<String> former) {
    Environment development = new Environment("development");
    return new Pseudonyms(
        new InstallationSecret(
            Optional.of(secret),
            new KeptSecrets("unused", development),
            development,
            new SecureRandom()),
        former);
  }
}
