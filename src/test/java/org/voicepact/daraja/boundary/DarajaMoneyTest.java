package org.voicepact.daraja.boundary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.daraja.boundary.Safaricom.ANSWERS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.payment.control.MobileMoney;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.ProviderReply.Lost;
import org.voicepact.payment.entity.ProviderReply.NotCalled;
import org.voicepact.payment.entity.ProviderReply.Refused;
import org.voicepact.payment.entity.ProviderReply.Taken;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Standing.AnswersLater;
import org.voicepact.payment.entity.Standing.Failed;
import org.voicepact.payment.entity.Standing.NoAnswer;
import org.voicepact.payment.entity.Standing.NotKnown;
import org.voicepact.payment.entity.Standing.Succeeded;
import org.voicepact.payment.entity.Standing.Waiting;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.testing.SettableClock;

/** What is said to Daraja, and what its answers mean. */
class DarajaMoneyTest {

  private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
  private static final String CALLBACK =
      "https://pact.example.org/api/v1/payments/webhook/daraja/token";
  private static final Optional<String> PROMPTED = Optional.of("ws_CO_13012021093521236557");
  private static final String PAGE = "<html><body>Access denied</body></html>";

  private static Safaricom safaricom;

  private final SettableClock clock = new SettableClock("2026-11-28T21:30:05Z");
  private final MobileMoney money = safaricom.money(clock);
  private final Instruction instruction = instruction("+254708374149", "350.00");

  @BeforeAll
  static void start() {
    safaricom = new Safaricom();
  }

  @AfterAll
  static void stop() {
    safaricom.close();
  }

  @BeforeEach
  void reset() {
    safaricom.reset();
  }

  /** By a number that somebody else has told us, the answer could be about another prompt. */
  @Test
  void whatItSaysOfAPromptNamesNoOrder() {
    assertThat(money.answersNameOrder(Direction.COLLECTION)).isFalse();
    assertThat(money.answersNameOrder(Direction.PAYOUT)).isTrue();
  }

  @Test
  void aPersonIsPromptedAsTheProviderWantsIt() {
    safaricom.answer(Safaricom.PROMPT, "prompt_taken");

    assertThat(money.collect(instruction))
        .isEqualTo(new Taken(Optional.of("ws_CO_191220191020363925")));

    // It is the next day in Nairobi.
    assertThat(safaricom.call(Safaricom.PROMPT)).isEqualTo(Json.read("""
        {"BusinessShortCode": "174379",
         "Password": "MTc0Mzc5YmZiMjc5ZjlhYTliZGJjZjE1OGU5N2RkNzFhNDY3Y2QyZTBjODkzMDU5YjEwZjc4ZTZiNzJhZGExZWQyYzkxOTIwMjYxMTI5MDAzMDA1",
         "Timestamp": "20261129003005",
         "TransactionType": "CustomerPayBillOnline",
         "Amount": "350",
         "PartyA": "254708374149",
         "PartyB": "174379",
         "PhoneNumber": "254708374149",
         "CallBackURL": "%s",
         "AccountReference": "AG2026000123",
         "TransactionDesc": "AG2026000123"}""".formatted(CALLBACK)));
    assertThat(safaricom.calls(Safaricom.PROMPT).get(0).getHeader("Authorization"))
        .isEqualTo("Bearer SGWcJPtNtYNPGm6uSYR9yPYrAI3Bm");
    assertThat(safaricom.calls(Safaricom.TOKEN).get(0).getHeader("Authorization"))
        .isEqualTo("Basic a2V5OnNlY3JldA==");
    assertThat(safaricom.calls(Safaricom.TOKEN).get(0).getUrl())
        .isEqualTo("/oauth/v1/generate?grant_type=client_credentials");
  }

  @Test
  void aPersonIsPaidUnderOurOwnNumber() {
    safaricom.answer(Safaricom.PAYMENT, "payment_taken");

    assertThat(money.payOut(instruction))
        .isEqualTo(new Taken(Optional.of("AG_20191219_00005797af5d7d75f652")));

    assertThat(safaricom.call(Safaricom.PAYMENT))
        .isEqualTo(Json.read("""
        {"OriginatorConversationID": "%s",
         "InitiatorName": "testapi",
         "SecurityCredential": "ready made",
         "CommandID": "BusinessPayment",
         "Amount": "350",
         "PartyA": "600992",
         "PartyB": "254708374149",
         "Remarks": "AG-2026-000123",
         "Occassion": "AG2026000123",
         "QueueTimeOutURL": "%s",
         "ResultURL": "%s"}""".formatted(ID, CALLBACK, CALLBACK)));
  }

