package org.voicepact.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Each day since the first order is compared with what the provider says of it, also where no server ran on it. */
class NightlyReconciliationIT {

  private static final PhoneRange PHONES = new PhoneRange(6971);
  private static final String PATH = "/api/v1/payments/reconciliations";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A day is compared an hour after its end. */
  private final LocalDate day = LocalDate.ofInstant(
          Instant.now().minus(Duration.ofHours(1)), ZoneOffset.UTC)
      .minusDays(3);

  @Test
  void daysThatWereMissedAreComparedAndWhatDiffersIsKept() throws SQLException {
    try (VoicePactServer server = VoicePactServer.start("nightly", Purse.settings("0"))) {
      Api api = Api.documented(server);
      String agreed = order(Purse.full(api, PHONES));
      String across = order(Purse.full(api, PHONES));
      String lost = order(Purse.full(api, PHONES));
      String other = order(Purse.full(api, PHONES));
      server.stop();
      try (Connection database = server.connect()) {
        moved(database, agreed, at(day, "10:00:00"), at(day, "10:00:20"));
        moved(database, across, at(day, "23:59:30"), at(day.plusDays(1), "00:00:10"));
        moved(database, lost, at(day, "23:59:30"), at(day.plusDays(1), "00:00:10"));
        moved(database, other, at(day, "11:00:00"), at(day, "11:00:20"));
        try (Statement change = database.createStatement()) {
          change.execute("DELETE FROM simulated_prompt WHERE order_id = '" + lost + "'");
          change.execute("UPDATE simulated_prompt SET amount = 1 WHERE order_id = '" + other + "'");
        }
      }
      server.launch();
      server.awaitReady();
      VoicePactServer.await(
          "three days are compared", PATIENCE, () -> list(api, "").size() == 3);

      JsonNode days = list(api, "");
      assertThat(days.findValuesAsText("status")).containsExactly("agreed", "open", "open");
      JsonNode second = get(api, days.get(1));
      JsonNode first = get(api, days.get(2));
      assertThat(first.path("from").asText()).isEqualTo(day + "T00:00:00.000Z");
      assertThat(first.path("differences").findValuesAsText("kind"))
          .containsExactly("other_amount");
      assertThat(first.at("/differences/0/ledger/0/transaction_id").asText()).isEqualTo(other);
      assertThat(first.at("/differences/0/statement/0/amount").decimalValue())
          .isEqualByComparingTo("0.01");
      assertThat(second.path("differences").findValuesAsText("kind"))
          .containsExactly("missing_at_provider");
      assertThat(second.at("/differences/0/ledger/0/transaction_id").asText()).isEqualTo(lost);
      assertThat(selfCheck(api)).contains("2 to be looked at");

      lookedAt(api, first.path("reconciliation_id").asText());
      comparedAgain(api, second);
    }
  }

  private static void lookedAt(Api api, String id) {
    for (int i = 0; i < 2; i++) {
      Answer seen = api.post(PATH + "/" + id + "/seen", "", Purse.ADMINISTRATOR);
      assertThat(seen.member("status")).as(seen.text()).isEqualTo("seen");
    }
    assertThat(list(api, "?status=open")).hasSize(1);
    assertThat(selfCheck(api)).contains("1 to be looked at");
    assertProblem(api.post(PATH + "/" + UUID.randomUUID() + "/seen", "", Purse.ADMINISTRATOR), 404);
    assertProblem(api.get(PATH + "?status=lost", Purse.ADMINISTRATOR), 422);
    assertProblem(api.get(PATH), 401);
  }

  /** Without a CSV the provider itself is asked; what was found of the same time before counts no more. */
  private static void comparedAgain(Api api, JsonNode before) {
    String from = "?from=" + before.path("from").asText();
    String time = from + "&to=" + before.path("to").asText();
    Answer again = ask(api, time);
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(again.json().path("found").asInt()).isEqualTo(1);
    assertThat(get(api, before).path("status").asText()).isEqualTo("seen");
    assertThat(list(api, "?status=open").findValuesAsText("reconciliation_id"))
        .containsExactly(again.member("reconciliation_id"));
    assertProblem(ask(api, from), 422);
    assertProblem(ask(api, from + "&to=2020-01-01T00:00:00Z"), 422);
    assertProblem(ask(api, time + "&provider=daraja"), 422);
  }

  private static Answer ask(Api api, String query) {
    return api.send(api.request("/api/v1/payments/reconcile" + query, Purse.ADMINISTRATOR)
        .header("Content-Type", "text/csv")
        .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private static String order(Purse purse) {
    return purse.money().path("payments").path(0).path("transaction_id").asText();
  }

  private static JsonNode list(Api api, String query) {
    return api.get(PATH + query, Purse.ADMINISTRATOR).json().path("reconciliations");
  }

  private static JsonNode get(Api api, JsonNode listed) {
    String id = listed.path("reconciliation_id").asText();
    return api.get(PATH + "/" + id, Purse.ADMINISTRATOR).json();
  }

  private static String selfCheck(Api api) {
    String points = api.get("/api/v1/admin/self-check", Purse.ADMINISTRATOR).text();
    int start = points.indexOf("comparisons with statements");
    return points.substring(start, points.indexOf('}', start));
  }

  private static Instant at(LocalDate day, String time) {
    return Instant.parse(day + "T" + time + "Z");
  }

  /** The provider had it done when it was told of it. */
  private static void moved(Connection database, String order, Instant created, Instant ended)
      throws SQLException {
    set(
        database,
        "money_order SET created_at = ?, ended_at = ? WHERE id = ?",
        created,
        ended,
        order);
    set(
        database,
        "simulated_prompt SET created_at = ?, answered_at = ? WHERE order_id = ?",
        created,
        created,
        order);
  }

  private static void set(
      Connection database, String what, Instant first, Instant second, String key)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement("UPDATE " + what)) {
      statement.setTimestamp(1, Timestamp.from(first));
      statement.setTimestamp(2, Timestamp.from(second));
      statement.setString(3, key);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
