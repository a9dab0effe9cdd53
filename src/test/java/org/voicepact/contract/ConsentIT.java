package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.AtOnce;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** Nobody's yes is recorded to what that party has not agreed to. */
@OnSharedServer
class ConsentIT {

  private static final PhoneRange PHONES = new PhoneRange(8500);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  @RepeatedTest(10)
  void aYesThatWaitedBehindAnAmendmentIsNotToItsTerms(Api api) {
    String id = api.newContract(seller, buyer);
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String total = Integer.toString(1000 + i);
      calls.add(() -> api.put(
          "/api/v1/contracts/" + id,
          "{\"phone_number\": \"" + seller + "\", \"terms\": {\"total_amount\": " + total + "}}"));
      calls.add(() -> api.act(id, "confirm", buyer));
    }
    AtOnce.run(calls);

    Map<String, Instant> made = new HashMap<>();
    api.get("/api/v1/contracts/" + id + "/versions")
        .json()
        .path("versions")
        .forEach(version -> made.put(
            version.path("version").asText(),
            Instant.parse(version.path("created_at").asText())));
    for (JsonNode signature :
        api.get("/api/v1/contracts/" + id + "/signatures").json().path("signatures")) {
      JsonNode statement = signature.path("statement");
      assertThat(Instant.parse(statement.path("received_at").asText()))
          .isAfterOrEqualTo(made.get(statement.path("version").asText()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"???", " \uD83D\uDC4E", " 5%", "\u00BD", " if you pay first"})
  void aConditionalYesIsNone(String condition, Api api) {
    String id = api.newContract(seller, buyer);
    assertThat(api.sms(buyer, "YES-" + id + condition).status()).isEqualTo(200);
    assertThat(signed(api, id)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 470, 2000, 5000})
  void aConditionFarAwayIsOneToo(int blanks, Api api) {
    String id = api.newContract(seller, buyer);
    assertThat(api.sms(buyer, "YES-" + id + " ".repeat(blanks) + "if you pay first")
            .status())
        .isEqualTo(200);
    assertThat(signed(api, id)).isZero();
  }

  @Test
  void theYesToEachVersionIsAcknowledged(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.sms(buyer, "YES-" + id);
    api.put(
        "/api/v1/contracts/" + id,
        "{\"phone_number\": \"" + seller + "\", \"terms\": {\"total_amount\": 5}}");
    api.sms(buyer, "YES-" + id + "-2");
    server.awaitMessage(buyer, "You confirmed " + id + "-2.");
    assertThat(server.messagesTo(buyer, "You confirmed " + id + ".")).hasSize(1);
  }

  private static int signed(Api api, String id) {
    return api.get("/api/v1/contracts/" + id + "/status")
        .json()
        .at("/progress/signed")
        .asInt();
  }
}
