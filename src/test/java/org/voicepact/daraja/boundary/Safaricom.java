package org.voicepact.daraja.boundary;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.voicepact.daraja.control.CollectionSettings;
import org.voicepact.daraja.control.DarajaSettings;
import org.voicepact.daraja.control.InitiatorCredential;
import org.voicepact.daraja.control.PayoutSettings;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.Json;
import org.voicepact.testing.Shapes;

/** Stands in for Daraja. */
public final class Safaricom implements AutoCloseable {

  public static final String PROMPT = "/mpesa/stkpush/v1/processrequest";
  public static final String PROMPT_QUERY = "/mpesa/stkpushquery/v1/query";
  public static final String PAYMENT = "/mpesa/b2c/v3/paymentrequest";
  public static final String STATUS = "/mpesa/transactionstatus/v1/query";
  static final String TOKEN = "/oauth/v1/generate";
  public static final Shapes ANSWERS = Shapes.of("daraja/answers.json");

  private final WireMockServer server = new WireMockServer(
      WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  public Safaricom() {
    server.start();
    reset();
  }

  public void reset() {
    server.resetAll();
    answer(TOKEN, ANSWERS.answer("token"));
  }

  public String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  public void answer(String path, ResponseDefinitionBuilder response) {
    server.stubFor(any(urlPathEqualTo(path)).willReturn(response));
  }

  public void answer(String path, String shape) {
    answer(path, ANSWERS.answer(shape));
  }

  /** The second call gets another answer than the first. */
  void answer(String path, ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
    server.stubFor(any(urlPathEqualTo(path))
        .inScenario(path)
        .whenScenarioStateIs(Scenario.STARTED)
        .willSetStateTo("once")
        .willReturn(first));
    server.stubFor(
        any(urlPathEqualTo(path)).inScenario(path).whenScenarioStateIs("once").willReturn(second));
  }

  public List<LoggedRequest> calls(String path) {
    return server.findAll(anyRequestedFor(urlPathEqualTo(path)));
  }

  /** The only one. */
  JsonNode call(String path) {
    List<LoggedRequest> calls = calls(path);
    if (calls.size() != 1) {
      throw new AssertionError(calls.size() + " calls of " + path);
    }
    return Json.read(calls.get(0).getBodyAsString());
  }

  DarajaMoney money(Clock clock) {
    return money(url(), clock);
  }

  static DarajaMoney money(String url, Clock clock) {
    DarajaSettings settings = settings(url);
    CollectionSettings collection = new CollectionSettings(
        Optional.of("174379"),
        Optional.of("bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919"));
    PayoutSettings payout = new PayoutSettings(
        Optional.of("600992"),
        Optional.of("testapi"),
        new InitiatorCredential(
            Optional.of("ready made"), Optional.empty(), Optional.empty(), new SecureRandom()),
        collection);
    return new DarajaMoney(
        new CallingDaraja(settings, new AccessTokens(settings, clock)),
        new DarajaRequests(collection, payout, clock),
        settings,
        collection,
        payout);
  }

  static DarajaSettings settings(String url) {
    return new DarajaSettings(
        url,
        Optional.of("key"),
        Optional.of("secret"),
        Optional.of("https://pact.example.org"),
        new Environment("testing"));
  }

  @Override
  public void close() {
    server.stop();
  }
}
