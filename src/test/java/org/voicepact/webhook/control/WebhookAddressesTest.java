package org.voicepact.webhook.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.control.Environment;
import org.voicepact.webhook.entity.BaseUrlNeeded;

class WebhookAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pact.example.org",
        "/api",
        "ftp://pact.example.org",
        "https:///api",
        "https://",
        "https://pact.example.org?a=b",
        "https://pact.example.org/#top",
        "https://user:password@pact.example.org",
        "https://pact example.org"
      })
  void aBaseThatIsNoAddressIsRefused(String base) {
    assertRefused(base, "development");
  }

  @Test
  void inProductionTheBaseIsEncrypted() {
    assertRefused("http://pact.example.org", "production");
    assertThatCode(() -> addresses("http://pact.example.org", "testing"))
        .doesNotThrowAnyException();
    assertThatCode(() -> addresses("https://pact.example.org/under/", "production"))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutABaseThereAreNoAddresses() {
    WebhookAddresses none =
        new WebhookAddresses(Optional.empty(), null, null, new Environment("development"));
    assertThatThrownBy(none::all)
        .isInstanceOf(BaseUrlNeeded.class)
        .hasMessageContaining("WEBHOOK_BASE_URL");
  }

  private static void assertRefused(String base, String environment) {
    assertThatThrownBy(() -> addresses(base, environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("WEBHOOK_BASE_URL must be ");
  }

  private static WebhookAddresses addresses(String base, String environment) {
    return new WebhookAddresses(Optional.of(base), null, null, new Environment(environment));
  }
}
