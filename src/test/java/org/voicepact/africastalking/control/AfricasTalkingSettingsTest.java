package org.voicepact.africastalking.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.platform.control.Environment;

class AfricasTalkingSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "sandbox,https://api.sandbox.africastalking.com/",
    "cooperative,https://api.africastalking.com/"
  })
  void theUsernameChoosesTheHost(String username, String url) {
    assertThat(settings("production", username, "a key", null).baseUrl()).hasToString(url);
  }

  @Test
  void anotherHostIsTaken() {
    AfricasTalkingSettings settings =
        settings("testing", "sandbox", "a key", "http://127.0.0.1:8080/");

    assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:8080/");
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void allThatIsMissingIsNamed() {
    assertThat(settings("testing", null, null, "nowhere").faults())
        .hasSize(3)
        .anyMatch(fault -> fault.startsWith("AT_USERNAME must be set"))
        .anyMatch(fault -> fault.startsWith("AT_API_KEY must be set"))
        .anyMatch(fault -> fault.startsWith("AT_BASE_URL must be"));
  }

  @Test
  void inProductionTheKeyLeavesEncryptedAlone() {
    assertThat(settings("production", "x", "a key", "http://proxy.example.org/").faults())
        .singleElement()
        .asString()
        .startsWith("AT_BASE_URL")
        .doesNotContain("a key");
  }

  private static AfricasTalkingSettings settings(
      String environment, String username, String key, String url) {
    return new AfricasTalkingSettings(
        Optional.ofNullable(username),
        Optional.ofNullable(key),
        Optional.empty(),
        Optional.ofNullable(url),
        new Environment(environment));
  }
}