  @Test
  void aPaymentIsAskedForByOurNumberAndTheAnswerComesLater() {
    safaricom.answer(Safaricom.STATUS, "status_taken");

    assertThat(money.ask(instruction, Direction.PAYOUT, Optional.empty()))
        .isEqualTo(new AnswersLater());

    JsonNode query = safaricom.call(Safaricom.STATUS);
    assertThat(query.path("OriginalConversationID").asText()).isEqualTo(ID);
    assertThat(query.path("CommandID").asText()).isEqualTo("TransactionStatusQuery");
    assertThat(query.path("PartyA").asText()).isEqualTo("600992");
    assertThat(query.path("IdentifierType").asText()).isEqualTo("4");
    assertThat(query.path("ResultURL").asText()).isEqualTo(CALLBACK);
  }

  @Test
  void aPromptIsAskedForByTheProvidersNumber() {
    safaricom.answer(Safaricom.PROMPT_QUERY, "query_done");

    assertThat(asked()).isEqualTo(new Succeeded(Optional.empty(), Optional.empty()));

    assertThat(safaricom.call(Safaricom.PROMPT_QUERY).path("CheckoutRequestID").asText())
        .isEqualTo(PROMPTED.get());
    assertThat(money.ask(instruction, Direction.COLLECTION, Optional.empty()))
        .isInstanceOf(NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+256708374149", "+254208374149", "+25470837414"})
  void numbersOfOthersAreNotCalled(String phone) {
    assertThat(money.collect(instruction(phone, "10"))).isInstanceOf(Refused.class);
    assertThat(money.payOut(instruction(phone, "10"))).isInstanceOf(Refused.class);
    assertThat(safaricom.calls(Safaricom.TOKEN)).isEmpty();
  }

  @Test
  void amountsThatItCannotCarryAreNotCalled() {
    assertThat(money.whyNot(kes("250000"))).isEmpty();
    assertThat(money.whyNot(kes("10.00"))).isEmpty();
    assertThat(money.whyNot(kes("250001"))).contains("M-Pesa carries 10 to 250000 KES at a time");
    assertThat(money.whyNot(kes("9"))).isPresent();
    assertThat(money.whyNot(kes("10.50"))).contains("M-Pesa carries whole shillings alone");
    assertThat(money.whyNot(new Money(BigDecimal.TEN, Currency.getInstance("UGX"))))
        .contains("M-Pesa carries KES alone");

    assertThat(money.payOut(instruction("+254708374149", "0.50"))).isInstanceOf(Refused.class);
    assertThat(safaricom.calls(Safaricom.PAYMENT)).isEmpty();
  }

  @Test
  void aRefusalIsOneWhateverItsStatus() {
    for (int status : new int[] {200, 400}) {
      safaricom.answer(Safaricom.PROMPT, ANSWERS.answer("bad_request").withStatus(status));
      safaricom.answer(Safaricom.PAYMENT, ANSWERS.answer("bad_request").withStatus(status));
      assertThat(money.collect(instruction))
          .isEqualTo(new Refused("the provider says 400.002.02 Bad Request  Invalid PhoneNumber"));
      assertThat(money.payOut(instruction)).isInstanceOf(Refused.class);
    }
    ObjectNode refused = ANSWERS.body("payment_taken").put("ResponseCode", 1);
    safaricom.answer(Safaricom.PAYMENT, json(200, refused));
    assertThat(money.payOut(instruction)).isInstanceOf(Refused.class);
  }

  @Test
  void whoHasAnotherPromptOpenIsNotPrompted() {
    safaricom.answer(Safaricom.PROMPT, "prompt_locked");

    assertThat(money.collect(instruction)).isInstanceOf(Refused.class);
  }

  @Test
  void aFaultOfTheProvidersLeavesAPaymentOpen() {
    safaricom.answer(Safaricom.PAYMENT, ANSWERS.answer("prompt_locked"));
    assertThat(money.payOut(instruction)).isInstanceOf(Lost.class);

    safaricom.answer(Safaricom.PAYMENT, "payment_duplicate");
    assertThat(money.payOut(instruction)).isInstanceOf(Lost.class);
    safaricom.answer(Safaricom.PAYMENT, ANSWERS.answer("payment_duplicate").withStatus(400));
    assertThat(money.payOut(instruction)).isInstanceOf(Lost.class);
  }

  @Test
  void whoCallsTooOftenMayCallAgain() {
    safaricom.answer(Safaricom.PAYMENT, "throttled");
    assertThat(money.payOut(instruction)).isInstanceOf(NotCalled.class);
    safaricom.answer(Safaricom.PAYMENT, page(429));
    assertThat(money.payOut(instruction)).isInstanceOf(NotCalled.class);
    safaricom.answer(Safaricom.PROMPT_QUERY, "throttled");
    assertThat(asked()).isInstanceOf(NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 403, 500, 502, 503})
  void thePageOfAProxyTellsNothing(int status) {
    safaricom.answer(Safaricom.PROMPT, page(status));
    safaricom.answer(Safaricom.PAYMENT, page(status));
    safaricom.answer(Safaricom.PROMPT_QUERY, page(status));
    safaricom.answer(Safaricom.STATUS, page(status));

    assertThat(money.collect(instruction)).isInstanceOf(Lost.class);
    assertThat(money.payOut(instruction)).isInstanceOf(Lost.class);
    assertThat(asked()).isInstanceOf(NoAnswer.class);
    assertThat(money.ask(instruction, Direction.PAYOUT, Optional.empty()))
        .isInstanceOf(NoAnswer.class);
    assertThat(safaricom.calls(Safaricom.PAYMENT)).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostIsNotAskedForByACall() {
    safaricom.answer(Safaricom.PAYMENT, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(money.payOut(instruction))
        .isEqualTo(new Lost("the connection broke before the answer was here"));

    safaricom.answer(Safaricom.PAYMENT, ANSWERS.answer("payment_taken").withFixedDelay(9_000));
    assertThat(money.payOut(instruction)).isInstanceOf(Lost.class);
    assertThat(safaricom.calls(Safaricom.PAYMENT)).hasSize(2);
  }

  @Test
  void aProviderThatCannotBeReachedWasNotCalled() {
    MobileMoney away = Safaricom.money("http://127.0.0.1:1/", clock);

    assertThat(away.payOut(instruction))
        .isEqualTo(new NotCalled("no token: the provider cannot be reached"));
    assertThat(away.ask(instruction, Direction.PAYOUT, Optional.empty()))
        .isInstanceOf(NoAnswer.class);
  }

  @Test
  void withoutATokenNothingWasCalled() {
    for (ResponseDefinitionBuilder answer : new ResponseDefinitionBuilder[] {
      page(200),
      page(500),
      json(400, Json.mapper().createObjectNode()),
      json(200, Json.mapper().createObjectNode())
    }) {
      safaricom.answer(Safaricom.TOKEN, answer);
      assertThat(money.payOut(instruction)).isInstanceOf(NotCalled.class);
    }
    safaricom.answer(Safaricom.TOKEN, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(money.collect(instruction)).isInstanceOf(NotCalled.class);
    assertThat(safaricom.calls(Safaricom.PAYMENT)).isEmpty();
  }

  @Test
  void aTokenServesUntilAMinuteBeforeItsEnd() {
    safaricom.answer(Safaricom.PAYMENT, "payment_taken");

    money.payOut(instruction);
    clock.goOn(Duration.ofSeconds(3538));
    money.payOut(instruction);
    assertThat(safaricom.calls(Safaricom.TOKEN)).hasSize(1);

    clock.goOn(Duration.ofSeconds(1));
    money.payOut(instruction);
    assertThat(safaricom.calls(Safaricom.TOKEN)).hasSize(2);
  }

  @Test
  void aTokenThatIsRefusedIsFetchedAgainOnce() {
    safaricom.answer(
        Safaricom.PAYMENT, ANSWERS.answer("token_refused"), ANSWERS.answer("payment_taken"));

    assertThat(money.payOut(instruction)).isInstanceOf(Taken.class);
    assertThat(safaricom.calls(Safaricom.TOKEN)).hasSize(2);
    assertThat(safaricom.calls(Safaricom.PAYMENT)).hasSize(2);
  }

  @Test
  void aTokenThatIsRefusedAgainIsNotTriedForEver() {
    safaricom.answer(Safaricom.PAYMENT, page(401));
    safaricom.answer(Safaricom.PROMPT_QUERY, "token_refused");

    assertThat(money.payOut(instruction)).isInstanceOf(NotCalled.class);
    assertThat(safaricom.calls(Safaricom.PAYMENT)).hasSize(2);
    assertThat(asked()).isInstanceOf(NoAnswer.class);
  }

  @Test
  void whatIsStillProcessedIsWaitedFor() {
    safaricom.answer(Safaricom.PROMPT_QUERY, "query_waiting");
    assertThat(asked()).isEqualTo(new Waiting());

    ObjectNode later = ANSWERS
        .body("query_waiting")
        .put("errorMessage", "The transaction is still under processing");
    safaricom.answer(Safaricom.PROMPT_QUERY, json(500, later));
    assertThat(asked()).isEqualTo(new Waiting());

    safaricom.answer(Safaricom.PROMPT_QUERY, json(200, result("4999", "x")));
    assertThat(asked()).isEqualTo(new Waiting());
  }

  @ParameterizedTest
  @CsvSource({
    "1,The balance is insufficient for the transaction.",
    "1032,Request cancelled by user",
    "1037,DS timeout user cannot be reached",
    "2001,The initiator information is invalid.",
    "8006,The security credential is locked."
  })
  void theseCodesEndAPromptAsTextAndAsNumber(String code, String words) {
    safaricom.answer(Safaricom.PROMPT_QUERY, json(200, result(code, words)));
    assertThat(asked())
        .isEqualTo(new Failed("the provider says " + code + " " + words.replace(".", "")));

    safaricom.answer(
        Safaricom.PROMPT_QUERY,
        json(200, result(code, words).put("ResultCode", Integer.parseInt(code))));
    assertThat(asked()).isInstanceOf(Failed.class);
  }

  @Test
  void aSuccessMayBeANumberAndAnUnknownCodeIsForAPerson() {
    safaricom.answer(Safaricom.PROMPT_QUERY, json(200, result("0", "x").put("ResultCode", 0)));
    assertThat(asked()).isInstanceOf(Succeeded.class);

    safaricom.answer(Safaricom.PROMPT_QUERY, json(200, result("7777", "x")));
    assertThat(asked()).isInstanceOf(NotKnown.class);
    ObjectNode unknown =
        ANSWERS.body("bad_request").put("errorMessage", "Bad Request - Invalid CheckoutRequestID");
    safaricom.answer(Safaricom.PROMPT_QUERY, json(400, unknown));
    assertThat(asked()).isInstanceOf(NotKnown.class);
  }

  /** The prompt may be open; to ask is what failed. */
  @ParameterizedTest
  @ValueSource(strings = {"404.003.01", "401.003.01", "500.003.02", "500.001.1001", "400.002.02"})
  void aQuestionThatIsTurnedAwaySaysNothingOfThePrompt(String code) {
    safaricom.answer(
        Safaricom.PROMPT_QUERY, json(404, ANSWERS.body("bad_request").put("errorCode", code)));
    assertThat(asked()).isInstanceOf(NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"404.001.03", "400.003.01", "401.002.01"})
  void aTokenThatIsNotTakenIsReplacedOnce(String code) {
    safaricom.answer(
        Safaricom.PROMPT_QUERY,
        json(400, ANSWERS.body("token_refused").put("errorCode", code)),
        ANSWERS.answer("query_done"));
    assertThat(asked()).isInstanceOf(Succeeded.class);
    assertThat(safaricom.calls(Safaricom.TOKEN)).hasSize(2);
  }

  private Standing asked() {
    return money.ask(instruction, Direction.COLLECTION, PROMPTED);
  }

  private static ObjectNode result(String code, String words) {
    return ANSWERS.body("query_done").put("ResultCode", code).put("ResultDesc", words);
  }

  private static ResponseDefinitionBuilder json(int status, JsonNode body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body.toString());
  }

  private static ResponseDefinitionBuilder page(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "text/html")
        .withBody(PAGE);
  }

  private static Money kes(String amount) {
    return new Money(new BigDecimal(amount), Currency.getInstance("KES"));
  }

  private static Instruction instruction(String phone, String amount) {
    return new Instruction(
        ID, new PhoneNumber(phone), kes(amount), "AG-2026-000123", URI.create(CALLBACK));
  }
}
