package org.voicepact.africastalking.boundary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.africastalking.control.AfricasTalkingSettings;
import org.voicepact.africastalking.control.InsightsSettings;
import org.voicepact.payment.entity.SimSwap;
import org.voicepact.payment.entity.SimSwapNotice;
import org.voicepact.payment.entity.SimSwapReply;
import org.voicepact.payment.entity.SimSwapReply.AnswersLater;
import org.voicepact.payment.entity.SimSwapReply.NoAnswer;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.testing.Shapes;

class InsightsSimSwapTest {

  private static final Shapes SHAPES = Shapes.of("africastalking/sim-swap.json");
  private static final String PATH = "/v1/sim-swap";
  private static final String REQUEST = "ATSwpid_4032b7bfddd5fdca0c401184a84cbb0d";

  private static WireMockServer server;

  private final InsightsSimSwap insights =
      insights("http://127.0.0.1:" + server.port() + "/", "sandbox");

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
  void aNumberIsAskedForAndTheAnswerComesLater() {
    answer(SHAPES.answer("queued"));

    assertThat(asked()).isEqualTo(new AnswersLater("ATSwpid_e6968e1d3a8e95ffa3dd9454dde5d1ab"));

    LoggedRequest call = server.findAll(postRequestedFor(urlEqualTo(PATH))).get(0);
    assertThat(call.getHeader("apiKey")).isEqualTo("a key");
    assertThat(Json.read(call.getBodyAsString()))
        .isEqualTo(Json.read("{\"username\": \"sandbox\", \"phoneNumbers\": [\"+254708374149\"]}"));
  }

  @Test
  void whatWasNotTakenIsNoAnswer() {
    ObjectNode refused = SHAPES.body("queued");
    ((ObjectNode) refused.path("responses").get(0)).put("status", "InsufficientCredit");
    answer(json(refused));
    assertThat(asked()).isEqualTo(new NoAnswer("the provider says InsufficientCredit"));

    answer(json(SHAPES.body("queued").put("status", "Failed").putNull("responses")));
    assertThat(asked()).isEqualTo(new NoAnswer("the provider says Failed"));
    for (int status : new int[] {200, 401, 503}) {
      answer(aResponse().withStatus(status).withBody("<html></html>"));
      assertThat(asked()).isInstanceOf(NoAnswer.class);
    }
    assertThat(insights("http://127.0.0.1:1/", "sandbox").ask(new PhoneNumber("+254708374149")))
        .isInstanceOf(NoAnswer.class);
  }

  @Test
  void aSwapIsAsLateAsItCanBe() {
    assertThat(insights.read(SHAPES.body("swapped")))
        .contains(new SimSwapNotice(
            REQUEST, new SimSwap.Found(Optional.of(Instant.parse("2026-11-25T00:00:00Z")))));
    assertThat(swap(SHAPES.body("swapped").put("lastSimSwapDate", "soon")))
        .isEqualTo(new SimSwap.Found(Optional.empty()));
  }

  @Test
  void whatWasLongAgoIsNone() {
    assertThat(swap(SHAPES.body("swapped_long_ago"))).isEqualTo(new SimSwap.None());
    assertThat(swap(SHAPES.body("swapped").put("status", "NotSwapped")))
        .isEqualTo(new SimSwap.None());
    assertThat(swap(SHAPES.body("swapped").put("status", "Failed")))
        .isEqualTo(new SimSwap.Unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"status\": \"Swapped\"}", "{\"requestId\": \"x\"}"})
  void othersAreNone(String notice) {
    assertThat(insights.read(Json.read(notice))).isEmpty();
  }

  @Test
  void theUsernameChoosesTheHostAndWhatIsMissingIsNamed() {
    assertThat(settings(null, "sandbox").baseUrl())
        .hasToString("https://insights.sandbox.africastalking.com/");
    assertThat(settings(null, "cooperative").baseUrl())
        .hasToString("https://insights.africastalking.com/");
    assertThat(settings("nowhere", null).faults())
        .hasSize(2)
        .contains("AT_USERNAME must be set when SIM_SWAP_CHECK is on")
        .anyMatch(fault -> fault.startsWith("AT_INSIGHTS_BASE_URL"));
  }

  private SimSwapReply asked() {
    return insights.ask(new PhoneNumber("+254708374149"));
  }

  private SimSwap swap(JsonNode notice) {
    return insights.read(notice).orElseThrow().swap();
  }

  private static void answer(ResponseDefinitionBuilder response) {
    server.stubFor(post(urlEqualTo(PATH)).willReturn(response));
  }

  private static ResponseDefinitionBuilder json(JsonNode body) {
    return aResponse()
        .withStatus(201)
        .withHeader("Content-Type", "application/json")
        .withBody(body.toString());
  }

  private static InsightsSimSwap insights(String url, String username) {
    InsightsSettings settings = settings(url, username);
    return new InsightsSimSwap(new CallingInsights(settings), settings);
  }

  private static InsightsSettings settings(String url, String username) {
    return new InsightsSettings(
        Optional.ofNullable(url),
        new AfricasTalkingSettings(
            Optional.ofNullable(username),
            Optional.of("a key"),
            Optional.empty(),
            Optional.empty(),
            new Environment("testing")));
  }
}
