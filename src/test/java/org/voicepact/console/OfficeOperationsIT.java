package org.voicepact.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** The operations of the API that the console brought: search, notes, cancelling, deliveries, figures, the log. */
@OnSharedServer
class OfficeOperationsIT {

  private static final PhoneRange PHONES = new PhoneRange(9400);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static List<String> found(Api api, String query) {
    Answer answer = api.get("/api/v1/contracts?" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    answer
        .json()
        .path("contracts")
        .forEach(each -> ids.add(each.path("contract_id").asText()));
    return ids;
  }

  private String made(Api api, String product, String name) {
    return api.post(
            "/api/v1/contracts/create/manual",
            Deal.manual(seller, buyer)
                .with("product", "\"" + product + "\"")
                .with(
                    "parties",
                    Deal.parties(
                        "{\"role\": \"seller\", \"name\": \"" + name + "\", \"phone_number\": \""
                            + seller + "\"}",
                        Deal.party("buyer", buyer)))
                .json())
        .member("contract_id");
  }

  @Test
  void aContractIsFoundByWhatPeopleKnowOfIt(Api api) {
    String id = made(api, "Purple 100% yams_" + seller, "Zawadi O’" + seller);

    assertThat(found(api, "q=" + id.toLowerCase())).containsExactly(id);
    assertThat(found(api, "q=" + Api.encoded("purple 100% YAMS_" + seller))).containsExactly(id);
    assertThat(found(api, "q=" + Api.encoded("zawadi o’" + seller))).containsExactly(id);
    assertThat(found(api, "q=" + Api.encoded(seller))).containsExactly(id);
    assertThat(found(api, "q=" + Api.encoded("0" + seller.substring(4)))).containsExactly(id);
    assertThat(found(api, "q=yams__" + seller.substring(1))).isEmpty();
    assertThat(found(api, "q=" + id + "&status=completed")).isEmpty();
    assertThat(found(api, "q=" + id + "&created_before=2020-01-01")).isEmpty();
    assertThat(found(api, "q=" + id + "&created_before=2999-01-01")).containsExactly(id);
  }

  @Test
  void theProductOfTheCurrentVersionCounts(Api api) {
    String id = made(api, "Old " + seller, "N");
    api.amend(id, seller, "\"product\": \"New " + seller + "\"");

    assertThat(found(api, "q=" + Api.encoded("new " + seller))).containsExactly(id);
    assertThat(found(api, "q=" + Api.encoded("old " + seller))).isEmpty();
  }

  @Test
  void whatIsTooLongIsNotSearched(Api api) {
    assertProblem(api.get("/api/v1/contracts?q=" + "x".repeat(101)), 422);
    assertProblem(api.get("/api/v1/contracts?created_before=soon"), 400);
  }

  @Test
  void aNoteIsForTheOfficeAndGoesWithThePersonalData(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    String path = "/api/v1/contracts/" + id + "/notes";

    String[] office = Administrator.of(server);

    assertThat(api.post(path, "{\"text\": \"Her son has the phone\"}", office).status())
        .isEqualTo(201);
    assertThat(api.post(path, "{\"text\": \"Called\\nagain\"}", office).status())
        .isEqualTo(201);
    JsonNode notes = api.get(path, office).json().path("notes");
    assertThat(notes.findValuesAsText("text"))
        .containsExactly("Her son has the phone", "Called\nagain");
    assertThat(notes.findValuesAsText("author")).allMatch(author -> author.startsWith("key:"));
    for (String told : List.of("", "/audit", "/proof", "/canonical", "/signatures", "/versions")) {
      Answer answer = api.get("/api/v1/contracts/" + id + told);
      assertThat(answer.status()).as(told).isEqualTo(200);
      assertThat(answer.text()).as(told).doesNotContain("Called", "Her son");
    }
    assertThat(api.get("/api/v1/contracts/" + id + "/audit").text()).contains("contract.noted");
    api.act(id, "decline", buyer);
    assertThat(api.send(
                api.request("/api/v1/contracts/" + id + "/personal-data", Administrator.of(server))
                    .DELETE())
            .status())
        .isEqualTo(204);
    assertThat(api.get(path, office).text()).contains("author").doesNotContain("Called", "Her son");
  }

  @Test
  void whoShowsNoCredentialNeitherReadsNotesNorWritesThem(Api api, VoicePactServer server) {
    String path = "/api/v1/contracts/" + api.newContract(seller, buyer) + "/notes";

    assertProblem(api.get(path), 401);
    assertProblem(api.post(path, "{\"text\": \"hello\"}"), 401);
    assertThat(api.get(path, Administrator.of(server)).json().path("notes")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"text\": \" \"}", "{\"text\": \"x\", \"by\": \"me\"}"})
  void aNoteSaysSomethingAndNothingElse(String body, Api api, VoicePactServer server) {
    String[] office = Administrator.of(server);
    String unknown = "/api/v1/contracts/AG-2001-000001/notes";

    assertProblem(
        api.post("/api/v1/contracts/" + api.newContract(seller, buyer) + "/notes", body, office),
        422);
    assertProblem(api.post(unknown, "{\"text\": \"x\"}", office), 404);
    assertProblem(api.get(unknown, office), 404);
  }

  @Test
  void theOfficeCancelsInNobodysName(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    String path = "/api/v1/contracts/" + id + "/cancel";
    String body = "{\"reason\": \"Both have asked us to\"}";

    assertProblem(api.post(path, body), 422);
    Answer cancelled = api.post(path, body, Administrator.of(server));

    assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    assertThat(cancelled.member("status")).isEqualTo("cancelled");
    assertThat(api.signatures(id).path("signatures")).isEmpty();
    server.awaitMessage(seller, id + " is CANCELLED by the office");
    assertThat(api.post(path, body, Administrator.of(server)).status()).isEqualTo(200);
    assertThat(api.get("/api/v1/contracts/" + id + "/proof").status()).isEqualTo(200);
  }

  @Test
  void howFarTheMessagesOfAContractHaveComeIsSaidWithoutTheirTexts(Api api) {
    String id = api.newContract(seller, buyer);
    api.awaitAllSent(seller);

    JsonNode messages = api.get("/api/v1/sms/contract/" + id).json().path("messages");

    assertThat(messages).hasSize(2);
    assertThat(messages.findValuesAsText("kind")).containsOnly("terms");
    assertThat(messages.toString()).contains("****").doesNotContain("Maize", seller, "text");
    assertProblem(api.get("/api/v1/sms/contract/AG-2001-000001"), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "contracts, 'week,status,contracts'",
    "confirmations, 'channel,answers,median_seconds'",
    "disputes, 'week,raised,decided'",
    "messages, 'country,network,left,delivered,failed'",
    "money, 'week,currency,received,released,refunded,held'"
  })
  void figuresComeAsJsonAndAsCsv(String report, String header, Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);

    Answer json = api.get("/api/v1/reports/" + report + "?weeks=2");
    Answer csv = api.get("/api/v1/reports/" + report + "?weeks=2&format=csv");

    assertThat(json.status()).as(json.toString()).isEqualTo(200);
    assertThat(json.json().path("rows").isArray()).isTrue();
    assertThat(csv.mediaType()).isEqualTo("text/csv");
    List<String> lines = csv.text().lines().toList();
    assertThat(lines.get(0)).isEqualTo(header);
    assertThat(lines).hasSize(json.json().path("rows").size() + 1);
    assertProblem(api.get("/api/v1/reports/" + report + "?weeks=0"), 422);
    assertProblem(api.get("/api/v1/reports/" + report + "?weeks=many"), 400);
    assertProblem(api.get("/api/v1/reports/" + report + "?format=xls"), 422);
  }

