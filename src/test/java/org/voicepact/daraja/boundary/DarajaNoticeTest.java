package org.voicepact.daraja.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.testing.Shapes;

class DarajaNoticeTest {

  private static final Shapes NOTICES = Shapes.of("daraja/notices.json");
  private static final PhoneNumber PHONE = new PhoneNumber("+254708374149");
  private static final String OURS = "0f8fad5b-d9cb-469f-a165-70867728950e";

  @Test
  void aPromptWasPaid() {
    ProviderNotice notice = read("prompt_paid");

    assertThat(notice.claim()).isEqualTo(Claim.SUCCEEDED);
    assertThat(notice.answers()).isEqualTo(ProviderNotice.Answers.NOTHING);
    assertThat(notice.instructionId()).isEmpty();
    assertThat(notice.providerReference()).contains("ws_CO_191220191020363925");
    assertThat(notice.receipt()).contains("NLJ7RT61SV");
    assertThat(notice.amount().orElseThrow()).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(notice.currency()).isEmpty();
    assertThat(notice.phone()).contains(PHONE);
    assertThat(notice.reason()).isEmpty();
  }

  @Test
  void aCodeThatIsATextAndAnItemWithoutAValueAreRead() {
    ProviderNotice notice = read("prompt_paid_with_balance");

    assertThat(notice.claim()).isEqualTo(Claim.SUCCEEDED);
    assertThat(notice.receipt()).contains("NE10MHGI7K");
    assertThat(notice.amount().orElseThrow()).isEqualByComparingTo("1.00");
  }

