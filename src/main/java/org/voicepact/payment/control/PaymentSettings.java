package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.BooleanSetting;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.WholeNumberSetting;
import org.voicepact.platform.entity.Money;

/** What is held, for how long, and how much. */
@Singleton
public class PaymentSettings implements Configured {

  private final boolean isEscrow;
  private final int minAmount;
  private final int maxAmount;
  private final OptionalInt dualControlAmount;
  private final Duration releaseDelay;
  private final Duration timeout;

  /**
   * @param escrow {@code on}: a confirmed contract is in force once its price is held
   * @param minAmount in major units, whatever the currency
   * @param maxAmount likewise
   * @param dualControlAmount in major units: what is more needs two people to be moved by hand; or {@code off}
   * @param releaseDelay seconds between an acceptance and the release
   * @param timeout seconds after which money that nothing was decided about is looked at by a person
   * @throws IllegalStateException where one of them is something else
   */
  @Inject
  public PaymentSettings(
      @ConfigProperty(name = "ESCROW") String escrow,
      @ConfigProperty(name = "MIN_PAYMENT_AMOUNT") String minAmount,
      @ConfigProperty(name = "MAX_PAYMENT_AMOUNT") String maxAmount,
      @ConfigProperty(name = "DUAL_CONTROL_AMOUNT") String dualControlAmount,
      @ConfigProperty(name = "RELEASE_DELAY") String releaseDelay,
      @ConfigProperty(name = "ESCROW_TIMEOUT") String timeout) {
    SettingFaults faults = new SettingFaults();
    Boolean isOn = faults.read(() -> BooleanSetting.isOn("ESCROW", escrow));
    Integer min = faults.read(() -> WholeNumberSetting.read("MIN_PAYMENT_AMOUNT", minAmount, 1));
    Integer max = faults.read(
        () -> WholeNumberSetting.read("MAX_PAYMENT_AMOUNT", maxAmount, min == null ? 1 : min));
    this.dualControlAmount = faults.read(
        () -> WholeNumberSetting.readOrOff("DUAL_CONTROL_AMOUNT", dualControlAmount, 0));
    Integer delay = faults.read(() -> WholeNumberSetting.read("RELEASE_DELAY", releaseDelay, 0));
    Integer patience = faults.read(() -> WholeNumberSetting.read("ESCROW_TIMEOUT", timeout, 1));
    faults.check();
    this.isEscrow = isOn;
    this.minAmount = min;
    this.maxAmount = max;
    this.releaseDelay = Duration.ofSeconds(delay);
    this.timeout = Duration.ofSeconds(patience);
  }

  boolean isEscrow() {
    return isEscrow;
  }

  /** Why the amount is too small or too large; empty where it is neither. */
  Optional<String> whyNot(Money amount) {
    if (amount.amount().compareTo(BigDecimal.valueOf(minAmount)) < 0) {
      return Optional.of("must be at least " + minAmount);
    }
    if (amount.amount().compareTo(BigDecimal.valueOf(maxAmount)) > 0) {
      return Optional.of("must be at most " + maxAmount);
    }
    return Optional.empty();
  }

  boolean needsTwoPeople(Money amount) {
    return dualControlAmount.isPresent()
        && amount.amount().compareTo(BigDecimal.valueOf(dualControlAmount.getAsInt())) > 0;
  }

  OptionalInt dualControlAmount() {
    return dualControlAmount;
  }

  Duration releaseDelay() {
    return releaseDelay;
  }

  Duration timeout() {
    return timeout;
  }
}
