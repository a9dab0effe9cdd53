package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** The parties say yes or no, or one takes the contract back. */
@OnSharedServer
class AnsweringContractIT {

  private static final PhoneRange PHONES = new PhoneRange(7300);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private static String path(String id, String rest) {
    return "/api/v1/contracts/" + id + rest;
  }

  private static Answer cancel(Api api, String id, String phone, String reason) {
    return api.post(
        path(id, "/cancel"),
        "{\"phone_number\": \"" + phone + "\", \"reason\": \"" + reason + "\"}");
  }

  private static String status(Api api, String id) {
    return api.contract(id).path("status").asText();
  }

  @Test
  void theLastYesConfirmsTheContract(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);

    Answer first = api.act(id, "confirm", seller);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.member("status")).isEqualTo("confirmed");
    assertThat(first.member("signed_by")).isEqualTo(seller);
    assertThat(first.json().path("all_signed").booleanValue()).isFalse();
    assertThat(first.member("contract_status")).isEqualTo("pending");
    JsonNode progress = api.get(path(id, "/status")).json().path("progress");
    assertThat(progress.toString())
        .isEqualTo("{\"signed\":1,\"declined\":0,\"total\":2,\"complete\":false}");

    Answer last = api.act(id, "confirm", buyer);
    assertThat(last.json().path("all_signed").booleanValue()).isTrue();
    assertThat(last.member("contract_status")).isEqualTo("active");
    Answer report = api.get(path(id, "/status"));
    assertThat(report.member("status")).isEqualTo("active");
    assertThat(report.member("confirmed_at")).isNotBlank();
    assertThat(report.json().path("progress").path("complete").booleanValue()).isTrue();
    assertThat(report.json().path("signatures")).hasSize(2);
    assertThat(report.json().path("signatures").get(0).path("signed_at").asText())
        .isNotBlank();
    assertThat(report.text()).doesNotContain(seller, buyer);
    server.awaitMessage(seller, id + " is CONFIRMED");
    server.awaitMessage(buyer, id + " is CONFIRMED");
  }

  @Test
  void aYesAgainChangesNothingAlsoAfterTheContractIsConfirmed(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    String once = api.get(path(id, "")).header("ETag");

    assertThat(api.act(id, "confirm", seller).status()).isEqualTo(200);
    assertThat(api.get(path(id, "")).header("ETag")).isEqualTo(once);
    api.act(id, "confirm", buyer);
    String confirmed = api.get(path(id, "")).text();

    Answer again = api.act(id, "confirm", seller);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.member("contract_status")).isEqualTo("active");
    assertThat(api.get(path(id, "")).text()).isEqualTo(confirmed);
    assertThat(api.signatures(id)).hasSize(2);
  }

  @Test
  void theNumberMayStandInTheQueryWithoutBodyAndContentType(Api api) {
    String id = api.newContract(seller, buyer);
    String query = "?phone_number=" + Api.encoded(seller);

    Answer bare = api.send(api.request(path(id, "/confirm" + query)).POST(BodyPublishers.noBody()));
    assertThat(bare.status()).isEqualTo(200);
    assertThat(bare.member("signed_by")).isEqualTo(seller);
    assertThat(api.post(path(id, "/confirm?phone_number=" + Api.encoded(buyer)), "{}")
            .status())
        .isEqualTo(200);
    assertThat(status(api, id)).isEqualTo("active");

    String declined = api.newContract(seller, buyer);
    assertThat(
            api.send(api.request(path(declined, "/decline" + query)).POST(BodyPublishers.noBody()))
                .status())
        .isEqualTo(200);
    assertThat(status(api, declined)).isEqualTo("cancelled");
  }

  @Test
  void theNumberInTheBodyGoesBeforeTheOneInTheQuery(Api api) {
    String id = api.newContract(seller, buyer);

    Answer answer = api.post(
        path(id, "/confirm?phone_number=" + Api.encoded(seller)), "{\"phone\": \"" + buyer + "\"}");

    assertThat(answer.member("signed_by")).isEqualTo(buyer);
    assertThat(api.get(path(id, ""))
            .json()
            .path("parties")
            .get(0)
            .path("confirmation")
            .asText())
        .isEqualTo("pending");
  }

  @Test
  void onlyAPartyMayAnswer(Api api) {
    String id = api.newContract(seller, buyer);
    String stranger = PHONES.next();

    for (String act : new String[] {"confirm", "decline"}) {
      assertProblem(api.act(id, act, stranger), 404, seller, buyer, stranger);
      assertThat(api.send(api.request(path(id, "/" + act)).POST(BodyPublishers.noBody()))
              .status())
          .isEqualTo(422);
      assertProblem(api.act("AG-2024-001", act, seller), 404, seller);
    }
    assertProblem(cancel(api, id, stranger, "no reason"), 404, seller, buyer, stranger);
    assertThat(api.signatures(id)).isEmpty();
    assertThat(status(api, id)).isEqualTo("pending");
  }

  @Test
  void aNoEndsTheContractAndEverybodyIsTold(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);

    Answer answer = api.act(id, "decline", buyer);

    assertThat(answer.member("status")).isEqualTo("declined");
    assertThat(answer.member("contract_status")).isEqualTo("cancelled");
    assertThat(api.get(path(id, "/status")).json().path("progress").toString())
        .isEqualTo("{\"signed\":1,\"declined\":1,\"total\":2,\"complete\":false}");
    assertThat(server.awaitMessage(seller, id + " is CANCELLED"))
        .contains("buyer declined")
        .doesNotContain(buyer);
    server.awaitMessage(buyer, id + " is CANCELLED");
    assertThat(api.act(id, "decline", buyer).status()).isEqualTo(200);
    assertThat(api.signatures(id)).hasSize(2);
  }

  @Test
  void aNoIsNotOverruled(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "decline", buyer);

    assertProblem(api.act(id, "confirm", seller), 409);
    assertProblem(api.act(id, "confirm", buyer), 409);
    assertProblem(api.act(id, "decline", seller), 409);
    assertThat(status(api, id)).isEqualTo("cancelled");
  }

  @Test
  void afterAllSaidYesNobodySaysNo(Api api) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    api.act(id, "confirm", buyer);

    assertProblem(api.act(id, "decline", buyer), 409);
    assertProblem(cancel(api, id, buyer, "too late"), 409);
    assertThat(status(api, id)).isEqualTo("active");
  }

  @Test
  void aVersionThatIsNotCurrentIsRefused(Api api) {
    String id = api.newContract(seller, buyer);
    String body = "{\"phone_number\": \"" + seller + "\", \"version\": %d}";

    assertProblem(api.post(path(id, "/confirm"), body.formatted(2)), 409);
    assertProblem(api.post(path(id, "/decline"), body.formatted(2)), 409);
    assertThat(api.post(path(id, "/confirm"), body.formatted(0)).faults())
        .containsExactly("/version");
    assertThat(api.post(path(id, "/confirm"), body.formatted(1)).status()).isEqualTo(200);
    assertProblem(api.post(path(id, "/confirm"), body.formatted(2)), 409);
  }

  @Test
  void aPartyTakesTheContractBackWithAReason(Api api, VoicePactServer server) {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", buyer);

    Answer answer = cancel(api, id, seller, "The truck broke down");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.member("status")).isEqualTo("cancelled");
    assertThat(answer.member("cancel_reason")).isEqualTo("The truck broke down");
    assertThat(answer.text()).contains(seller).doesNotContain(buyer);
    server.awaitMessage(seller, id + " is CANCELLED");
    assertThat(server.awaitMessage(buyer, id + " is CANCELLED")).contains("seller cancelled");
    Answer again = cancel(api, id, buyer, "Something else");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.member("cancel_reason")).isEqualTo("The truck broke down");
    assertProblem(api.act(id, "confirm", seller), 409);
    assertProblem(api.act(id, "confirm", buyer), 409);
  }

  @Test
  void toTakeAContractBackNeedsANumberAndAReason(Api api) {
    String id = api.newContract(seller, buyer);

    Answer nothing = api.post(path(id, "/cancel"), "{}");
    assertProblem(nothing, 422);
    assertThat(nothing.faults()).containsExactlyInAnyOrder("/phone_number", "/reason");
    assertThat(cancel(api, id, seller, "x".repeat(501)).faults()).containsExactly("/reason");
    assertThat(cancel(api, id, seller, "é".repeat(500)).status()).isEqualTo(200);
  }
}
