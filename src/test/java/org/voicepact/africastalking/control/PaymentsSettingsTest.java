package org.voicepact.africastalking.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.platform.control.Environment;

class PaymentsSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "sandbox,https://payments.sandbox.africastalking.com/",
    "cooperative,https://payments.africastalking.com/"
  })
  void theUsernameChoosesTheHost(String username, String url) {
    PaymentsSettings settings = settings(username, "a product", null);

    assertThat(settings.baseUrl()).hasToString(url);
    assertThat(settings.isReal()).isEqualTo(username.equals("cooperative"));
  }

  @Test
  void theSandboxIsForTryingAlone() {
    assertThat(settings("cooperative", "a product", null).faults()).isEmpty();
    assertThat(settings("sandbox", "a product", null).faults())
        .containsExactly(
            "AT_USERNAME must not be sandbox in production when PAYMENT_PROVIDER is africastalking:"
                + " it moves no money");
  }

  @Test
  void allThatIsMissingIsNamed() {
    assertThat(settings(null, null, "nowhere").faults())
        .hasSize(3)
        .contains("AT_USERNAME must be set when PAYMENT_PROVIDER is africastalking")
        .contains("AT_PAYMENTS_PRODUCT must be set when PAYMENT_PROVIDER is africastalking")
        .anyMatch(fault -> fault.startsWith("AT_PAYMENTS_BASE_URL must be"));
  }

  private static PaymentsSettings settings(String username, String product, String url) {
    return new PaymentsSettings(
        Optional.ofNullable(product),
        Optional.ofNullable(url),
        new AfricasTalkingSettings(
            Optional.ofNullable(username),
            Optional.of("a key"),
            Optional.empty(),
            Optional.empty(),
            new Environment("production")));
  }
}
