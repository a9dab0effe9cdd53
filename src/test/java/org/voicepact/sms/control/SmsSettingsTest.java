package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSettingsTest {

  @Test
  void eachLimitIsANumberOrOff() {
    SmsSettings limited = new SmsSettings("10", "5", " 10000 ", Optional.empty(), "KE");
    assertThat(limited.mostAttempts()).isEqualTo(10);
    assertThat(limited.unaskedLimit()).hasValue(5);
    assertThat(limited.dailyLimit()).hasValue(10000);

    SmsSettings unlimited = new SmsSettings("1", "off", "off", Optional.empty(), "KE");
    assertThat(unlimited.unaskedLimit()).isEmpty();
    assertThat(unlimited.dailyLimit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "OFF", "none", "5 a day", "1.5", "99999999999"})
  void theServerDoesNotStartWithALimitThatIsNone(String limit) {
    assertThatThrownBy(() -> new SmsSettings("10", limit, "1", Optional.empty(), "KE"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SMS_UNASKED_LIMIT must be a whole number, 1 or more, or off");
    assertThatThrownBy(() -> new SmsSettings("10", "1", limit, Optional.empty(), "KE"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SMS_DAILY_LIMIT must be a whole number, 1 or more, or off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "off"})
  void theServerDoesNotStartWithoutAnAttempt(String attempts) {
    assertThatThrownBy(() -> new SmsSettings(attempts, "1", "1", Optional.empty(), "KE"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("SMS_MAX_ATTEMPTS must be a whole number, 1 or more");
  }

  @Test
  void onlyTheDefaultCountryIsAllowedWhereNoneIsSet() {
    assertThat(countries(null).allowsCountry("KE")).isTrue();
    assertThat(countries(null).allowsCountry("UG")).isFalse();
    assertThat(countries(" ").allowsCountry("KE")).isTrue();
    assertThat(countries(" ").allowsCountry("UG")).isFalse();
  }

  @Test
  void theCountriesThatAreSetTakeThePlaceOfTheDefault() {
    SmsSettings settings = countries(" UG , TZ,");
    assertThat(settings.allowsCountry("UG")).isTrue();
    assertThat(settings.allowsCountry("TZ")).isTrue();
    assertThat(settings.allowsCountry("KE")).isFalse();
  }

  @Test
  void anAsteriskIsEveryCountryAndWhatIsNone() {
    assertThat(countries("*").allowsCountry("US")).isTrue();
    assertThat(countries("*").allowsCountry("001")).isTrue();
    assertThat(countries("KE,*").allowsCountry("UG")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "ke", "KEN", "KE UG", "KE,XX", "254", "001", "KE;UG", "off"})
  void theServerDoesNotStartWithACountryThatIsNone(String list) {
    assertThatThrownBy(() -> countries(list))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "SMS_COUNTRIES must be * or ISO 3166 codes of countries, separated by commas, as KE,UG");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> new SmsSettings("0", "x", "x", Optional.of("XX"), "KE"))
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(4));
  }

  private static SmsSettings countries(String list) {
    return new SmsSettings("10", "5", "10000", Optional.ofNullable(list), "KE");
  }
}
