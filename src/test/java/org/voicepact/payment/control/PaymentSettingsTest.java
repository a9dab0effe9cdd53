package org.voicepact.payment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.Money;

class PaymentSettingsTest {

  private static final Money SHILLINGS =
      new Money(BigDecimal.valueOf(100), Currency.getInstance("KES"));

  @Test
  void everyWrongSettingIsNamed() {
    assertThatThrownBy(() -> new PaymentSettings("yes", "0", "0", "-1", "soon", "0"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "ESCROW must",
            "MIN_PAYMENT_AMOUNT must",
            "MAX_PAYMENT_AMOUNT must",
            "DUAL_CONTROL_AMOUNT must",
            "RELEASE_DELAY must",
            "ESCROW_TIMEOUT must");
    assertThatThrownBy(() -> new PaymentSettings("on", "10", "9", "off", "0", "1"))
        .hasMessage("MAX_PAYMENT_AMOUNT must be a whole number, 10 or more");
  }

  @Test
  void theLimitsAreInMajorUnitsAndBelongToThem() {
    assertThat(settings("100", "100", "off").whyNot(SHILLINGS)).isEmpty();
    assertThat(settings("101", "200", "off").whyNot(SHILLINGS)).contains("must be at least 101");
    assertThat(settings("1", "99", "off").whyNot(SHILLINGS)).contains("must be at most 99");
  }

  @Test
  void twoPeopleAreNeededForMoreThanTheLimit() {
    assertThat(settings("1", "100", "99").needsTwoPeople(SHILLINGS)).isTrue();
    assertThat(settings("1", "100", "100").needsTwoPeople(SHILLINGS)).isFalse();
    assertThat(settings("1", "100", "off").needsTwoPeople(SHILLINGS)).isFalse();
  }

  private static PaymentSettings settings(String min, String max, String dual) {
    return new PaymentSettings("on", min, max, dual, "0", "1");
  }
}
