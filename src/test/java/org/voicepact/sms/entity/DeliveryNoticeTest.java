package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.sms.entity.DeliveryNotice.End;

class DeliveryNoticeTest {

  @ParameterizedTest
  @CsvSource({
    "Success,DELIVERED",
    "success,DELIVERED",
    "Failed,NOT_DELIVERED",
    "Rejected,NOT_DELIVERED",
    "AbsentSubscriber,NOT_DELIVERED",
    "Expired,NOT_DELIVERED"
  })
  void theseWordsAreFinal(String status, End end) {
    assertThat(DeliveryNotice.end(notice(status, null).status())).contains(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sent", "Submitted", "Buffered", "SomethingNew", "+254712345678", ""})
  void allOthersChangeNothing(String status) {
    assertThat(DeliveryNotice.end(notice(status, null).status())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NotNetworkSubcriber", "NotNetworkSubscriber"})
  void theTwoSpellingsAreOne(String reason) {
    assertThat(notice("Failed", reason).reason()).contains("NotNetworkSubscriber");
  }

  @Test
  void whatIsNoWordIsNotKept() {
    DeliveryNotice notice =
        new DeliveryNotice("x", "call +254712345678", Optional.of("<b>"), Optional.of("a b"));

    assertThat(notice.status()).isEqualTo("unreadable");
    assertThat(notice.reason()).contains("unreadable");
    assertThat(notice.network()).isEmpty();
  }

  private static DeliveryNotice notice(String status, String reason) {
    return new DeliveryNotice("ATXid_1", status, Optional.ofNullable(reason), Optional.of("63902"));
  }
}
