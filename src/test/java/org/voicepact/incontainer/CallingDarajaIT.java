package org.voicepact.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.daraja.boundary.AccessTokens;
import org.voicepact.daraja.boundary.CallingDaraja;
import org.voicepact.daraja.boundary.DarajaMoney;
import org.voicepact.daraja.boundary.DarajaRequests;
import org.voicepact.daraja.control.CollectionSettings;
import org.voicepact.daraja.control.DarajaSettings;
import org.voicepact.daraja.control.InitiatorCredential;
import org.voicepact.daraja.control.PayoutSettings;
import org.voicepact.payment.control.MobileMoney;
import org.voicepact.payment.control.StatementFormat;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.ProviderReply.Lost;
import org.voicepact.payment.entity.ProviderReply.NotCalled;
import org.voicepact.payment.entity.ProviderReply.Taken;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** The server's own client of HTTP: what leaves, and how its failures are understood. */
@InContainer
class CallingDarajaIT {

  private static final String PAYMENT = "/mpesa/b2c/v3/paymentrequest";
  private static final String TAKEN = "{\"ConversationID\": \"AG_1\", \"ResponseCode\": \"0\"}";

  @Inject
  private Clock clock;

  @Inject
  private SecureRandom random;

  @Inject
  @Any
  private Instance<MobileMoney> providers;

  @Inject
  @Any
  private Instance<StatementFormat> formats;

  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<String, String> types = new ConcurrentHashMap<>();
  private HttpServer server;

  @Deployment
  static WebArchive application() {
    return Deployments.with(CallingDarajaIT.class);
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/oauth/v1/generate", 200, "{\"access_token\": \"x\", \"expires_in\": \"3599\"}");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theContainerHasTheProvidersAndTheForms() {
    assertTrue(providers.stream()
        .map(MobileMoney::name)
        .collect(Collectors.toSet())
        .containsAll(Set.of("africastalking", "daraja")));
    assertEquals(
        Set.of("daraja", "plain"),
        formats.stream().map(StatementFormat::name).collect(Collectors.toSet()));
  }

  @Test
  void anOrderLeavesAsItIs() {
    answer(PAYMENT, 200, TAKEN);

    assertEquals(new Taken(Optional.of("AG_1")), paidOut(url()));

    assertEquals("254708374149", Json.read(bodies.get(PAYMENT)).path("PartyB").asText());
    assertTrue(types.get(PAYMENT).startsWith("application/json"), types.get(PAYMENT));
  }

  @Test
  void anAnswerThatBreaksOffIsLost() {
    server.createContext(PAYMENT, exchange -> exchange.close());

    assertInstanceOf(Lost.class, paidOut(url()));
  }

  @Test
  void thePageOfAProxyIsLost() {
    answer(PAYMENT, 502, "<html></html>");

    assertInstanceOf(Lost.class, paidOut(url()));
  }

  @Test
  void aProviderThatIsAwayWasNotCalled() {
    String url = url();
    server.stop(0);

    assertInstanceOf(NotCalled.class, paidOut(url));
    assertInstanceOf(NotCalled.class, paidOut("http://nowhere.invalid/"));
  }

  private void answer(String path, int status, String body) {
    server.createContext(path, exchange -> {
      bodies.put(
          path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      types.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, content.length);
      exchange.getResponseBody().write(content);
      exchange.close();
    });
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private ProviderReply paidOut(String url) {
    DarajaSettings settings = new DarajaSettings(
        url,
        Optional.of("key"),
        Optional.of("secret"),
        Optional.of("https://pact.example.org"),
        new Environment("testing"));
    CollectionSettings collection =
        new CollectionSettings(Optional.of("174379"), Optional.of("passkey"));
    PayoutSettings payout = new PayoutSettings(
        Optional.empty(),
        Optional.of("testapi"),
        new InitiatorCredential(
            Optional.of("ready made"), Optional.empty(), Optional.empty(), random),
        collection);
    return new DarajaMoney(
            new CallingDaraja(settings, new AccessTokens(settings, clock)),
            new DarajaRequests(collection, payout, clock),
            settings,
            collection,
            payout)
        .payOut(new Instruction(
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            new PhoneNumber("+254708374149"),
            new Money(BigDecimal.TEN, Currency.getInstance("KES")),
            "AG-2026-000123",
            URI.create("https://pact.example.org/token")));
  }
}
