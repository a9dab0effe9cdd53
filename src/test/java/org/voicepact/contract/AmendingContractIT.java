package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.entity.StrictJson;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A pending contract gets new terms, and everybody is asked again. */
@OnSharedServer
class AmendingContractIT {

  private static final PhoneRange PHONES = new PhoneRange(7400);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static Answer get(Api api, String id) {
    return api.get("/api/v1/contracts/" + id);
  }

  @Test
  void newTermsMakeANewVersionThatAllAreAskedFor(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", buyer);
    Answer before = get(api, id);

    Answer answer =
        api.amend(id, seller, "\"total_amount\": 340000, \"unit\": null, \"grade\": \"A\"");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("version").intValue()).isEqualTo(2);
    assertThat(answer.member("status")).isEqualTo("pending");
    assertThat(answer.text())
        .contains("\"total_amount\":340000.00")
        .contains(seller)
        .doesNotContain(buyer);
    assertThat(answer.json().path("terms").has("unit")).isFalse();
    assertThat(answer.json().path("terms").path("grade").asText()).isEqualTo("A");
    assertThat(answer.json().path("terms").path("product").asText()).isEqualTo("Maize, grade 1");
    assertThat(answer.member("contract_hash")).isNotEqualTo(before.member("contract_hash"));
    assertThat(answer.member("created_at")).isEqualTo(before.member("created_at"));
    assertThat(answer.header("ETag"))
        .isNotEqualTo(before.header("ETag"))
        .isEqualTo(get(api, id).header("ETag"));
    assertThat(answer.json().path("parties"))
        .allSatisfy(party -> assertThat(party.path("confirmation").asText()).isEqualTo("pending"));
    for (String phone : List.of(seller, buyer)) {
      assertThat(server.awaitMessage(phone, "has CHANGED"))
          .contains("KES 340,000", "YES-" + id + "-2", "NO-" + id + "-2");
    }
  }

  /** So that the proof stays one that verifiers take. */
  @Test
  void aContractIsAmendedNotWithoutEnd(Api api) {
    String id = api.newContract(seller, buyer);
    int amended = 0;

    Answer answer = api.amend(id, seller, manyWords(0));
    while (answer.status() == 200 && amended < 10) {
      amended++;
      answer = api.amend(id, seller, manyWords(amended));
    }

    assertProblem(answer, 409);
    assertThat(amended).isEqualTo(4);
    JsonNode contract = get(api, id).json();
    assertThat(contract.path("version").intValue()).isEqualTo(amended + 1);
    assertThat(contract.at("/terms/notes/0").asText()).isEqualTo(Integer.toString(amended - 1));
    assertThat(api.get("/api/v1/contracts/" + id + "/proof").bytes().length)
        .isLessThan(StrictJson.LONGEST_FILE);
  }

  private static String manyWords(int number) {
    String words = "\"" + "x".repeat(2000) + "\"";
    return "\"notes\": [\"" + number + "\", " + String.join(", ", Collections.nCopies(30, words))
        + "]";
  }

  @Test
  void allVersionsStayReadable(Api api) {
    String id = api.newContract(seller, buyer);
    JsonNode first = get(api, id).json();
    byte[] canonical = api.get("/api/v1/contracts/" + id + "/canonical").bytes();
    JsonNode second = api.amend(id, buyer, "\"total_amount\": 340000").json();

    JsonNode versions = api.get("/api/v1/contracts/" + id + "/versions").json().path("versions");

    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).path("version").intValue()).isEqualTo(1);
    assertThat(versions.get(0).path("contract_hash")).isEqualTo(first.path("contract_hash"));
    assertThat(versions.get(0).path("terms")).isEqualTo(first.path("terms"));
    assertThat(versions.get(1).path("contract_hash")).isEqualTo(second.path("contract_hash"));
    assertThat(api.get("/api/v1/contracts/" + id + "/canonical?version=1").bytes())
        .isEqualTo(canonical);
    assertThat(api.get("/api/v1/contracts/" + id + "/canonical?version=2").bytes())
        .isNotEqualTo(canonical);
    assertProblem(api.get("/api/v1/contracts/" + id + "/canonical?version=3"), 404);
    assertProblem(api.get("/api/v1/contracts/" + id + "/canonical?version=x"), 400);
    assertProblem(api.get("/api/v1/contracts/AG-2024-001/versions"), 404);
  }

  @Test
  void theSameTermsChangeNothing(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", buyer);
    Answer before = get(api, id);

    Answer answer = api.amend(id, seller, "\"total_amount\": 350000.0, \"quantity\": \"100\"");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(get(api, id).text()).isEqualTo(before.text());
    assertThat(get(api, id).header("ETag")).isEqualTo(before.header("ETag"));
  }

  @Test
  void termsMayStandBesideTheNumber(Api api) {
    String id = api.newContract(seller, buyer);

    Answer answer = api.put(
        "/api/v1/contracts/" + id,
        "{\"phone\": \"" + seller + "\", \"delivery_location\": \"Kisumu\"}");

    assertThat(answer.json().path("terms").path("delivery_location").asText()).isEqualTo("Kisumu");
  }

  @Test
  void whatMayNotBeAmendedIsRefused(Api api) {
    String id = api.newContract(seller, buyer);
    String path = "/api/v1/contracts/" + id;

    Answer status = api.put(
        path,
        "{\"phone_number\": \"" + seller
            + "\", \"status\": \"confirmed\", \"terms\": {\"unit\": \"kg\"}}");
    assertProblem(status, 422, seller);
    assertThat(status.faults()).containsExactly("/status");
    Answer several = api.put(path, "{\"status\": null, \"terms\": {\"total_amount\": -1}}");
    assertThat(several.faults())
        .containsExactlyInAnyOrder("/status", "/phone_number", "/terms/total_amount");
    assertThat(api.put(path, "{\"phone_number\": \"" + seller + "\"}").faults())
        .containsExactly("/terms");
    assertProblem(api.amend(id, PHONES.next(), "\"unit\": \"kg\""), 404, seller, buyer);
    assertProblem(api.amend("AG-2024-001", seller, "\"unit\": \"kg\""), 404, seller);
    assertThat(get(api, id).json().path("version").intValue()).isEqualTo(1);
  }

  @Test
  void onlyAPendingContractCanBeAmended(Api api) {
    String confirmed = api.newContract(seller, buyer);
    api.act(confirmed, "confirm", seller);
    api.act(confirmed, "confirm", buyer);
    String declined = api.newContract(seller, buyer);
    api.act(declined, "decline", buyer);

    assertProblem(api.amend(confirmed, seller, "\"unit\": \"kg\""), 409);
    assertProblem(api.amend(declined, seller, "\"unit\": \"kg\""), 409);
  }

  @Test
  void aStaleStateIsRefused(Api api) {
    String id = api.newContract(seller, buyer);
    String first = get(api, id).header("ETag");
    assertThat(api.amend(id, seller, "\"unit\": \"kg\"", "If-Match", first).status())
        .isEqualTo(200);

    assertProblem(api.amend(id, seller, "\"unit\": \"g\"", "If-Match", first), 412);
    assertProblem(api.amend(id, seller, "\"unit\": \"g\"", "If-Match", "nonsense"), 412);
    String stale =
        "{\"phone_number\": \"" + seller + "\", \"version\": 1, \"terms\": {\"unit\": \"g\"}}";
    assertProblem(api.put("/api/v1/contracts/" + id, stale), 409);
    assertThat(get(api, id).json().path("version").intValue()).isEqualTo(2);
    assertThat(api.amend(id, seller, "\"unit\": \"g\"", "If-Match", "*").status())
        .isEqualTo(200);
    String current = "\"zzz\", " + get(api, id).header("ETag");
    assertThat(api.amend(id, seller, "\"unit\": \"t\"", "If-Match", current).status())
        .isEqualTo(200);
  }

  @Test
  void anAnswerIsAChangeOfStateToo(Api api) {
    String id = api.newContract(seller, buyer);
    String first = get(api, id).header("ETag");
    api.act(id, "confirm", buyer);

    assertProblem(api.amend(id, seller, "\"unit\": \"g\"", "If-Match", first), 412);
  }

  @Test
  void whoKnowsTheStateAlreadyIsNotSentItAgain(Api api) {
    String id = api.newContract(seller, buyer);
    String path = "/api/v1/contracts/" + id;
    String tag = get(api, id).header("ETag");

    Answer unchanged = api.get(path, "If-None-Match", tag);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.bytes()).isEmpty();
    assertThat(unchanged.header("ETag")).isEqualTo(tag);
    api.act(id, "confirm", buyer);
    assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(200);
    assertThat(api.get(path, "If-None-Match", "\"other\", abc").status()).isEqualTo(200);
    assertProblem(api.get(path, "If-Match", tag), 412);
  }

  @Test
  void ofTwoAmendmentsAtOnceOneIsMade(Api api) {
    for (int round = 0; round < 10; round++) {
      String id = api.newContract(seller, buyer);
      String[] condition = round % 2 == 0
          ? new String[0]
          : new String[] {"If-Match", get(api, id).header("ETag")};

      List<Answer> answers = AtOnce.run(List.of(
          () -> api.amend(id, seller, "\"total_amount\": 1", condition),
          () -> api.amend(id, buyer, "\"total_amount\": 2", condition)));

      List<Integer> codes = answers.stream().map(Answer::status).sorted().toList();
      int version = get(api, id).json().path("version").intValue();
      if (condition.length > 0) {
        assertThat(codes).containsExactly(200, 412);
        assertThat(version).isEqualTo(2);
      } else {
        // Without a condition the second may also come after the first, and then is a change of its
        // own.
        assertThat(codes).isIn(List.of(200, 409), List.of(200, 200));
        assertThat(version).isEqualTo(codes.get(1) == 200 ? 3 : 2);
      }
    }
  }

  @Test
  void anOldCodeConfirmsNothingAndBringsTheNewText(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.amend(id, seller, "\"total_amount\": 340000");
    api.amend(id, seller, "\"total_amount\": 330000");

    api.sms(buyer, "YES-" + id);
    api.sms(buyer, "YES-" + id + "-2");
    api.sms(buyer, "NO-" + id);

    assertThat(server.awaitMessage(buyer, "YES-" + id + "-3")).contains("KES 330,000");
    assertThat(api.signatures(id)).isEmpty();
    assertThat(get(api, id).member("status")).isEqualTo("pending");
    assertProblem(
        api.post(
            "/api/v1/contracts/" + id + "/confirm",
            "{\"phone\": \"" + buyer + "\", \"version\": 2}"),
        409);
    api.sms(buyer, "YES-" + id + "-3");
    assertThat(api.signatures(id)).hasSize(1);
    assertThat(api.signatures(id).get(0).path("statement").path("version").asText())
        .isEqualTo("3");
  }
}
