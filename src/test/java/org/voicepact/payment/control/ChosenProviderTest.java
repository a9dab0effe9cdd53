package org.voicepact.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.Money;

class ChosenProviderTest {

  private static String fault(String provider, String escrow, String environment) {
    return catchThrowable(() -> chosen(provider, escrow, environment)).getMessage();
  }

  private static ChosenProvider chosen(String provider, String escrow, String environment) {
    return new ChosenProvider(
        provider, escrow, new Instances(new SimulatedMoney(null)), new Environment(environment));
  }

  @Test
  void theSimulatorIsForTryingAlone() {
    assertThat(chosen("simulator", "on", "development").name()).isEqualTo("simulator");
    assertThat(fault("simulator", "off", "production"))
        .startsWith("PAYMENT_PROVIDER must not be simulator");
  }

  @Test
  void withoutAProviderNothingIsHeld() {
    assertThat(chosen("none", "off", "production")
            .whyNot(new Money(BigDecimal.ONE, Currency.getInstance("KES"))))
        .isPresent();
    assertThat(fault("none", "on", "production")).startsWith("ESCROW=on needs a PAYMENT_PROVIDER");
  }

  @Test
  void anUnknownProviderIsRefused() {
    assertThat(fault("pigeon", "off", "development"))
        .isEqualTo("PAYMENT_PROVIDER must be one of: none, simulator");
  }
}
