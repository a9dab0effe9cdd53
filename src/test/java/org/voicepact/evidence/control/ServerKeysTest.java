package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.SignatureAlgorithm;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.KeptSecrets;

class ServerKeysTest {

  private static final String RSA = RsaKeys.pem(RsaKeys.LONG_ENOUGH);

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

  @Test
  void eachPurposeHasAKeyOfItsOwnFromTheOneSecret() {
    ServerKeys keys =
        keys(Optional.of("one secret of the server's own"), Optional.empty(), "ed25519");

    assertThat(Stream.of(KeyPurpose.values()).map(purpose -> keys.of(purpose).keyId()))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void theKeysOfHeadsStayWhatTheyAreWhileTheirOwnSecretDoes() {
    Optional<String> heads = Optional.of("a secret for the heads alone");
    ServerKeys before = keys(Optional.of("one secret of the server's own"), heads, "ed25519");
    ServerKeys after = keys(Optional.of(RSA), heads, "rsa");

    assertThat(after.of(KeyPurpose.STATEMENT).algorithm()).isEqualTo(SignatureAlgorithm.RSA);
    for (KeyPurpose purpose : List.of(KeyPurpose.CONTRACT_HEAD, KeyPurpose.CHECKPOINT)) {
      assertThat(after.of(purpose).algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
      assertThat(after.of(purpose).keyId()).isEqualTo(before.of(purpose).keyId());
    }
  }

  @Test
  void besideAnRsaKeyTheKeyOfHeadsIsMadeAndKept() {
    ServerKeys first = keys(Optional.of(RSA), Optional.empty(), "rsa");
    ServerKeys second = keys(Optional.of(RSA), Optional.empty(), "rsa");

    assertThat(second.of(KeyPurpose.CHECKPOINT).keyId())
        .isEqualTo(first.of(KeyPurpose.CHECKPOINT).keyId());
  }

  @Test
  void productionNeedsAKeyOfHeadsBesideAnRsaKey() {
    assertThatThrownBy(() -> keys(Optional.of(RSA), Optional.empty(), "rsa", "production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("CHECKPOINT_PRIVATE_KEY must be set");
  }

  @Test
  void anRsaKeyIsNoKeyOfHeads() {
    assertThatThrownBy(() -> keys(Optional.of("x".repeat(40)), Optional.of(RSA), "ed25519"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CHECKPOINT_PRIVATE_KEY: the PEM holds no ed25519 key");
  }

  @Test
  void thePreviousKeysAreThoseThatTheSameSettingsGaveBefore() {
    String secret = "one secret of the server's own";
    ServerKeys before = keys(Optional.of(secret), Optional.empty(), "ed25519");
    PreviousKeys previous = new PreviousKeys(Optional.of(secret), Optional.empty());

    for (KeyPurpose purpose : KeyPurpose.values()) {
      assertThat(previous.find(before.of(purpose).keyId())).isPresent();
    }
    assertThat(new PreviousKeys(Optional.of(RSA), Optional.of(secret))
            .find(before.of(KeyPurpose.CHECKPOINT).keyId()))
        .isPresent();
    assertThat(new PreviousKeys(Optional.empty(), Optional.empty())
            .find(before.of(KeyPurpose.CHECKPOINT).keyId()))
        .isEmpty();
  }

  private SigningKey key(Optional<String> setting, String algorithm, String environment) {
    return keys(setting, Optional.empty(), algorithm, environment).of(KeyPurpose.STATEMENT);
  }

  private ServerKeys keys(Optional<String> signature, Optional<String> heads, String algorithm) {
    return keys(signature, heads, algorithm, "development");
  }

  private ServerKeys keys(
      Optional<String> signature, Optional<String> heads, String algorithm, String environment) {
    Environment where = new Environment(environment);
    KeptSecrets kept = new KeptSecrets(directory.toString(), where);
    return new ServerKeys(signature, heads, algorithm, kept, where, new SecureRandom());
  }
}
