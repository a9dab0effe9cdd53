package org.voicepact.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Before money is paid the network is asked about the cards of both numbers. Its answers overtake its replies here. */
class SimSwapIT {

  private static final PhoneRange PHONES = new PhoneRange(6190);
  private static final String ASKED = "/v1/sim-swap";
  private static final String CALLBACK = "/api/v1/payments/webhook/sim-swap/";

  private static WireMockServer network;
  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    network = new WireMockServer(
        WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    network.start();
    network.stubFor(post(urlEqualTo(ASKED))
        .willReturn(aResponse()
            .withStatus(201)
            .withHeader("Content-Type", "application/json")
            .withBody("{\"status\": \"Processed\", \"responses\": [{\"status\": \"Queued\","
                + " \"requestId\": \"of {{jsonPath request.body '$.phoneNumbers[0]'}}\"}]}")
            .withTransformers("response-template")));
    Map<String, String> settings = Purse.settings("0");
    settings.put("SIM_SWAP_CHECK", "on");
    settings.put("AT_USERNAME", "sandbox");
    settings.put("AT_API_KEY", "the key of the account at the provider");
    settings.put("AT_INSIGHTS_BASE_URL", "http://127.0.0.1:" + network.port() + "/");
    server = VoicePactServer.start("sim-swap", settings);
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    network.stop();
  }

  @Test
  void moneyIsPaidWhereNoCardWasReplaced() {
    Purse purse = Purse.full(api, PHONES);
    tell(purse.seller(), "NotSwapped", "");
    tell(purse.buyer(), "Swapped", "01-01-1900");

    accept(purse);

    purse.awaitPayment(purse.onlyPayment(), "released");
    network.verify(2, postRequestedFor(urlEqualTo(ASKED)));
  }

  @Test
  void aPersonDecidesWhereOneWas() {
    Purse purse = Purse.full(api, PHONES);
    tell(purse.seller(), "NotSwapped", "");
    tell(
        purse.buyer(),
        "Swapped",
        DateTimeFormatter.ofPattern("dd-MM-uuuu").withZone(ZoneOffset.UTC).format(Instant.now()));

    accept(purse);

    String payment = purse.onlyPayment();
    purse.awaitPayment(payment, "in_review");
    assertThat(purse.money().path("held").decimalValue()).isEqualByComparingTo("350000");

    // Two people, who know of it: so the networks are not asked again.
    network.resetRequests();
    String[] mediator = Fulfilment.token(api, server, purse.mediator());
    assertThat(purse.decide(payment, "release", Purse.ADMINISTRATOR).status()).isEqualTo(202);
    assertThat(purse.decide(payment, "release", mediator).status()).isEqualTo(200);
    purse.awaitPayment(payment, "released");
    network.verify(0, postRequestedFor(urlEqualTo(ASKED)));
  }

  @Test
  void strangersTellNothing() {
    String answer = "{\"requestId\": \"x\", \"status\": \"NotSwapped\"}";

    assertThat(api.post(CALLBACK + "another-token-of-22-letters", answer).status())
        .isEqualTo(403);
    assertThat(api.post(CALLBACK + Purse.TOKEN, "{}").status()).isEqualTo(200);
  }

  private static void accept(Purse purse) {
    network.resetRequests();
    purse.sms(purse.seller(), "DELIVERED-" + purse.id());
    purse.sms(purse.buyer(), "ACCEPT-" + purse.id());
  }

  private static void tell(String phone, String status, String date) {
    Answer answer = api.post(
        CALLBACK + Purse.TOKEN,
        "{\"requestId\": \"of " + phone + "\", \"status\": \"" + status
            + "\", \"lastSimSwapDate\": \"" + date + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }
}
