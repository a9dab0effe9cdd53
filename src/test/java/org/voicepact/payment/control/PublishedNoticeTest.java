package org.voicepact.payment.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.platform.entity.Json;

class PublishedNoticeTest {

  @ParameterizedTest
  @CsvSource({
    "success, SUCCEEDED",
    "Completed, SUCCEEDED",
    "FAILED, FAILED",
    "cancelled, FAILED",
    "maybe, UNCLEAR"
  })
  void itsStatusIsAWord(String status, Claim claim) {
    ProviderNotice notice = PublishedNotice.read(
            Json.read("{\"transaction_id\": \"t\", \"status\": \"" + status + "\"}"))
        .orElseThrow();

    assertThat(notice.claim()).isEqualTo(claim);
    assertThat(notice.instructionId()).contains("t");
    assertThat(notice.amount()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"350000", "\"350000\"", "350000.00"})
  void anAmountIsANumberOrAText(String amount) {
    ProviderNotice notice = PublishedNotice.read(
            Json.read("{\"transaction_id\": \"t\", \"status\": \"success\", \"amount\": " + amount
                + ", \"currency\": \"KES\"}"))
        .orElseThrow();

    assertThat(notice.amount().orElseThrow()).isEqualByComparingTo("350000");
    assertThat(notice.currency()).contains("KES");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"transaction_id\": 1, \"status\": \"success\"}",
        "{\"status\": \"success\"}"
      })
  void whatNamesNothingIsNone(String words) {
    assertThat(PublishedNotice.read(Json.read(words))).isEmpty();
  }
}
