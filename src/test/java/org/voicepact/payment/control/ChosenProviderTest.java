package org.voicepact.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voicepact.payment.entity.Carrier;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.MoneyOrder.Turn;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.Standing;
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
    assertThat(chosen("none", "off", "development").isChosen()).isFalse();
    assertThat(fault("none", "on", "production")).startsWith("ESCROW=on needs a PAYMENT_PROVIDER");
  }

  /** As after the address of a sandbox was changed to that of the live service. */
  @Test
  void whatWasOrderedAsPlayMoneyIsNotToldAsRealMoneyNorTheOtherWayRound() {
    ChosenProvider simulator = chosen("simulator", "on", "development");
    ProviderCall real = new ProviderCall(
        Turn.TELL, Direction.PAYOUT, new Carrier("simulator", true), null, Optional.empty());

    assertThat(simulator.carrier()).isEqualTo(new Carrier("simulator", false));
    assertThat(simulator.tell(real)).isInstanceOf(ProviderReply.NotCalled.class);
    assertThat(simulator.ask(real)).isInstanceOf(Standing.NoAnswer.class);
  }

  @Test
  void anUnknownProviderIsRefused() {
    assertThat(fault("pigeon", "off", "development"))
        .isEqualTo("PAYMENT_PROVIDER must be one of: none, simulator");
  }
}
