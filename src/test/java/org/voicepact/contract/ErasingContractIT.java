package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PartyAct;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** An administrator erases the personal data of a contract: who may, when, and what is left of it. */
@OnSharedServer
class ErasingContractIT {

  private static final PhoneRange PHONES = new PhoneRange(8800);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();
  private final Api api;
  private final VoicePactServer server;
  private final String[] administrator;

  ErasingContractIT(Api api, VoicePactServer server) {
    this.api = api;
    this.server = server;
    this.administrator = Administrator.of(server);
  }

  private Answer erase(String id, String... credential) {
    return api.send(
        api.request("/api/v1/contracts/" + id + "/personal-data", credential).DELETE());
  }

  private String declined() {
    String id = api.newContract(seller, buyer);
    assertThat(api.act(id, "decline", seller).status()).isEqualTo(200);
    return id;
  }

  private String erased() {
    String id = declined();
    assertThat(erase(id, administrator).status()).isEqualTo(204);
    return id;
  }

  @Test
  void onlyAnAdministratorMay() {
    String id = declined();
    String narrow = api.post(
            "/api/v1/api-keys",
            "{\"name\": \"all but admin\", \"scopes\": [\"contracts:read\", \"contracts:write\", \"payments\"]}",
            administrator)
        .member("key");

    assertProblem(erase(id), 401);
    assertProblem(erase(id, "X-API-Key", narrow), 403);
    assertThat(api.contract(id).path("parties").get(0).path("name").asText()).isEqualTo("Wanjiku");
    assertThat(erase(id, administrator).status()).isEqualTo(204);
  }

  @Test
  void whileAContractIsPendingItIs409() {
    String id = api.newContract(seller, buyer);

    Answer answer = erase(id, administrator);

    assertProblem(answer, 409, seller);
    assertThat(answer.member("detail")).contains("under way", "once it is confirmed");
    assertThat(api.contract(id).path("parties").get(0).has("name")).isTrue();
  }

