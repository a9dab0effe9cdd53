package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireValueTest {

  private enum Size implements WireValue {
    SMALL("s"),
    EXTRA_LARGE("x-l");

    private final String wire;

    Size(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-l", "X-L", "x-L"})
  void aValueIsFoundByItsSpellingInAnyCase(String wire) {
    assertThat(WireValue.of(Size.class, wire)).contains(Size.EXTRA_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXTRA_LARGE", "", "x", " s"})
  void anythingElseIsNoValue(String wire) {
    assertThat(WireValue.of(Size.class, wire)).isEmpty();
  }

  @Test
  void anErrorCanSayWhatIsAllowed() {
    assertThat(WireValue.allowed(Size.class)).isEqualTo("s, x-l");
  }
}
