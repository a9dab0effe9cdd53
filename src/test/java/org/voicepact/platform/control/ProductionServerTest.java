package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionServerTest {

  @Test
  void productionIsSetAsAnEnvironmentVariable() {
    Environment production = new Environment("production");
    assertThatCode(() -> new ProductionServer(production, Optional.of("production")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> new ProductionServer(production, Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("ENVIRONMENT must be set to production as an environment variable");
    assertThatThrownBy(() -> new ProductionServer(production, Optional.of("testing")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void elsewhereItDoesNotMatter() {
    assertThatCode(() -> new ProductionServer(new Environment("testing"), Optional.empty()))
        .doesNotThrowAnyException();
  }
}
