package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.platform.control.DatabaseRights;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A server whose log is held as firmly as it can be: another owner of the tables, heads elsewhere, reads in the log. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditSettingsIT {

  private static final PhoneRange PHONES = new PhoneRange(9850);
  private static final String ADMIN = "an administrator's key of some length";
  private static final String OWNERS_PASSWORD = "the owner's \"own\" password";
  private static final String USERS_PASSWORD = "the user's";

  private static final List<String> SINK = new CopyOnWriteArrayList<>();
  private static final AtomicBoolean SINK_FAILS = new AtomicBoolean(true);

  @TempDir
  private static Path secrets;

  private static HttpServer sink;
  private static VoicePactServer server;
  private static Api api;

  @BeforeAll
  static void start() throws IOException {
    sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sink.createContext("/heads", exchange -> {
      String note = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean fails = SINK_FAILS.get();
      if (!fails) {
        SINK.add(note);
      }
      exchange.sendResponseHeaders(fails ? 503 : 204, -1);
      exchange.close();
    });
    sink.start();
    server = VoicePactServer.prepare(
        "audit-settings",
        Map.of(
            "DATABASE_OWNER_USER",
            "keeper",
            "DATABASE_OWNER_PASSWORD_FILE",
            Files.writeString(secrets.resolve("owner"), OWNERS_PASSWORD + "\n").toString(),
            "DATABASE_USER",
            "clerk",
            "DATABASE_PASSWORD",
            USERS_PASSWORD,
            "CHECKPOINT_SINK",
            "http://127.0.0.1:" + sink.getAddress().getPort() + "/heads",
            "CHECKPOINT_INTERVAL",
            "1",
            "AUDIT_READS",
            "on",
            "API_KEY",
            ADMIN));
    makeUsers();
    server.launch();
    server.awaitReady();
    api = Api.documented(server);
  }

  /** On H2 the server makes them; elsewhere whoever runs the database does. */
  private static void makeUsers() {
    if (!server.isOnPostgres()) {
      return;
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE keeper LOGIN");
      statement.execute("CREATE ROLE clerk LOGIN");
      statement.execute("GRANT CREATE ON SCHEMA public TO keeper");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    sink.stop(0);
  }

  @Test
  @Order(1)
  void aHeadThatTheSinkDoesNotTakeIsBroughtAgain() {
    api.newContract(PHONES.next(), PHONES.next());
    VoicePactServer.await(
        "a failure is logged", () -> server.console().contains("it answered 503"));

    SINK_FAILS.set(false);

    VoicePactServer.await(
        "the last head has arrived",
        () -> !SINK.isEmpty()
            && SINK.get(SINK.size() - 1)
                .equals(api.get("/api/v1/audit/checkpoint").text()));
    List<Long> sizes =
        SINK.stream().map(note -> Checkpoint.of(SignedNote.parse(note)).size()).toList();
    assertThat(sizes).isSorted();
    for (Long size : sizes) {
      assertThat(SINK).contains(api.get("/api/v1/audit/checkpoint?size=" + size).text());
    }
  }

  @Test
  @Order(2)
  void whoHasReadAContractIsInItsLogOnceAnHour() {
    String id = api.newContract(PHONES.next(), PHONES.next());
    for (int i = 0; i < 3; i++) {
      api.get("/api/v1/contracts/" + id);
      api.get("/api/v1/contracts/" + id + "/canonical", "X-API-Key", ADMIN);
    }
    api.get("/api/v1/contracts/AG-2026-999999");

    List<String> reads = AuditEntries.of(api, id)
        .with("contract.read")
        .map(entry ->
            entry.path("actor").asText() + " " + entry.path("data").path("what").asText())
        .toList();
    assertThat(reads).hasSize(2).anyMatch("anonymous contract"::equals);
    assertThat(reads).anyMatch(read -> read.matches("key:.* canonical"));
  }

  /** Here, because a server tells only 60 acts of strangers an hour, and on the shared one other tests use them up. */
  @Test
  @Order(3)
  void aStrangersAttemptIsToldWithoutTheNumber() {
    String id = api.newContract(PHONES.next(), PHONES.next());
    String stranger = PHONES.next();

    api.act(id, "confirm", stranger);
    api.act(id, "confirm", stranger);
    api.sms(stranger, "YES-" + id);
    api.act(id, "decline", stranger);

    VoicePactServer.await(
        "both kinds are told",
        () -> AuditEntries.of(api, id).actions().contains("decline.refused"));
    AuditEntries entries = AuditEntries.of(api, id);
    assertThat(entries.with("confirm.refused")).hasSize(1);
    JsonNode refused = entries.first("confirm.refused");
    assertThat(refused.path("actor").asText()).isEqualTo("anonymous");
    assertThat(refused.path("data").path("reason").asText()).isEqualTo("not_a_party");
    assertThat(entries.list().toString()).doesNotContain(stranger, stranger.substring(1));
  }

  @Test
  @Order(4)
  void theSettingsThatWeakenProtectionAreInTheLog() {
    JsonNode answer = api.get("/api/v1/audit/entries", "X-API-Key", ADMIN).json();

    String open =
        AuditEntries.of(answer).first("settings.weak").path("data").path("open").asText();
    assertThat(open.split(", "))
        .contains("AUTH_MODE", "ENVIRONMENT", "PARTY_PROOF")
        .doesNotContain("DATABASE_OWNER_USER", "CHECKPOINT_SINK");
  }

  @Test
  @Order(5)
  void theSelfCheckIsContentWithTwoUsersAndASink() {
    JsonNode points =
        api.get("/api/v1/admin/self-check", "X-API-Key", ADMIN).json().path("points");

    assertThat(status(points, "DATABASE_OWNER_USER")).isEqualTo("ok");
    assertThat(status(points, "CHECKPOINT_SINK")).isEqualTo("ok");
  }

  private static String status(JsonNode points, String name) {
    return StreamSupport.stream(points.spliterator(), false)
        .filter(point -> point.path("name").asText().equals(name))
        .map(point -> point.path("status").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Order(6)
  void theServersUserCanOnlyReadTheEvidenceAndAddToIt() throws SQLException {
    server.stop();
    try (Connection connection = server.connect("clerk", USERS_PASSWORD);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE party SET position = position"))
          .isPositive();
      for (String table : DatabaseRights.INSERT_ONLY) {
        assertThat(statement.execute("SELECT * FROM " + table)).isTrue();
        for (String forbidden : forbidden(table)) {
          assertThatThrownBy(() -> statement.execute(forbidden))
              .as(forbidden)
              .isInstanceOf(SQLException.class)
              // A table that others refer to cannot be truncated by anybody.
              .hasMessageMatching(
                  "(?s).*(Not enough rights|Cannot truncate|permission denied|must be owner).*");
        }
      }
    }
  }

  private static List<String> forbidden(String table) {
    List<String> statements = new ArrayList<>();
    statements.add("DELETE FROM " + table);
    statements.add("TRUNCATE TABLE " + table);
    statements.add("DROP TABLE " + table);
    statements.add("ALTER TABLE " + table + " ADD COLUMN more INTEGER");
    String column = switch (table) {
      case "audit_checkpoint" -> "note";
      case "audit_entry" -> "actor";
      case "audit_log" -> "entry_hash";
      case "audit_node", "contract_version" -> "hash";
      case "ledger_entry" -> "amount";
      default -> "signature";
    };
    statements.add("UPDATE " + table + " SET " + column + " = " + column);
    return statements;
  }
}
