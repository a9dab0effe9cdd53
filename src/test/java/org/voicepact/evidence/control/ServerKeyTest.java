package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.KeptSecrets;

class ServerKeyTest {

  @TempDir
  private Path directory;

  @Test
  void aKeyThatWasNotSetIsMadeAndTheSameAgainAfterARestart() {
    SigningKey first = key(Optional.empty(), "ed25519", "development");

    assertThat(first.algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
    assertThat(key(Optional.empty(), "ed25519", "development").keyId()).isEqualTo(first.keyId());
  }

  @Test
  void anRsaKeyThatWasNotSetIsMadeBesideTheOtherOne() {
    SigningKey ed25519 = key(Optional.empty(), "ed25519", "testing");
    SigningKey rsa = key(Optional.empty(), "rsa", "testing");

    assertThat(rsa.algorithm()).isEqualTo(SignatureAlgorithm.RSA);
    assertThat(key(Optional.empty(), "rsa", "testing").keyId()).isEqualTo(rsa.keyId());
    assertThat(key(Optional.empty(), "ed25519", "testing").keyId()).isEqualTo(ed25519.keyId());
  }

  @Test
  void productionDoesNotStartWithoutAKey() {
    assertThatThrownBy(() -> key(Optional.empty(), "ed25519", "production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("SIGNATURE_PRIVATE_KEY must be set");
  }

  @Test
  void productionDoesNotStartWithAShortSecret() {
    assertThatThrownBy(() -> key(Optional.of("x".repeat(31)), "ed25519", "production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SIGNATURE_PRIVATE_KEY must have 32 bytes or more");
    assertThatThrownBy(
            () -> key(Optional.of("x".repeat(31) + " ".repeat(9)), "ed25519", "production"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(key(Optional.of("0123456789abcdef".repeat(2)), "ed25519", "production"))
        .isNotNull();
    assertThat(key(Optional.of("x".repeat(31)), "ed25519", "development")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ecdsa", "hs256", "none"})
  void theServerDoesNotStartWithAnUnknownAlgorithm(String algorithm) {
    assertThatThrownBy(() -> key(Optional.of("x".repeat(32)), algorithm, "development"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CONTRACT_SIGNATURE_ALGORITHM must be one of: ed25519, rsa");
  }

  @Test
  void aKeyThatCannotBeReadIsReportedByItsSettingAndNotShown() {
    assertThatThrownBy(() -> key(Optional.of("hunter22go".repeat(10)), "rsa", "production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SIGNATURE_PRIVATE_KEY: an RSA key must be a PKCS#8 PEM");
  }

  private SigningKey key(Optional<String> setting, String algorithm, String environment) {
    Environment where = new Environment(environment);
    KeptSecrets kept = new KeptSecrets(directory.toString(), where);
    return new ServerKey(setting, algorithm, kept, where, new SecureRandom()).current();
  }
}
