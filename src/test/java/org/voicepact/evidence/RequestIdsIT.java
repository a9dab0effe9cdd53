package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.Json;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** The id of a request is in its answer, in what it writes into the log, and beside its entries in the audit trail. */
class RequestIdsIT {

  private static final PhoneRange PHONES = new PhoneRange(9200);
  private static final String ADMIN = "an administrator's key of some length";
  private static final String HEADER = "X-Request-Id";
  private static final Pattern ASKED_FOR = Pattern.compile("Type ([1-9][0-9]) to confirm");

  private static VoicePactServer server;
  private static Api api;

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();
  private final String id = "of-the-caller." + UUID.randomUUID();

  @BeforeAll
  static void start() {
    Map<String, String> settings = new HashMap<>(VoicePactServer.UNLIMITED_SMS);
    settings.put("API_KEY", ADMIN);
    settings.put("LOG_FORMAT", "json");
    // Nobody listens there, so that each token of another issuer leaves a line in the log.
    settings.put("JWT_PUBLIC_KEY_LOCATION", "http://127.0.0.1:1/keys");
    settings.put("JWT_PUBLIC_KEY_ISSUER", "https://issuer.example");
    server = VoicePactServer.start("request-ids", settings);
    api = Api.documented(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theIdOfACallByRestIsBesideItsEntries() {
    Answer made =
        api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer), HEADER, id);

    assertThat(made.header(HEADER)).isEqualTo(id);
    assertThat(actions(id)).containsExactly("contract.created");
  }

  @Test
  void theIdOfATextMessageIsBesideItsEntries() {
    String contract = api.newContract(seller, buyer);
    api.act(contract, "confirm", seller);

    api.form(
        "/api/v1/sms/webhook",
        Map.of("id", id, "from", buyer, "text", "YES-" + contract),
        HEADER,
        id);

    assertThat(actions(id))
        .containsExactly("party.confirmed", "contract.confirmed", "contract.activated");
  }

  @Test
  void theIdOfAScreenIsBesideItsEntries() {
    String contract = api.newContract(seller, buyer);
    String session = UUID.randomUUID().toString();
    String asked = dial(session, "1*1*1", "another-" + id);
    Matcher code = ASKED_FOR.matcher(asked);
    assertThat(code.find()).as(asked).isTrue();

    assertThat(dial(session, "1*1*1*" + code.group(1), id))
        .startsWith("END You confirmed " + contract);

    assertThat(actions(id)).containsExactly("party.confirmed");
    assertThat(actions("another-" + id)).isEmpty();
  }

  private String dial(String session, String text, String requestId) {
    return api.form(
            "/api/v1/ussd",
            Map.of("sessionId", session, "phoneNumber", seller, "text", text),
            HEADER,
            requestId)
        .text();
  }

  @Test
  void twoRequestsMayHaveTheSameId() {
    String contract = api.newContract(seller, buyer);
    String path = "/api/v1/contracts/" + contract + "/confirm";

    assertThat(api.post(path, named(seller), HEADER, id).status()).isEqualTo(200);
    assertThat(api.post(path, named(buyer), HEADER, id).status()).isEqualTo(200);

    assertThat(actions(id))
        .containsExactly(
            "party.confirmed", "party.confirmed", "contract.confirmed", "contract.activated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"' OR 1=1", "[run-1] forged line", "{0}", "+254712345678"})
  void aHostileIdIsReplaced(String hostile) {
    Answer made =
        api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer), HEADER, hostile);

    String given = made.header(HEADER);
    assertThat(given).matches("[0-9a-f-]{36}");
    assertThat(actions(given)).containsExactly("contract.created");
    assertThat(entries("?limit=1000").toString()).doesNotContain(hostile);
  }

  @Test
  void whatTheServerDoesByItselfHasIdsOfItsRuns() {
    String contract = api.newContract(seller, buyer);
    VoicePactServer.await(
        "both were told",
        () -> api.get("/api/v1/contracts/" + contract + "/audit")
                .text()
                .split("message.sent", -1)
                .length
            > 2);

    List<JsonNode> entries = entries("?limit=1000");

    List<String> erased = entries.stream()
        .map(entry -> entry.path("entry"))
        .filter(entry -> entry.path("action").asText().equals("personal-data.erased"))
        .map(entry -> entry.path("subject").asText())
        .toList();
    List<JsonNode> kept = entries.stream()
        .filter(entry -> !erased.contains(entry.path("entry").path("subject").asText()))
        .toList();
    assertThat(kept).allMatch(entry -> entry.hasNonNull("request_id"));
    assertThat(kept)
        .extracting(entry -> entry.path("entry").path("action").asText())
        .contains("log.started", "key.published", "message.sent");
    assertThat(kept)
        .filteredOn(entry -> entry.path("entry").path("action").asText().equals("message.sent"))
        .allMatch(entry -> entry.path("request_id").asText().matches("run-[0-9a-f]{16}"));
  }

  @Test
  void theLogHasTheIdInEachLineOfTheRequest() throws IOException {
    String header = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString("{\"alg\":\"RS256\",\"kid\":\"1\"}".getBytes());
    api.get("/api/v1/contracts", HEADER, id, "Authorization", "Bearer " + header + ".e30.AA");

    assertThat(server.console().lines())
        .filteredOn(line -> line.contains(id))
        .isNotEmpty()
        .allMatch(line -> Json.read(line).path("ext_request_id").asText().equals(id));
    assertThat(Files.readString(server.logDirectory().resolve("messages.log")))
        .contains("[" + id + "] the keys of JWT_PUBLIC_KEY_LOCATION cannot be read");
  }

  @Test
  void whoErasesPersonalDataErasesTheIds() {
    Answer made =
        api.post("/api/v1/contracts/create/manual", Api.contract(seller, buyer), HEADER, id);
    String contract = made.member("contract_id");
    api.act(contract, "decline", seller);
    assertThat(actions(id)).isNotEmpty();

    Answer erased = api.send(api.request(
            "/api/v1/contracts/" + contract + "/personal-data",
            "X-API-Key",
            ADMIN,
            HEADER,
            "erasing-" + id)
        .DELETE());

    assertThat(erased.status()).isEqualTo(204);
    assertThat(actions(id)).isEmpty();
    assertThat(actions("erasing-" + id)).containsExactly("personal-data.erased");
  }

  private static String named(String phone) {
    return "{\"phone_number\": \"" + phone + "\"}";
  }

  /** Entries get their places in the order in which they were written, so when the last has one, all have. */
  private static void awaitPlaces() {
    String last = UUID.randomUUID().toString();
    api.post(
        "/api/v1/contracts/create/manual",
        Api.contract(PHONES.next(), PHONES.next()),
        HEADER,
        last);
    VoicePactServer.await(
        "all entries have places", () -> !entries("?request_id=" + last).isEmpty());
  }

  /** What the log tells of a request. */
  private static List<String> actions(String requestId) {
    awaitPlaces();
    return entries("?request_id=" + Api.encoded(requestId)).stream()
        .map(entry -> entry.path("entry").path("action").asText())
        .toList();
  }

  private static List<JsonNode> entries(String query) {
    JsonNode page = api.get("/api/v1/audit/entries" + query, "X-API-Key", ADMIN).json();
    return StreamSupport.stream(page.path("entries").spliterator(), false).toList();
  }
}
