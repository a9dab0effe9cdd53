package org.voicepact.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.PhoneNumber;

class PhoneMaskingTest {

  private static final PhoneNumber ONE = new PhoneNumber("+254712345678");
  private static final PhoneNumber OTHER = new PhoneNumber("+254712345679");

  @ParameterizedTest
  @ValueSource(strings = {"development", "testing", "production"})
  void numbersAreMaskedButForTheOneThatTheCallerNamed(String environment) {
    PhoneMasking masking = new PhoneMasking("on", new Environment(environment));

    assertThat(masking.revealing(Optional.empty()).apply(ONE)).isEqualTo(ONE.masked());
    assertThat(masking.revealing(Optional.of(ONE)).apply(ONE)).isEqualTo(ONE.e164());
    assertThat(masking.revealing(Optional.of(ONE)).apply(OTHER)).isEqualTo(OTHER.masked());
  }

  @Test
  void inDevelopmentMaskingCanBeOff() {
    PhoneMasking masking = new PhoneMasking("off", new Environment("development"));

    assertThat(masking.revealing(Optional.empty()).apply(ONE)).isEqualTo(ONE.e164());
  }

  @ParameterizedTest
  @ValueSource(strings = {"testing", "production"})
  void nowhereElseDoesTheServerStartWithMaskingOff(String environment) {
    assertThatThrownBy(() -> new PhoneMasking("off", new Environment(environment)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("PHONE_MASKING=off is for ENVIRONMENT=development only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OFF", "false", "no"})
  void anUnknownSettingIsNotTakenForOff(String setting) {
    assertThatThrownBy(() -> new PhoneMasking(setting, new Environment("development")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("PHONE_MASKING must be one of: on, off");
  }
}
