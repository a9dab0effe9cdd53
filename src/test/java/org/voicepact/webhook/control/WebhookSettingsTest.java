package org.voicepact.webhook.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.platform.control.Environment;

class WebhookSettingsTest {

  private static final String SECRET = "c2fb8f9a64e2d7105b3c9e8877a1d4f0";

  @Test
  void aStrongSecretOrTokenIsEnoughInProduction() {
    assertThatCode(() -> settings("production", Map.of("WEBHOOK_SECRET", SECRET)))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> settings("production", Map.of("WEBHOOK_TOKEN", "c0ffee00c0ffee00c0ffee00")))
        .doesNotThrowAnyException();
  }

  @Test
  void productionDoesNotStartWithoutBoth() {
    assertThatThrownBy(() -> settings("production", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WEBHOOK_SECRET or WEBHOOK_TOKEN must be set");
  }

  @ParameterizedTest
  @CsvSource({
    "WEBHOOK_SECRET, It's a Secret to Everybody, WEBHOOK_SECRET must have 32 bytes or more",
    "WEBHOOK_SECRET_PREVIOUS, short, WEBHOOK_SECRET_PREVIOUS must have 32 bytes or more",
    "WEBHOOK_SECRET, change-me-0123456789abcdef0123456789, WEBHOOK_SECRET must not be a placeholder",
    "WEBHOOK_TOKEN, your-secret-token-0123456789, WEBHOOK_TOKEN must not be a placeholder",
    "WEBHOOK_TOKEN_PREVIOUS, your-secret-token-0123456789, WEBHOOK_TOKEN_PREVIOUS must not be a placeholder"
  })
  void productionDoesNotStartWithAWeakOne(String name, String value, String message) {
    Map<String, String> weak = Map.of(name, value);

    assertThatThrownBy(() -> settings("production", weak))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining(value);
    assertThatCode(() -> settings("development", weak)).doesNotThrowAnyException();
  }

  private static WebhookSettings settings(String environment, Map<String, String> values) {
    Config config = (Config) Proxy.newProxyInstance(
        WebhookSettingsTest.class.getClassLoader(),
        new Class<?>[] {Config.class},
        (proxy, method, arguments) -> Optional.ofNullable(values.get((String) arguments[0])));
    return new WebhookSettings(config, new Environment(environment));
  }
}
