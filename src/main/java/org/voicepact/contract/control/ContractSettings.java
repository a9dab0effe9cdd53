package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Currency;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.evidence.entity.HashAlgorithm;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.WholeNumberSetting;
import org.voicepact.platform.entity.Money;

/** The settings of contracts; new contracts follow them, contracts that are there keep what they were made with. */
@Singleton
public class ContractSettings implements Configured {

  private final Duration confirmationTimeout;
  private final Duration deliveryAcceptTimeout;
  private final HashAlgorithm hashAlgorithm;
  private final Currency defaultCurrency;

  /**
   * @param confirmationTimeout in seconds, from 1 on
   * @param deliveryAcceptTimeout in seconds, from 1 on
   * @param hashAlgorithm {@code blake2b} or {@code sha256}
   * @param defaultCurrency ISO 4217 code of amounts that name no currency
   * @throws IllegalStateException where one of them is something else
   */
  @Inject
  public ContractSettings(
      @ConfigProperty(name = "CONTRACT_CONFIRMATION_TIMEOUT") String confirmationTimeout,
      @ConfigProperty(name = "DELIVERY_ACCEPT_TIMEOUT") String deliveryAcceptTimeout,
      @ConfigProperty(name = "CONTRACT_HASH_ALGORITHM") String hashAlgorithm,
      @ConfigProperty(name = "DEFAULT_CURRENCY") String defaultCurrency) {
    SettingFaults faults = new SettingFaults();
    this.confirmationTimeout = faults.read(() -> Duration.ofSeconds(
        WholeNumberSetting.read("CONTRACT_CONFIRMATION_TIMEOUT", confirmationTimeout, 1)));
    this.deliveryAcceptTimeout = faults.read(() -> Duration.ofSeconds(
        WholeNumberSetting.read("DELIVERY_ACCEPT_TIMEOUT", deliveryAcceptTimeout, 1)));
    this.hashAlgorithm = faults.read(() -> hash(hashAlgorithm));
    this.defaultCurrency = faults.read(() -> currency(defaultCurrency));
    faults.check();
  }

  private static HashAlgorithm hash(String setting) {
    return switch (setting) {
      case "blake2b" -> HashAlgorithm.BLAKE2B;
      case "sha256" -> HashAlgorithm.SHA256;
      default ->
        throw new IllegalStateException("CONTRACT_HASH_ALGORITHM must be one of: blake2b, sha256");
    };
  }

  private static Currency currency(String setting) {
    return Money.currency(setting)
        .orElseThrow(
            () -> new IllegalStateException("DEFAULT_CURRENCY must be an ISO 4217 code, as KES"));
  }

  public Duration confirmationTimeout() {
    return confirmationTimeout;
  }

  /** How long a buyer has to answer a notice of delivery, after which silence is acceptance. */
  public Duration deliveryAcceptTimeout() {
    return deliveryAcceptTimeout;
  }

  public HashAlgorithm hashAlgorithm() {
    return hashAlgorithm;
  }

  public Currency defaultCurrency() {
    return defaultCurrency;
  }
}
