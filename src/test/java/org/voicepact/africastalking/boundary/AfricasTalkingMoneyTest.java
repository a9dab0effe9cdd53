package org.voicepact.africastalking.boundary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.africastalking.control.AfricasTalkingSettings;
import org.voicepact.africastalking.control.PaymentsSettings;
import org.voicepact.payment.control.MobileMoney;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderNotice.Claim;
import org.voicepact.payment.entity.ProviderReply.Lost;
import org.voicepact.payment.entity.ProviderReply.NotCalled;
import org.voicepact.payment.entity.ProviderReply.Refused;
import org.voicepact.payment.entity.ProviderReply.Taken;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Standing.Failed;
import org.voicepact.payment.entity.Standing.NoAnswer;
import org.voicepact.payment.entity.Standing.NotKnown;
import org.voicepact.payment.entity.Standing.Succeeded;
import org.voicepact.payment.entity.Standing.Waiting;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.testing.Shapes;

class AfricasTalkingMoneyTest {

  private static final Shapes SHAPES = Shapes.of("africastalking/payments.json");
  private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
  private static final String CHECKOUT = "/mobile/checkout/request";
  private static final String PAYOUT = "/mobile/b2c/request";
  private static final String FIND = "/query/transaction/find";
  private static final Instruction INSTRUCTION = new Instruction(
      ID,
      new PhoneNumber("+254708374149"),
      new Money(new BigDecimal("350.50"), Currency.getInstance("KES")),
      "AG-2026-000123",
      URI.create("https://pact.example.org/token"));

  private static WireMockServer server;

  private final MobileMoney money = money("http://127.0.0.1:" + server.port() + "/");

