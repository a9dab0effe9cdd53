package org.voicepact.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.events.Listening.Event;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** Those who listen to a server, over server-sent events and over WebSocket. */
class EventsIT {

  private static final PhoneRange PHONES = new PhoneRange(7760);
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
            "AUTH_MODE", "open",
            "OPEN_READ", "minimal",
            "EVENT_CONNECTIONS", "4",
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
  void aPartyIsToldOfItsOwnContractsAlone() {
    String seller = PHONES.next();
    String stranger = PHONES.next();
    assertThat(api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + seller + "\"}")
            .status())
        .isEqualTo(202);
    api.newContract(seller, PHONES.next());
    String token;
    api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + seller + "\"}");
    String code = SentCodes.await(server, seller, 1);
    token = api.post(
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
      assertThat(api.send(api.request("/api/v1/api-keys/" + made.member("key_id"), ADMINISTRATOR)
                  .DELETE())
              .status())
          .isBetween(200, 204);
      VoicePactServer.await("the end of the connection", listening::hasEnded);
    }
  }

  @Test
  void onlySoManyMayListenAndABeatKeepsThemThere() {
    awaitRoom();
    List<Listening> many = List.of(
        Listening.to(server, ADMINISTRATOR),
        Listening.to(server, ADMINISTRATOR),
        Listening.to(server, ADMINISTRATOR),
        Listening.to(server, ADMINISTRATOR));
    try {
      assertThat(many).allMatch(each -> each.status() == 200);
      Answer refused = api.get("/api/v1/events", ADMINISTRATOR);
      assertProblem(refused, 503);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      VoicePactServer.await("two comments", () -> many.get(0).comments().size() >= 2);
    } finally {
      many.forEach(Listening::close);
    }
    // Who is gone is found out at the next beat.
    awaitRoom();
  }

  private static void awaitRoom() {
    VoicePactServer.await("room for four", () -> {
      List<Listening> four = new java.util.ArrayList<>();
      try {
        for (int i = 0; i < 4; i++) {
          four.add(Listening.to(server, ADMINISTRATOR));
        }
        return four.stream().allMatch(each -> each.status() == 200);
      } finally {
        four.forEach(Listening::close);
      }
    });
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
        .hasRootCauseInstanceOf(WebSocketHandshakeException.class);
    assertThatThrownBy(() -> Socket.to(server, "a-page", "X-API-Key", "wrong"))
        .hasRootCauseInstanceOf(WebSocketHandshakeException.class);
    try (Socket ours = Socket.to(server, "a-page", "Origin", "http://localhost:" + server.port())) {
      ours.send("{\"type\": \"ping\"}");
      ours.await("pong", type("pong"));
    }
  }
}
