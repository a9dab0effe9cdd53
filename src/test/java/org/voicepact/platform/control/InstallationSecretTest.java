package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretTest {

  @TempDir
  private Path directory;

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void eachPurposeHasAKeyOfItsOwn() {
    InstallationSecret secret = in("production", Optional.of(SECRET));

    assertThat(secret.keyFor("one")).hasSize(32).isNotEqualTo(secret.keyFor("two"));
  }

  @Test
  void serversWithTheSameSecretHaveTheSameKeys() {
    assertThat(in("production", Optional.of(SECRET)).keyFor("one"))
        .isEqualTo(in("testing", Optional.of(SECRET)).keyFor("one"))
        .isNotEqualTo(in("production", Optional.of("another" + SECRET)).keyFor("one"));
  }

  @Test
  void aSecretThatWasNotSetIsMadeAndKept() {
    byte[] key = in("development", Optional.empty()).keyFor("one");

    assertThat(in("development", Optional.empty()).keyFor("one")).isEqualTo(key);
    assertThat(directory.resolve("secret-key")).content().matches("[0-9a-f]{64}\n");
  }

  @Test
  void productionDoesNotStartWithAShortOne() {
    String short31 = SECRET.substring(1);
    assertThatThrownBy(() -> in("production", Optional.of(short31)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SECRET_KEY must have 32 bytes or more");
    assertThat(in("testing", Optional.of(short31)).keyFor("one")).hasSize(32);
  }

  @Test
  void productionDoesNotStartWithoutIt() {
    assertThatThrownBy(() -> in("production", Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("SECRET_KEY must be set");
  }

  private InstallationSecret in(String environment, Optional<String> setting) {
    Environment kind = new Environment(environment);
    return new InstallationSecret(
        setting, new KeptSecrets(directory.toString(), kind), kind, new SecureRandom());
  }
}
