package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voicepact.platform.entity.PersonalColumns;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.DatabaseDump;
import org.voicepact.testing.PartyAct;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Personal data is erased while others act on the same contracts and write about them. */
class ErasingAtOnceIT {

  private static final PhoneRange PHONES = new PhoneRange(8900);
  private static final int ROUNDS = 8;

  /** Each party acts in so many ways at once. */
  private static final int ACTS = 8;

  private static VoicePactServer server;
  private static Api api;
  private static String[] administrator;

  @BeforeAll
  static void start() throws IOException {
    server = VoicePactServer.start(
        "erasing-at-once",
        Map.of(
            "RATE_LIMIT_PROBE", "off",
            "RATE_LIMIT_DEFAULT", "off",
            "SMS_UNASKED_LIMIT", "off",
            "SMS_DAILY_LIMIT", "off"));
    api = Api.documented(server);
    administrator = new String[] {
      "X-API-Key", Files.readString(server.dataDirectory().resolve("admin-key")).strip()
    };
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer erase(String id) {
    return api.send(
        api.request("/api/v1/contracts/" + id + "/personal-data", administrator).DELETE());
  }

  /** What a party may do at the same instant as the others, by REST and by SMS. */
  private static List<Callable<Answer>> acts(String id, String phone) {
    List<Callable<Answer>> acts = new ArrayList<>();
    for (PartyAct act : List.of(PartyAct.CONFIRM, PartyAct.CANCEL, PartyAct.DISCLOSE)) {
      acts.add(() -> act.by(api, id, phone));
    }
    for (String text : List.of("YES-" + id, "NO-" + id, "yes", "hello")) {
      acts.add(() -> api.sms(phone, text));
    }
    acts.add(() -> api.get("/api/v1/contracts/" + id + "?phone_number=" + Api.encoded(phone)));
    assertThat(acts).hasSize(ACTS);
    return acts;
  }

  @Test
  void whateverHappensAtTheSameInstantNothingFailsAndNothingIsHalfDone() {
    List<String> erased = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String seller = PHONES.next();
      String buyer = PHONES.next();
      String id = api.newContract(seller, buyer);
      if (round % 2 == 0) {
        api.act(id, "decline", seller);
      }
      List<Callable<Answer>> calls = new ArrayList<>(acts(id, seller));
      calls.addAll(acts(id, buyer));
      calls.add(round, () -> erase(id));

      List<Answer> answers = AtOnce.run(calls);

      assertThat(answers).extracting(Answer::status).isSubsetOf(Set.of(200, 204, 404, 409));
      assertWholeOrGone(id);
      endWhereInForce(id, seller, buyer);
      assertThat(erase(id).status()).isEqualTo(204);
      erased.add(id);
    }
    List<String> silent = eraseTwoContractsOfTheSameNumbers(erased);

    server.stop();
    DatabaseDump dump = DatabaseDump.of(server);
    assertNothingIsLeftOf(erased, dump);
    assertThat(silent)
        .allSatisfy(
            phone -> assertThat(dump.rows()).noneMatch(row -> row.holds(phone.substring(4))));
  }

  /** What is to be carried out still needs its parties. */
  private static void endWhereInForce(String id, String seller, String buyer) {
    if (api.contract(id).path("status").asText().equals("active")) {
      assertThat(erase(id).status()).isEqualTo(409);
      assertThat(api.act(id, "delivery", seller).status()).isEqualTo(200);
      assertThat(api.act(id, "accept", buyer).status()).isEqualTo(200);
    }
  }

  private static void assertWholeOrGone(String id) {
    JsonNode contract = api.contract(id);
    boolean gone = contract.has("personal_data_erased_at");
    for (JsonNode party : contract.path("parties")) {
      assertThat(party.has("name")).isEqualTo(!gone);
      assertThat(party.has("phone_number")).isEqualTo(!gone);
    }
    assertThat(gone && contract.has("cancel_reason")).isFalse();
  }

  /**
   * Each of the two erasures must see that the other one leaves no contract in need of the numbers.
   *
   * @return the numbers, of which nothing was heard since then
   */
  private static List<String> eraseTwoContractsOfTheSameNumbers(List<String> erased) {
    List<String> silent = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String seller = PHONES.next();
      String buyer = PHONES.next();
      List<Callable<Answer>> erasures = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String id = api.newContract(seller, buyer);
        api.act(id, "decline", buyer);
        erasures.add(() -> erase(id));
        erased.add(id);
      }
      api.sms(seller, "hello");

      assertThat(AtOnce.run(erasures)).extracting(Answer::status).containsOnly(204);
      silent.addAll(List.of(seller, buyer));
    }
    return silent;
  }

  /** But for messages that name no contract, which may have come after the erasure. */
  private static void assertNothingIsLeftOf(List<String> erased, DatabaseDump dump) {
    for (String table : List.of("contract", "party", "transcript")) {
      assertThat(DatabaseDump.values(dump.rows(table).stream(), PersonalColumns.ERASED.keySet()))
          .as(table)
          .isEmpty();
    }
    for (String table : List.of("inbound_message", "outbound_message")) {
      assertThat(DatabaseDump.values(
              dump.rows(table).stream()
                  .filter(row -> erased.contains(row.values().get(table + ".contract_id"))),
              PersonalColumns.ERASED.keySet()))
          .as(table)
          .isEmpty();
    }
    assertThat(dump.rows("audit_entry").stream()
            .filter(row -> row.values().get("audit_entry.action").equals("personal-data.erased"))
            .map(row -> row.values().get("audit_entry.subject")))
        .containsExactlyInAnyOrderElementsOf(erased);
    assertThat(server.console()).doesNotContain("Deadlock", "was not taken by the gateway");
  }
}