  @Test
  void theFiguresCount(Api api) {
    long before = pendingThisWeek(api);
    String id = api.newContract(seller, buyer);
    assertThat(pendingThisWeek(api)).isEqualTo(before + 1);

    api.act(id, "confirm", seller);

    JsonNode rows = api.get("/api/v1/reports/confirmations?weeks=1").json().path("rows");
    assertThat(rows.findValuesAsText("channel")).contains("rest");
  }

  private static long pendingThisWeek(Api api) {
    for (JsonNode row : api.get("/api/v1/reports/contracts?weeks=1").json().path("rows")) {
      if (row.path("status").asText().equals("pending")) {
        return row.path("contracts").asLong();
      }
    }
    return 0;
  }

  @Test
  void theLogIsSearchedFromItsEndAndVerifiedAsAWhole(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    api.get("/api/v1/contracts/" + id + "/audit");
    String[] admin = Administrator.of(server);
    String path = "/api/v1/audit/entries?before=9223372036854775807&subject=" + id;

    JsonNode entries = api.get(path + "&action=party.", admin).json().path("entries");
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).path("entry").path("action").asText()).isEqualTo("party.confirmed");
    JsonNode all = api.get(path, admin).json().path("entries");
    assertThat(all.get(all.size() - 1).path("entry").path("action").asText())
        .isEqualTo("contract.created");
    assertThat(api.get(path + "&actor=nobody", admin).json().path("entries")).isEmpty();
    assertProblem(api.get(path + "&request_id=x", admin), 422);

    Answer verified = api.post("/api/v1/audit/verify", "", admin);
    assertThat(verified.status()).as(verified.toString()).isEqualTo(200);
    assertThat(verified.json().path("valid").asBoolean())
        .as(verified.toString())
        .isTrue();
    assertThat(verified.member("entries")).isEqualTo(verified.member("covered"));
    assertProblem(api.post("/api/v1/audit/verify", ""), 401);
  }
}
