package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.PhoneNumbers;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.WholeNumberSetting;

/** How often a message is tried, and how many may leave, and where to. */
@Singleton
public class SmsSettings implements Configured {

  private static final String ALL_COUNTRIES = "*";

  private final int mostAttempts;
  private final OptionalInt unaskedLimit;
  private final OptionalInt dailyLimit;
  private final Set<String> countries;

  /**
   * @param unaskedLimit messages in 24 hours to a number that has never written, or {@code off}
   * @param dailyLimit messages of the whole installation between two midnights in UTC, or {@code off}
   * @param countries ISO 3166 codes separated by commas, {@code *} for all; the default region's where it
   *     is not set
   * @throws IllegalStateException where one of them is something else
   */
  @Inject
  public SmsSettings(
      @ConfigProperty(name = "SMS_MAX_ATTEMPTS") String mostAttempts,
      @ConfigProperty(name = "SMS_UNASKED_LIMIT") String unaskedLimit,
      @ConfigProperty(name = "SMS_DAILY_LIMIT") String dailyLimit,
      @ConfigProperty(name = "SMS_COUNTRIES") Optional<String> countries,
      @ConfigProperty(name = "DEFAULT_REGION") String defaultRegion) {
    SettingFaults faults = new SettingFaults();
    Integer attempts =
        faults.read(() -> WholeNumberSetting.read("SMS_MAX_ATTEMPTS", mostAttempts, 1));
    this.unaskedLimit =
        faults.read(() -> WholeNumberSetting.readOrOff("SMS_UNASKED_LIMIT", unaskedLimit, 1));
    this.dailyLimit =
        faults.read(() -> WholeNumberSetting.readOrOff("SMS_DAILY_LIMIT", dailyLimit, 1));
    // The default is checked where it is used to read numbers.
    this.countries = countries
        .filter(list -> !list.isBlank())
        .map(list -> faults.read(() -> countries(list)))
        .orElse(Set.of(defaultRegion));
    faults.check();
    this.mostAttempts = attempts;
  }

  private static Set<String> countries(String list) {
    Set<String> codes = Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
    if (codes.isEmpty()
        || !codes.stream()
            .allMatch(code -> code.equals(ALL_COUNTRIES) || PhoneNumbers.isCountry(code))) {
      throw new IllegalStateException(
          "SMS_COUNTRIES must be * or ISO 3166 codes of countries, separated by commas, as KE,UG");
    }
    return codes;
  }

  int mostAttempts() {
    return mostAttempts;
  }

  /** Empty where it is off. */
  OptionalInt unaskedLimit() {
    return unaskedLimit;
  }

  /** Empty where it is off. */
  OptionalInt dailyLimit() {
    return dailyLimit;
  }

  boolean allowsCountry(String region) {
    return countries.contains(ALL_COUNTRIES) || countries.contains(region);
  }
}
