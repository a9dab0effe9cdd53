package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.CheckedPoint;
import org.voicepact.platform.entity.CheckedPoint.Status;

class SmsReadinessTest {

  @Test
  void aGatewayThatSendsNothingIsOpenInProductionAlone() {
    assertThat(SmsReadiness.gateway("log", true).status()).isEqualTo(Status.OPEN);
    assertThat(SmsReadiness.gateway("log", true).detail()).contains("sends none");
    assertThat(SmsReadiness.gateway("log", false).status()).isEqualTo(Status.OK);
    assertThat(SmsReadiness.gateway("another", true).status()).isEqualTo(Status.OK);
  }

  @Test
  void aLimitThatIsOffIsOpen() {
    assertThat(SmsReadiness.limit("SMS_DAILY_LIMIT", OptionalInt.empty()).status())
        .isEqualTo(Status.OPEN);
    assertThat(SmsReadiness.limit("SMS_DAILY_LIMIT", OptionalInt.of(7)))
        .isEqualTo(CheckedPoint.ok("SMS_DAILY_LIMIT", "7"));
  }

  @Test
  void parkedMessagesAreCountedByReason() {
    assertThat(SmsReadiness.notSent("parked messages", Map.of()).status()).isEqualTo(Status.OK);
    assertThat(SmsReadiness.notSent(
            "parked messages",
            new TreeMap<>(Map.of(SendingAllowance.DAILY, 2L, SendingAllowance.FOREIGN, 1L))))
        .isEqualTo(CheckedPoint.open(
            "parked messages",
            "2 not sent: SMS_DAILY_LIMIT is reached;"
                + " 1 not sent: the number's country is not one of SMS_COUNTRIES"));
  }
}