  @Test
  void aPromptWasCancelledAndThereIsNothingElseToRead() {
    ProviderNotice notice = read("prompt_cancelled");

    assertThat(notice.claim()).isEqualTo(Claim.FAILED);
    assertThat(notice.providerReference()).contains("ws_CO_25052025173533440720461786");
    assertThat(notice.reason()).contains("the provider says 1032 Request cancelled by user");
    assertThat(notice.receipt()).isEmpty();
    assertThat(notice.amount()).isEmpty();
    assertThat(notice.phone()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,FAILED", "1037,FAILED", "2001,FAILED", "4999,UNCLEAR", "0,SUCCEEDED"})
  void theCodeOfAPromptIsItsClaim(String code, Claim claim) {
    ObjectNode notice = NOTICES.body("prompt_cancelled");
    ObjectNode callback = (ObjectNode) notice.path("Body").path("stkCallback");

    callback.put("ResultCode", code);
    assertThat(DarajaNotice.read(notice).orElseThrow().claim()).isEqualTo(claim);
    callback.put("ResultCode", Integer.parseInt(code));
    assertThat(DarajaNotice.read(notice).orElseThrow().claim()).isEqualTo(claim);
  }

  @Test
  void aPaymentWasMade() {
    ProviderNotice notice = read("payment_done");

    assertThat(notice)
        .isEqualTo(new ProviderNotice(
            Optional.of(OURS),
            Optional.of("AG_20191219_00004e48cf7e3533f581"),
            Claim.SUCCEEDED,
            ProviderNotice.Answers.NOTHING,
            Optional.of("NLJ41HAY6Q"),
            notice.amount(),
            Optional.empty(),
            Optional.of(PHONE),
            Optional.empty()));
    assertThat(notice.amount().orElseThrow()).isEqualByComparingTo("10");
  }

  @Test
  void aPaymentFailedAndTheNumberThatIsMadeUpIsNoReceipt() {
    ProviderNotice notice = read("payment_failed");

    assertThat(notice.claim()).isEqualTo(Claim.FAILED);
    assertThat(notice.answers()).isEqualTo(ProviderNotice.Answers.INSTRUCTION);
    assertThat(notice.instructionId()).contains("68e22406-b710-4500-9228-227df8bde0d9");
    assertThat(notice.receipt()).isEmpty();
    assertThat(notice.reason())
        .contains("the provider says 2001 The initiator information is invalid");
  }

  @Test
  void aCodeThatIsInNoListIsAskedAbout() {
    ObjectNode notice = NOTICES.body("payment_failed");
    ((ObjectNode) notice.path("Result")).put("ResultCode", 7777);

    assertThat(DarajaNotice.read(notice).orElseThrow().answers())
        .isEqualTo(ProviderNotice.Answers.NOTHING);
  }

  /** The provider’s own example has another number than the request. */
  @Test
  void aReceiptShowsThatItIsOfAPaymentWithoutOurNumber() {
    ObjectNode notice = NOTICES.body("payment_done");
    ((ObjectNode) notice.path("Result"))
        .put("OriginatorConversationID", "53e3-4aa8-9fe0-8fb5e4092cdd3405976");

    ProviderNotice read = DarajaNotice.read(notice).orElseThrow();

    assertThat(read.claim()).isEqualTo(Claim.SUCCEEDED);
    assertThat(read.answers()).isEqualTo(ProviderNotice.Answers.NOTHING);
    assertThat(read.receipt()).contains("NLJ41HAY6Q");
  }

  @Test
  void aPaymentThatWaitedTooLongHasNotFailed() {
    ProviderNotice notice = read("payment_timeout");

    assertThat(notice.claim()).isEqualTo(Claim.UNCLEAR);
    assertThat(notice.answers()).isEqualTo(ProviderNotice.Answers.NOTHING);
    assertThat(notice.reason()).isPresent();
  }

  @Test
  void anAnswerSaysWhatBecameOfAPayment() {
    ProviderNotice notice = read("answer_completed");

    assertThat(notice)
        .isEqualTo(new ProviderNotice(
            Optional.of(OURS),
            Optional.of("AG_20180223_000041b09c22e613d6c9"),
            Claim.SUCCEEDED,
            ProviderNotice.Answers.QUESTION,
            Optional.of("MBN31H462N"),
            Optional.of(new BigDecimal("300")),
            Optional.empty(),
            Optional.of(PHONE),
            Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "Cancelled,FAILED",
    "Declined,FAILED",
    "Expired,FAILED",
    "Pending,UNCLEAR",
    "Reviewed,UNCLEAR"
  })
  void theStateInAnAnswerIsItsClaim(String state, Claim claim) {
    JsonNode notice =
        Json.read(NOTICES.body("answer_completed").toString().replace("Completed", state));

    assertThat(DarajaNotice.read(notice).orElseThrow().claim()).isEqualTo(claim);
    assertThat(DarajaNotice.read(notice).orElseThrow().reason()).contains(state);
  }

  @Test
  void aQuestionThatFailedSaysNothingOfThePayment() {
    ProviderNotice notice = read("answer_failed");

    assertThat(notice.answers()).isEqualTo(ProviderNotice.Answers.QUESTION);
    assertThat(notice.claim()).isEqualTo(Claim.UNCLEAR);
    assertThat(notice.receipt()).isEmpty();
    assertThat(notice.instructionId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "254708374149 - John Doe,+254708374149",
    "0708374149 - JOHN DOE,+254708374149",
    "0110374149 - JOHN DOE,+254110374149"
  })
  void aNumberStandsBeforeAName(String text, String phone) {
    assertThat(KenyanNumber.read(text)).contains(new PhoneNumber(phone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2547****4149 - John Doe", "25470837414912", "600310 - Safaricom", ""})
  void whatIsHiddenOrLongerIsNoNumber(String text) {
    assertThat(KenyanNumber.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"Body\": {}}",
        "{\"Result\": {}}",
        "{\"Body\": {\"stkCallback\": []}}",
        "{\"Result\": \"ResultCode\"}",
        "[]",
        "null"
      })
  void othersAreNone(String notice) {
    assertThat(DarajaNotice.read(Json.read(notice))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Body\": {\"stkCallback\": {\"ResultCode\": {}, \"CallbackMetadata\": [1, null]}}}",
        "{\"Result\": {\"ResultCode\": 0, \"ResultParameters\": {\"ResultParameter\": \"x\"}}}",
        "{\"Result\": {\"ResultCode\": 0, \"ResultParameters\": {\"ResultParameter\": {\"Key\": \"ReceiptNo\"}}}}",
        "{\"Result\": {\"ResultCode\": 0, \"ResultParameters\": [{\"Key\": \"Amount\", \"Value\": \"a lot\"}]}}"
      })
  void oddOnesAreReadAsFarAsTheyGo(String notice) {
    assertThat(DarajaNotice.read(Json.read(notice)).orElseThrow().receipt()).isEmpty();
    assertThat(DarajaNotice.read(Json.read(notice)).orElseThrow().amount()).isEmpty();
  }

  private static ProviderNotice read(String name) {
    return DarajaNotice.read(NOTICES.body(name)).orElseThrow();
  }
}