  @BeforeAll
  static void start() {
    server = new WireMockServer(
        WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void reset() {
    server.resetAll();
  }

  @Test
  void aPersonIsAskedToPay() {
    answer(CHECKOUT, SHAPES.answer("checkout_taken"));

    assertThat(money.collect(INSTRUCTION))
        .isEqualTo(new Taken(Optional.of("ATPid_SampleTxnId123")));

    LoggedRequest call = call(CHECKOUT);
    assertThat(call.getHeader("apiKey")).isEqualTo("a key");
    assertThat(Json.read(call.getBodyAsString())).isEqualTo(Json.read("""
        {"username": "sandbox", "productName": "escrow", "phoneNumber": "+254708374149",
         "currencyCode": "KES", "amount": 350.50,
         "metadata": {"instruction": "%s", "contract": "AG-2026-000123"}}""".formatted(ID)));
  }

  @Test
  void aPersonIsPaid() {
    answer(PAYOUT, SHAPES.answer("payout_taken"));

    assertThat(money.payOut(INSTRUCTION)).isEqualTo(new Taken(Optional.of("ATPid_SampleTxnId456")));

    JsonNode request = Json.read(call(PAYOUT).getBodyAsString());
    assertThat(request.path("recipients")).hasSize(1);
    assertThat(request.path("recipients").get(0).path("reason").asText())
        .isEqualTo("BusinessPayment");
    assertThat(request
            .path("recipients")
            .get(0)
            .path("metadata")
            .path("instruction")
            .asText())
        .isEqualTo(ID);
  }

  @Test
  void aRefusalInsideOfA201IsOne() {
    answer(CHECKOUT, json(201, SHAPES.body("checkout_taken").put("status", "InvalidRequest")));
    assertThat(money.collect(INSTRUCTION))
        .isEqualTo(new Refused("the provider says InvalidRequest Waiting for user input"));

    ObjectNode entries = SHAPES.body("payout_taken");
    ((ObjectNode) entries.path("entries").get(0)).put("status", "NotSupported");
    answer(PAYOUT, json(200, entries));
    assertThat(money.payOut(INSTRUCTION)).isInstanceOf(Refused.class);

    answer(PAYOUT, json(200, Json.read("{\"numQueued\": 0, \"errorMessage\": \"No product\"}")));
    assertThat(money.payOut(INSTRUCTION)).isEqualTo(new Refused("the provider says No product"));
    answer(PAYOUT, json(400, Json.read("{}")));
    assertThat(money.payOut(INSTRUCTION)).isInstanceOf(Refused.class);
  }

  @Test
  void aWrongKeyWasNotCalled() {
    answer(PAYOUT, aResponse().withStatus(401).withBody("The supplied authentication is invalid"));

    assertThat(money.payOut(INSTRUCTION)).isEqualTo(new NotCalled("the provider answered 401"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 404, 408, 500, 503})
  void thePageOfAProxyTellsNothing(int status) {
    ResponseDefinitionBuilder page = aResponse().withStatus(status).withBody("<html></html>");
    answer(CHECKOUT, page);
    answer(PAYOUT, page);
    answer(FIND, page);

    assertThat(money.collect(INSTRUCTION)).isInstanceOf(Lost.class);
    assertThat(money.payOut(INSTRUCTION)).isInstanceOf(Lost.class);
    assertThat(found()).isInstanceOf(NoAnswer.class);
  }

  @Test
  void aStatusThatNobodyKnowsIsNeitherTakenNorRefused() {
    answer(CHECKOUT, json(201, SHAPES.body("checkout_taken").put("status", "Reviewed")));

    assertThat(money.collect(INSTRUCTION)).isInstanceOf(Lost.class);
  }

  @Test
  void aLostAnswerIsAskedForAndNotRepeated() {
    answer(PAYOUT, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThat(money.payOut(INSTRUCTION)).isInstanceOf(Lost.class);
    call(PAYOUT);
  }

  @Test
  void aProviderThatCannotBeReachedWasNotCalled() {
    assertThat(money("http://127.0.0.1:1/").payOut(INSTRUCTION))
        .isEqualTo(new NotCalled("the provider cannot be reached"));
  }

  @Test
  void whatIsFoundMustBeOfTheInstruction() {
    answer(FIND, SHAPES.answer("found"));

    assertThat(found())
        .isEqualTo(new Succeeded(
            Optional.of("SAMPLE_MPESA_CODE"),
            Optional.of(new Money(new BigDecimal("2900"), Currency.getInstance("KES")))));
    LoggedRequest call = call(FIND);
    assertThat(call.queryParameter("username").firstValue()).isEqualTo("sandbox");
    assertThat(call.queryParameter("transactionId").firstValue()).isEqualTo("ATPid_1");

    ObjectNode other = SHAPES.body("found");
    ((ObjectNode) other.path("data").path("requestMetadata")).put("instruction", "another");
    answer(FIND, json(200, other));
    assertThat(found()).isInstanceOf(NotKnown.class);
  }

  @Test
  void aTransactionFailsWaitsOrIsNotThere() {
    answer(FIND, json(200, found("Failed")));
    assertThat(found()).isInstanceOf(Failed.class);
    answer(FIND, json(200, found("PendingConfirmation")));
    assertThat(found()).isEqualTo(new Waiting());
    answer(FIND, json(200, found("Reviewed")));
    assertThat(found()).isInstanceOf(NoAnswer.class);

    answer(FIND, json(200, Json.read("{\"status\": \"Failure\", \"errorMessage\": \"None\"}")));
    assertThat(found()).isInstanceOf(NotKnown.class);
    assertThat(money.ask(INSTRUCTION, Direction.PAYOUT, Optional.empty()))
        .isInstanceOf(NoAnswer.class);
  }

  @Test
  void aNoticeBringsBackWhatWentWithTheInstruction() {
    ProviderNotice notice = money.read(SHAPES.body("notice_of_checkout")).orElseThrow();

    assertThat(notice)
        .isEqualTo(new ProviderNotice(
            Optional.of(ID),
            Optional.of("ATPid_TestTransaction123"),
            Claim.SUCCEEDED,
            ProviderNotice.Answers.NOTHING,
            Optional.of("MpesaID001"),
            Optional.of(new BigDecimal("1000")),
            Optional.of("KES"),
            Optional.of(new PhoneNumber("+254711123456")),
            Optional.empty()));
  }

  @Test
  void otherNoticesAreRead() {
    ObjectNode payout = SHAPES
        .body("notice_of_checkout")
        .put("category", "MobileB2C")
        .put("source", "PaymentWallet")
        .put("destination", "+254708663158")
        .put("status", "Failed")
        .put("value", "KES 10.0000");
    ProviderNotice notice = money.read(payout).orElseThrow();
    assertThat(notice.claim()).isEqualTo(Claim.FAILED);
    assertThat(notice.phone()).contains(new PhoneNumber("+254708663158"));
    assertThat(notice.amount().orElseThrow()).isEqualByComparingTo("10");
    assertThat(notice.reason()).isPresent();

    assertThat(money.read(payout.put("category", "UserStashTopup"))).isEmpty();
    assertThat(money.read(Json.read("{}"))).isEmpty();
    ProviderNotice odd = money
        .read(Json.read("{\"category\": \"MobileCheckout\", \"value\": \"much\"}"))
        .orElseThrow();
    assertThat(odd.claim()).isEqualTo(Claim.UNCLEAR);
    assertThat(odd.amount()).isEmpty();
    assertThat(odd.instructionId()).isEmpty();
  }

  private Standing found() {
    return money.ask(INSTRUCTION, Direction.PAYOUT, Optional.of("ATPid_1"));
  }

  private static JsonNode found(String status) {
    ObjectNode found = SHAPES.body("found");
    ((ObjectNode) found.path("data")).put("status", status);
    return found;
  }

  private static void answer(String path, ResponseDefinitionBuilder response) {
    server.stubFor(any(urlPathEqualTo(path)).willReturn(response));
  }

  /** The only one. */
  private static LoggedRequest call(String path) {
    List<LoggedRequest> calls = server.findAll(anyRequestedFor(urlPathEqualTo(path)));
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  private static ResponseDefinitionBuilder json(int status, JsonNode body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body.toString());
  }

  private static MobileMoney money(String url) {
    AfricasTalkingSettings account = new AfricasTalkingSettings(
        Optional.of("sandbox"),
        Optional.of("a key"),
        Optional.empty(),
        Optional.empty(),
        new Environment("testing"));
    PaymentsSettings settings =
        new PaymentsSettings(Optional.of("escrow"), Optional.of(url), account);
    return new AfricasTalkingMoney(
        new CallingPayments(settings), new PaymentRequests(settings), settings);
  }
}
