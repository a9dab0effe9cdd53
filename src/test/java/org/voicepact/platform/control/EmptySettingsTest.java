package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EmptySettingsTest {

  private final Properties settings = new Properties();

  EmptySettingsTest() {
    settings.setProperty("OPEN_READ", "full");
    settings.setProperty("%production.OPEN_READ", "minimal");
  }

  @Test
  void aSettingThatIsSetToNothingHasItsDefault() {
    EmptySettings empty = new EmptySettings(Map.of("OPEN_READ", " "), settings);

    assertThat(empty.getValue("OPEN_READ")).isEqualTo("full");
    assertThat(empty.getPropertyNames()).containsExactly("OPEN_READ");
    assertThat(empty.getOrdinal()).isBetween(301, 309);
  }

  @Test
  void theDefaultIsThatOfTheEnvironment() {
    Map<String, String> production = Map.of("OPEN_READ", "", "ENVIRONMENT", "production");

    assertThat(new EmptySettings(production, settings).getValue("OPEN_READ")).isEqualTo("minimal");
  }

  @Test
  void whatIsSetAndWhatIsNoSettingIsLeftAlone() {
    EmptySettings none = new EmptySettings(Map.of("OPEN_READ", "minimal", "OTHER", ""), settings);

    assertThat(none.getPropertyNames()).isEmpty();
    assertThat(none.getValue("OPEN_READ")).isNull();
  }

  @Test
  void theDefaultsOfTheApplicationAreFound() {
    assertThat(new EmptySettings().getPropertyNames()).doesNotContain("PATH");
  }
}
