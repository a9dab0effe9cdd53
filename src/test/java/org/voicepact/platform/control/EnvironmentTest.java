package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @ParameterizedTest
  @CsvSource({
    "development, DEVELOPMENT",
    "testing, TESTING",
    "production, PRODUCTION",
    "Production, PRODUCTION"
  })
  void theThreeKindsOfInstallationAreKnown(String setting, Environment.Name name) {
    assertThat(new Environment(setting).name()).isEqualTo(name);
  }

  @Test
  void onlyProductionIsProduction() {
    assertThat(new Environment("production").isProduction()).isTrue();
    assertThat(new Environment("testing").isProduction()).isFalse();
    assertThat(new Environment("development").isProduction()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "prod", "staging", " production", "production "})
  void theServerDoesNotStartInAnUnknownKindAndSaysWhichAreAllowed(String setting) {
    assertThatThrownBy(() -> new Environment(setting))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ENVIRONMENT must be one of: development, testing, production");
  }
}
