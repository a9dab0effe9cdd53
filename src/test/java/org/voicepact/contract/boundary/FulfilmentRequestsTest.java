package org.voicepact.contract.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.boundary.Requests.body;
import static org.voicepact.contract.boundary.Requests.faults;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.platform.control.PhoneNumbers;

class FulfilmentRequestsTest {

  private static final FulfilmentRequests READER = new FulfilmentRequests(new PhoneNumbers("KE"));
  private static final String PHONE = "{\"phone_number\": \"+254712000101\"";

  private static List<String> deliveryFaults(String members) {
    return faults(() -> READER.delivery(body(PHONE + members + "}")));
  }

  @Test
  void aQuantityIsANumberOrATextInPlainDecimal() {
    for (String quantity : List.of("40.50", "\"40.50\"")) {
      FulfilmentRequests.Delivered wanted = READER.delivery(
          body(PHONE + ", \"quantity\": " + quantity + ", \"note\": \" two lorries \"}"));
      assertThat(wanted.claimed().quantity())
          .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("40.50"));
      assertThat(wanted.claimed().note()).contains("two lorries");
    }
    assertThat(READER.delivery(body(PHONE + "}")).claimed().quantity()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|must be more than 0",
        "-1|must be more than 0",
        "\"much\"|must be a number",
        "\"1e3\"|must be a number",
        "true|must be a number",
        "0.0000000000001|must have at most 15 digits before the decimal point and 12 after it"
      })
  void noOtherQuantityIsTaken(String quantity, String detail) {
    assertThat(deliveryFaults(", \"quantity\": " + quantity))
        .containsExactly("/quantity " + detail);
  }

  /** A word that is spelled wrong must not turn a part into all of it. */
  @Test
  void whatIsNotKnownIsRefusedEverywhere() {
    assertThat(deliveryFaults(", \"quantiy\": 4"))
        .containsExactly("/quantiy is not a member of this request");
    assertThat(faults(() -> READER.acceptance(body(PHONE + ", \"quantity\": 4}"))))
        .containsExactly("/quantity is not a member of this request");
    assertThat(faults(() -> READER.dispute(body(PHONE + ", \"reason\": \"x\", \"note\": \"y\"}"))))
        .containsExactly("/note is not a member of this request");
    assertThat(faults(() -> READER.resolution(
            body("{\"outcome\": \"completed\", \"reason\": \"x\", \"code\": \"123456\"}"), true)))
        .containsExactly("/code is not a member of this request");
  }

  @Test
  void allFaultsAreSaidAtOnce() {
    assertThat(faults(() -> READER.delivery(
            body("{\"quantity\": 0, \"version\": 0, \"note\": \"" + "x".repeat(501) + "\"}"))))
        .containsExactly(
            "/phone_number is required",
            "/version must be a whole number from 1 on",
            "/quantity must be more than 0",
            "/note must have at most 500 characters");
    assertThat(faults(() -> READER.acceptance(body("{\"claim\": \"1\"}"))))
        .containsExactly("/phone_number is required", "/claim must be a whole number from 1 on");
    assertThat(faults(() -> READER.dispute(body("{\"reason\": \" \"}"))))
        .containsExactly("/phone_number is required", "/reason is required");
    assertThat(faults(() -> READER.resolution(body("{\"outcome\": \"active\"}"), false)))
        .containsExactly(
            "/phone_number is required",
            "/outcome must be one of: completed, cancelled",
            "/reason is required");
    assertThat(faults(() -> READER.resolution(body("{}"), true)))
        .containsExactly("/outcome is required", "/reason is required");
  }

  @Test
  void onlyAnOperatorNeedsNoNumberAndMayNameOneAllTheSame() {
    String decision = "\"outcome\": \"cancelled\", \"reason\": \"wet\", \"version\": 2}";

    FulfilmentRequests.Resolved byOperator = READER.resolution(body("{" + decision), true);
    assertThat(byOperator.claim()).isEmpty();
    assertThat(byOperator.version()).contains(2);
    assertThat(byOperator.decision().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(READER.resolution(body(PHONE + ", " + decision), true).claim()).isPresent();
    assertThat(READER
            .resolution(body(PHONE + ", " + decision), false)
            .claim()
            .orElseThrow()
            .version())
        .contains(2);
  }
}