  @Test
  void aContractThatIsCarriedOutCanBeErasedOnceThatIsDone() {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    api.act(id, "confirm", buyer);
    assertProblem(erase(id, administrator), 409, seller);
    api.post(
        "/api/v1/contracts/" + id + "/delivery",
        "{\"phone_number\": \"" + seller + "\", \"note\": \"to his store\"}");
    assertProblem(erase(id, administrator), 409, seller);
    api.act(id, "accept", buyer);

    assertThat(erase(id, administrator).status()).isEqualTo(204);

    assertThat(api.contract(id).path("status").asText()).isEqualTo("completed");
    assertThat(api.contract(id).at("/delivery/claims/0").has("note")).isFalse();
    assertThat(api.signatures(id)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AG-2020-999999", "XX-2026-000001"})
  void anUnknownContractIs404(String id) {
    assertProblem(erase(id, administrator), 404);
  }

  @Test
  void itIsShownWithoutNamesAndNumbersAndWithTheTime() {
    Instant start = Instant.now();
    String id = erased();

    JsonNode contract = api.contract(id);
    assertThat(Instant.parse(contract.path("personal_data_erased_at").asText()))
        .isBetween(start.minusSeconds(1), Instant.now().plusSeconds(1));
    assertThat(contract.path("terms").path("product").asText()).isEqualTo("Maize, grade 1");
    assertThat(contract.path("parties")).hasSize(2);
    for (JsonNode party : contract.path("parties")) {
      assertThat(party.has("name")).isFalse();
      assertThat(party.has("phone_number")).isFalse();
      assertThat(party.has("role")).isTrue();
    }
    JsonNode status = api.get("/api/v1/contracts/" + id + "/status").json();
    assertThat(status.path("personal_data_erased_at"))
        .isEqualTo(contract.path("personal_data_erased_at"));
    assertThat(status.path("signatures").get(0).has("phone_number")).isFalse();
    assertThat(status.path("signatures").get(0).path("status").asText()).isEqualTo("declined");
  }

  @Test
  void aContractThatIsNotErasedSaysNothingOfIt() {
    assertThat(api.contract(declined()).has("personal_data_erased_at")).isFalse();
  }

  @Test
  void toEraseAgainIsTheSameSuccessAndChangesNothing() {
    String id = erased();
    JsonNode before = api.contract(id);

    assertThat(erase(id, administrator).status()).isEqualTo(204);

    assertThat(api.contract(id)).isEqualTo(before);
  }

  @Test
  void aCacheDoesNotGoOnShowingIt() {
    String id = declined();
    String tag = api.get("/api/v1/contracts/" + id).header("ETag");
    assertThat(api.get("/api/v1/contracts/" + id, "If-None-Match", tag).status())
        .isEqualTo(304);

    erase(id, administrator);

    assertThat(api.get("/api/v1/contracts/" + id, "If-None-Match", tag).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void whoWasAPartyIsAnsweredAsAnyStranger(PartyAct act) {
    String id = erased();
    Answer strangers = act.by(api, id, PHONES.next());

    Answer partys = act.by(api, id, seller);

    assertProblem(partys, 404, seller);
    assertThat(partys.member("detail")).isEqualTo(strangers.member("detail"));
  }

  @Test
  void nothingIsDisclosedAnyMore() {
    String id = erased();

    Answer answer =
        api.get("/api/v1/contracts/" + id + "/disclosure?phone_number=" + Api.encoded(seller));

    assertProblem(answer, 404, seller);
  }

  @Test
  void listsOfTheNumberHaveItNoLonger() {
    String id = declined();
    String list = "/api/v1/contracts?phone_number=" + Api.encoded(seller);
    assertThat(api.get(list).text()).contains(id);

    erase(id, administrator);

    assertThat(api.get(list).json().path("total").asInt()).isZero();
    assertThat(api.get("/api/v1/contracts?limit=200").text()).contains(id);
  }

  @Test
  void theTokenOfTheNumberSeesItNoLonger() {
    String id = declined();
    api.post("/api/v1/auth/otp", "{\"phone_number\": \"" + seller + "\"}");
    String code = SentCodes.await(server, seller, 1);
    String token = api.post(
            "/api/v1/auth/otp/verify",
            "{\"phone_number\": \"" + seller + "\", \"code\": \"" + code + "\"}")
        .member("access_token");
    String[] bearer = {"Authorization", "Bearer " + token};
    assertThat(api.get("/api/v1/contracts/" + id, bearer).status()).isEqualTo(200);

    erase(id, administrator);

    for (String rest : new String[] {"", "/status", "/versions", "/canonical", "/signatures"}) {
      assertProblem(api.get("/api/v1/contracts/" + id + rest, bearer), 404);
    }
    assertThat(api.get("/api/v1/contracts", bearer).json().path("total").asInt())
        .isZero();
  }

  @Test
  void aMessageThatComesLaterIsAnsweredAsThatOfAStranger() {
    String id = erased();

    assertThat(api.sms(seller, "YES-" + id).status()).isEqualTo(200);

    server.awaitMessage(seller, "There is no contract " + id + " for your number");
    assertThat(api.signatures(id)).hasSize(1);
  }

  @Test
  void aRepeatedDeliveryOfAnErasedMessageHasNoEffect() {
    String id = api.newContract(seller, buyer);
    String random = "before-" + id;
    String withNumber = seller.substring(1) + "-" + id;
    api.sms(random, seller, "YES-" + id);
    api.sms(withNumber, seller, "NO-" + id);
    assertThat(erase(id, administrator).status()).isEqualTo(204);
    String next = api.newContract(seller, buyer);

    assertThat(api.sms(random, seller, "NO-" + next).status()).isEqualTo(200);
    assertThat(api.sms(withNumber, seller, "NO-" + next).status()).isEqualTo(200);

    assertThat(api.contract(next).path("status").asText()).isEqualTo("pending");
  }

  @Test
  void theNumbersMayTakePartInNewContracts() {
    erased();
    String next = api.newContract(seller, buyer);

    api.sms(seller, "YES-" + next);
    api.act(next, "confirm", buyer);

    server.awaitMessage(seller, next + " is CONFIRMED");
    assertThat(api.get("/api/v1/contracts?phone_number=" + Api.encoded(seller))
            .json()
            .path("total")
            .asInt())
        .isEqualTo(1);
  }
}
