package org.voicepact.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.voicepact.events.Listening.Event;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** Those who listen to a server, over server-sent events and over WebSocket. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventsIT {

  private static final PhoneRange PHONES = new PhoneRange(7760);
  private static final int CONNECTIONS = 12;
  private static final String WEBHOOK = "the-token-of-the-gateway-of-this-test";
  private static final String ADMIN = "the key of the administrator of this server";
  private static final String[] ADMINISTRATOR = {"X-API-Key", ADMIN};

  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = VoicePactServer.start(
        "events",
        Map.of(
            "API_KEY", ADMIN,
            "OPEN_READ", "minimal",
            "WEBHOOK_TOKEN", WEBHOOK,
            "PAYMENT_SIMULATOR_DELAY", "1",
            "EVENT_CONNECTIONS", Integer.toString(CONNECTIONS),
            "RATE_LIMIT_CREATE", "off",
            "RATE_LIMIT_CONFIRM", "off",
            "RATE_LIMIT_OTP", "off",
            "SMS_UNASKED_LIMIT", "off"));
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String confirmed(String seller, String buyer) {
    String id = api.newContract(seller, buyer);
    assertThat(api.act(id, "confirm", seller).status()).isEqualTo(200);
    assertThat(api.act(id, "confirm", buyer).status()).isEqualTo(200);
    return id;
  }

  private static List<String> actions(List<Event> events) {
    return events.stream().map(Event::action).toList();
  }

  @Test
  void eventsComeInOrderAndAgainAfterAnId() {
    String seller = PHONES.next();
    String buyer = PHONES.next();
    String id;
    List<Event> seen;
    try (Listening listening = Listening.to(server, ADMINISTRATOR)) {
      assertThat(listening.status()).isEqualTo(200);
      assertThat(listening.header("Content-Type")).startsWith("text/event-stream");
      assertThat(listening.header("X-Accel-Buffering")).isEqualTo("no");
      assertThat(listening.header("Cache-Control")).contains("no-store");
      id = confirmed(seller, buyer);
      seen = listening.await(id, "contract.activated");
    }
    assertThat(actions(seen))
        .containsExactly(
            "contract.created",
            "party.confirmed",
            "party.confirmed",
            "contract.confirmed",
            "contract.activated");
    assertThat(seen.stream().map(each -> Long.valueOf(each.id()))).isSorted();
    Event last = seen.get(4);
    assertThat(last.name()).isEqualTo("contract_update");
    assertThat(last.data().path("type").asText()).isEqualTo("contract_update");
    assertThat(last.data().path("status").asText()).isEqualTo("active");
    assertThat(last.data().path("at").asText()).endsWith("Z");
    assertThat(seen.toString()).doesNotContain(seller, buyer, seller.substring(5), "Wanjiku");

    try (Listening again =
        Listening.to(server, "X-API-Key", ADMIN, "Last-Event-ID", seen.get(1).id())) {
      again.await(id, "contract.activated");
      assertThat(again.about(id)).isEqualTo(seen.subList(2, 5));
    }
  }

  @Test
  void paymentsAreToldOf() {
    String seller = PHONES.next();
    String buyer = PHONES.next();
    String id = api.newContract(seller, buyer);
    for (String phone : List.of(seller, buyer)) {
      String number = UUID.randomUUID().toString();
      Map<String, String> message =
          Map.of("id", number, "from", phone, "to", "21512", "text", "YES-" + id);
      assertThat(api.form("/api/v1/sms/webhook/" + WEBHOOK, message).status()).isEqualTo(200);
    }
    try (Listening listening = Listening.to(server, ADMINISTRATOR)) {
      assertThat(listening.status()).isEqualTo(200);
      Answer payment = api.post(
          "/api/v1/payments/checkout",
          "{\"contract_id\": \"" + id
              + "\", \"amount\": 350000, \"currency\": \"KES\", \"phone_number\": \"" + buyer
              + "\"}",
          "Idempotency-Key",
          id);
      assertThat(payment.status()).as(payment.text()).isBetween(200, 202);
      VoicePactServer.await("the money", () -> statuses(listening, id).contains("locked"));
      assertThat(statuses(listening, id)).containsExactly("requested", "locked");
      Event held = listening.all().stream()
          .filter(event -> event.isOf(id) && event.name().equals("payment_update"))
          .findFirst()
          .orElseThrow();
      assertThat(held.data().path("payment_id").asText())
          .isNotEmpty()
          .isEqualTo(payment.member("payment_id"));
    }
  }

  private static List<String> statuses(Listening listening, String contract) {
    return listening.about(contract).stream()
        .filter(event -> event.name().equals("payment_update"))
        .map(event -> event.data().path("status").asText())
        .toList();
  }

  @Test
  void aPartyIsToldOfItsOwnContractsAlone() {
    String seller = PHONES.next();
    String stranger = PHONES.next();
    api.newContract(seller, PHONES.next());
    api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + seller + "\"}");
    String code = SentCodes.await(server, seller, 1);
    String token = api.post(
            "/api/v1/auth/otp/verify",
            "{\"phone_number\": \"" + seller + "\", \"code\": \"" + code + "\"}")
        .member("access_token");
    try (Listening listening = Listening.to(server, "Authorization", "Bearer " + token)) {
      assertThat(listening.status()).isEqualTo(200);
      String others = confirmed(stranger, PHONES.next());
      String own = confirmed(seller, PHONES.next());
      listening.await(own, "contract.activated");
      assertThat(listening.about(others)).isEmpty();
    }
  }

  @Test
  void whoIsRefused() {
    assertProblem(api.get("/api/v1/events"), 401);
    assertProblem(api.get("/api/v1/events", "X-API-Key", "wrong"), 403);
    assertProblem(api.get("/api/v1/events", "X-API-Key", ADMIN, "Last-Event-ID", "yesterday"), 400);
  }

  @Test
  void aRevokedKeyEndsTheConnection() {
    Answer made = api.post(
        "/api/v1/api-keys",
        "{\"name\": \"listener\", \"scopes\": [\"contracts:read\"]}",
        ADMINISTRATOR);
    try (Listening listening = Listening.to(server, "X-API-Key", made.member("key"))) {
      assertThat(listening.status()).isEqualTo(200);
      assertThat(api.send(api.request("/api/v1/api-keys/" + made.member("id"), ADMINISTRATOR)
                  .DELETE())
              .status())
          .isBetween(200, 204);
      VoicePactServer.await("the end of the connection", listening::hasEnded);
    }
  }

  /** The last, because it takes all the room there is. */
  @Test
  @Order(Integer.MAX_VALUE)
  void onlySoManyMayListenAndABeatKeepsThemThere() {
    List<Listening> all = new ArrayList<>();
    try {
      // Who has gone is found out at the next beats, and makes room then.
      VoicePactServer.await("room for all that may listen", () -> {
        Listening one = Listening.to(server, ADMINISTRATOR);
        if (one.status() == 200) {
          all.add(one);
        }
        return all.size() == CONNECTIONS;
      });
      Answer refused = api.get("/api/v1/events", ADMINISTRATOR);
      assertProblem(refused, 503);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      Listening first = all.get(0);
      VoicePactServer.await("beats", () -> first.comments().size() >= 3);
      assertThat(first.hasEnded()).isFalse();
    } finally {
      all.forEach(Listening::close);
    }
  }

  private static Predicate<JsonNode> type(String type) {
    return message -> message.path("type").asText().equals(type);
  }

  @Test
  void aSocketAnswersAndTells() {
    String seller = PHONES.next();
    String buyer = PHONES.next();
    String followed = api.newContract(seller, buyer);
    String other = api.newContract(PHONES.next(), PHONES.next());
    try (Socket socket = Socket.to(server, "a-page")) {
      socket.send("{\"type\": \"ping\"}");
      socket.await("pong", type("pong"));
      socket.send("{\"type\": \"contract_status\", \"contract_id\": \"" + followed + "\"}");
      assertThat(
              socket.await("the status", type("contract_status")).path("status").asText())
          .isEqualTo("pending");
      socket.send("{\"type\": \"contract_status\", \"contract_id\": \"AG-1999-000001\"}");
      socket.await("an error", type("error"));
      socket.send("no json");
      api.act(other, "decline", Api.SELLER);
      api.act(followed, "decline", seller);
      JsonNode update = socket.await(
          "the update",
          type("contract_update").and(each -> each.path("status").asText().equals("cancelled")));
      assertThat(update.path("contract_id").asText()).isEqualTo(followed);
      // Without a credential only of those that were asked for.
      assertThat(socket.messages())
          .noneMatch(each -> each.path("contract_id").asText().equals(other));
    }
  }

  @Test
  void whoMayNotOpenASocket() {
    assertThatThrownBy(() -> Socket.to(server, "a-page", "Origin", "https://elsewhere.example"))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThatThrownBy(() -> Socket.to(server, "a-page", "X-API-Key", "wrong"))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    try (Socket ours = Socket.to(server, "a-page", "Origin", "http://localhost:" + server.port())) {
      ours.send("{\"type\": \"ping\"}");
      ours.await("pong", type("pong"));
    }
  }
}
