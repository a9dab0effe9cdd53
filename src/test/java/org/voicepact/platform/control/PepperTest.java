package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PepperTest {

  private static final String SALT = "0123456789abcdef0123456789abcdef";

  @TempDir
  private Path directory;

  @Test
  void itIsTheBytesOfTheSettingAndNobodyElseCanChangeThem() {
    Pepper pepper = in("production", Optional.of(SALT));
    pepper.bytes()[0] = 0;

    assertThat(pepper.bytes()).isEqualTo(SALT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneThatWasNotSetIsMadeAndKept() {
    byte[] made = in("testing", Optional.empty()).bytes();

    assertThat(in("testing", Optional.empty()).bytes()).isEqualTo(made).hasSize(64);
    assertThat(directory.resolve("password-salt")).content().matches("[0-9a-f]{64}\n");
  }

  @Test
  void productionNeedsAStrongOne() {
    assertThatThrownBy(() -> in("production", Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PASSWORD_SALT must be set");
    assertThatThrownBy(() -> in("production", Optional.of(SALT.substring(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("PASSWORD_SALT must have 32 bytes or more");
  }

  private Pepper in(String environment, Optional<String> setting) {
    Environment kind = new Environment(environment);
    return new Pepper(
        setting, new KeptSecrets(directory.toString(), kind), kind, new SecureRandom());
  }
}
