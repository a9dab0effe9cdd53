package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.control.Environment;

class MetricsAccessTest {

  @Test
  void withoutATokenTheyAreForThisMachineAndInProductionForNobody() {
    assertThat(access("on", null, "development").opensToThisMachine()).isTrue();
    assertThat(access("on", " ", "testing").opensToThisMachine()).isTrue();
    assertThat(access("on", null, "production").opensToThisMachine()).isFalse();
    assertThat(access("on", null, "development").isToken("")).isFalse();
  }

  @Test
  void aTokenClosesThemToAllOthers() {
    MetricsAccess access = access("on", Parts.METRICS_TOKEN, "development");

    assertThat(access.opensToThisMachine()).isFalse();
    assertThat(access.isToken(Parts.METRICS_TOKEN)).isTrue();
    assertThat(access.isToken(Parts.METRICS_TOKEN.substring(1))).isFalse();
  }

  @Test
  void theyCanBeOff() {
    assertThat(access("off", null, "development").isOn()).isFalse();
    assertThat(access("on", null, "development").isOn()).isTrue();
    assertThatThrownBy(() -> access("yes", null, "development"))
        .hasMessage("METRICS must be one of: on, off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tooshort", "a.b.c-which-looks-like-a-JWT", "with a blank in it, and long"})
  void aWeakTokenIsRefused(String token) {
    assertThatThrownBy(() -> access("on", token, "development"))
        .hasMessageStartingWith("METRICS_TOKEN must have 22 or more")
        .hasMessageNotContaining(token);
  }

  private static MetricsAccess access(String metrics, String token, String environment) {
    return new MetricsAccess(metrics, Optional.ofNullable(token), new Environment(environment));
  }
}
