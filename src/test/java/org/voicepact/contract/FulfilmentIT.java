package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.testing.Administrator;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Fulfilment;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;
import org.voicepact.testing.VoicePactServer;

/** A contract is carried out by REST: delivered, in one or in parts, and accepted. */
@OnSharedServer
class FulfilmentIT {

  private static final PhoneRange PHONES = new PhoneRange(5300);

  private final Api api;

  FulfilmentIT(Api api) {
    this.api = api;
  }

  private List<String> actions(Fulfilment contract) {
    return StreamSupport.stream(
            api.get(contract.path() + "/audit").json().path("entries").spliterator(), false)
        .map(each -> each.at("/entry/action").asText())
        .filter(action -> !action.startsWith("message."))
        .toList();
  }

  private void assertProofHolds(Fulfilment contract) {
    Report report = CheckingProof.check(
        Proof.parse(api.get(contract.path() + "/proof").bytes()),
        TrustedKeys.ofJwkSet(api.get("/api/v1/keys").text().getBytes(StandardCharsets.UTF_8)),
        OtherEvidence.NONE);
    assertThat(report.verdict()).as(report.conclusion()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void theLastYesPutsTheContractIntoForce() {
    Fulfilment contract = Fulfilment.active(api, PHONES);

    JsonNode shown = contract.shown();
    assertThat(shown.path("status").asText()).isEqualTo("active");
    assertThat(shown.has("confirmed_at")).isTrue();
    assertThat(shown.has("delivery")).isFalse();
    assertThat(actions(contract)).endsWith("contract.confirmed", "contract.activated");
    assertProofHolds(contract);
  }

  @Test
  void deliveredAndAcceptedItIsCompleted() {
    Fulfilment contract = Fulfilment.active(api, PHONES);

    Answer claimed =
        contract.act("delivery", contract.seller(), ", \"note\": \"two lorries came\"");
    assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
    assertThat(claimed.text()).contains(contract.seller()).doesNotContain(contract.buyer());
    JsonNode claim = claimed.json().at("/delivery/claims/0");
    assertThat(claim.path("number").intValue()).isEqualTo(1);
    assertThat(claim.path("quantity").decimalValue()).isEqualTo("100");
    assertThat(claim.path("last").booleanValue()).isTrue();
    assertThat(claim.path("note").asText()).isEqualTo("two lorries came");
    assertThat(claim.has("accepted_at")).isFalse();
    assertThat(claimed.member("status")).isEqualTo("active");

    Answer accepted = contract.accept();
    assertThat(accepted.member("status")).isEqualTo("completed");
    assertThat(accepted.json().at("/delivery/accepted_quantity").decimalValue()).isEqualTo("100");
    assertThat(accepted.json().at("/delivery/claims/0/accepted_silently").booleanValue())
        .isFalse();
    assertThat(accepted.header("ETag"))
        .isEqualTo(api.get(contract.path()).header("ETag"))
        .isNotEqualTo(claimed.header("ETag"));

    assertThat(actions(contract))
        .endsWith("delivery.claimed", "delivery.accepted", "contract.completed");
    JsonNode signatures = api.signatures(contract.id());
    assertThat(signatures.findValuesAsText("type")).endsWith("delivery", "acceptance");
    JsonNode delivery = signatures.get(3).path("statement");
    assertThat(delivery.path("claim").asText()).isEqualTo("1");
    assertThat(delivery.path("quantity").asText()).isEqualTo("100");
    assertThat(delivery.path("assurance").asText()).isEqualTo("claimed");
    assertThat(delivery.path("text_commitment").asText()).matches("[0-9a-f]{64}");
    assertThat(signatures.get(4).path("statement").has("text_commitment")).isFalse();
    assertThat(signatures.toString()).doesNotContain("lorries");
    assertProofHolds(contract);
  }

  /** So that the proof stays one that verifiers take. */
  @Test
  void thereAreNotPartsWithoutEnd(VoicePactServer server) {
    Fulfilment contract = Fulfilment.active(api, PHONES);

    Answer part = contract.deliver("0.01");
    int parts = 0;
    while (part.status() == 200) {
      parts++;
      assertThat(contract.deliver("0.01").status()).as("said again").isEqualTo(200);
      assertThat(contract.accept().status()).isEqualTo(200);
      part = contract.deliver("0.01");
    }

    assertThat(parts).isGreaterThan(50);
    assertProblem(part, 409);
    assertThat(part.text()).contains("claim all that is left");
    assertProblem(
        api.post(contract.path() + "/notes", "{\"text\": \"a call\"}", Administrator.of(server)),
        409);
    assertThat(contract.deliverAll().status()).isEqualTo(200);
    assertThat(contract.accept().member("status")).isEqualTo("completed");
    assertThat(contract.dispute(contract.buyer(), "too late").status()).isEqualTo(409);
    assertProofHolds(contract);
  }

  @Test
  void partsAddUp() {
    Fulfilment contract = Fulfilment.active(api, PHONES);

    contract.deliver("40.50");
    assertThat(contract.accept().member("status")).isEqualTo("active");
    Answer tooMuch = contract.deliver("59.6");
    assertProblem(tooMuch, 409, contract.buyer());
    assertThat(tooMuch.member("detail")).contains("more than is still to be delivered");
    assertThat(contract.deliver("\"59.5\"").status()).isEqualTo(200);
    JsonNode open = contract.shown().path("delivery");
    assertThat(open.path("accepted_quantity").decimalValue()).isEqualTo("40.5");
    assertThat(open.path("claims")).hasSize(2);

    assertThat(contract.accept().member("status")).isEqualTo("completed");
    assertThat(api.signatures(contract.id()).findValuesAsText("claim"))
        .containsExactly("1", "1", "2", "2");
    assertProofHolds(contract);
  }

  @Test
  void theSameAgainIsTheSameAnswerAndChangesNothing() {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    for (Answer first : List.of(contract.deliver("40"), contract.accept(), contract.deliverAll())) {
      assertThat(first.status()).isEqualTo(200);
    }
    contract.awaitNotice();
    String before = contract.shown().toString();

    assertThat(contract.deliver("60.0").text()).isEqualTo(contract.deliverAll().text());
    assertThat(contract.act("accept", contract.buyer(), ", \"claim\": 1").status())
        .isEqualTo(200);

    assertThat(contract.shown().toString()).isEqualTo(before);
    Answer last = contract.accept();
    assertThat(contract.accept().text()).isEqualTo(last.text());
    assertThat(api.act(contract.id(), "confirm", contract.seller()).member("contract_status"))
        .isEqualTo("completed");
    assertThat(api.signatures(contract.id())).hasSize(7);
  }

  @Test
  void whatIsNotTheCallersToDoIs403() {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    String before = contract.shown().toString();

    assertProblem(contract.act("delivery", contract.buyer(), ""), 403, contract.seller());
    assertProblem(contract.act("accept", contract.seller(), ""), 403, contract.buyer());
    assertProblem(contract.act("accept", contract.mediator(), ""), 403, contract.buyer());
    assertProblem(contract.dispute(contract.mediator(), "it is wet"), 403, contract.buyer());

    assertThat(contract.shown().toString()).isEqualTo(before);
  }

  @Test
  void whatTheStatusDoesNotAllowIs409() {
    Fulfilment pending = Fulfilment.pending(api, PHONES);
    assertProblem(pending.deliverAll(), 409, pending.buyer());
    assertProblem(pending.accept(), 409, pending.seller());
    assertProblem(pending.dispute(pending.buyer(), "it is wet"), 409, pending.seller());

    Fulfilment active = Fulfilment.active(api, PHONES);
    Answer nothing = active.accept();
    assertProblem(nothing, 409, active.seller());
    assertThat(nothing.member("detail")).contains("nothing to accept");
    active.deliver("40");
    assertProblem(active.deliver("41"), 409, active.buyer());
    assertProblem(active.deliverAll(), 409, active.buyer());
    assertProblem(active.act("accept", active.buyer(), ", \"claim\": 2"), 409, active.seller());
    assertProblem(api.act(active.id(), "decline", active.buyer()), 409, active.seller());
    active.accept();
    active.deliverAll();
    active.accept();
    assertProblem(active.deliverAll(), 409, active.buyer());
    assertProblem(active.dispute(active.buyer(), "it is wet"), 409, active.seller());
  }

  @Test
  void anotherStateThanTheNamedOneIs409Or412() {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    String old = api.get(contract.path()).header("ETag");
    assertProblem(contract.act("delivery", contract.seller(), ", \"version\": 2"), 409);

    assertThat(contract
            .act("delivery", contract.seller(), ", \"quantity\": 40", "If-Match", old)
            .status())
        .isEqualTo(200);
    assertProblem(contract.act("accept", contract.buyer(), "", "If-Match", old), 412);
    assertProblem(
        contract.act("dispute", contract.buyer(), ", \"reason\": \"it is wet\"", "If-Match", old),
        412);
    assertThat(contract
            .act("accept", contract.buyer(), ", \"version\": 1", "If-Match", "*")
            .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivery", "accept", "dispute"})
  void noSuchContractAndNotAPartyAreTheSameAnswer(String act) {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    String reason = act.equals("dispute") ? ", \"reason\": \"it is wet\"" : "";
    String stranger = PHONES.next();

    Answer notAParty = contract.act(act, stranger, reason);
    Answer unknown = api.post(
        "/api/v1/contracts/AG-2020-99" + stranger.substring(stranger.length() - 4) + "/" + act,
        "{\"phone_number\": \"" + stranger + "\"" + reason + "}");

    assertProblem(notAParty, 404, contract.seller(), contract.buyer());
    assertProblem(unknown, 404);
    assertThat(notAParty.member("detail")).isEqualTo(unknown.member("detail"));
  }

  @Test
  void wrongInputNamesItsFields() {
    Fulfilment contract = Fulfilment.active(api, PHONES);

    Answer answer = api.post(contract.path() + "/delivery", "{\"quantity\": -1, \"quantiy\": 4}");
    assertProblem(answer, 422);
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .containsExactly("/quantiy", "/phone_number", "/quantity");
    assertProblem(contract.act("delivery", contract.seller(), ", \"quantity\": \"all\""), 422);
    assertProblem(contract.act("accept", contract.buyer(), ", \"claim\": 0"), 422);
    assertProblem(contract.act("dispute", contract.buyer(), ""), 422);
    assertProblem(contract.dispute(contract.buyer(), "x".repeat(501)), 422);
    assertProblem(api.post(contract.path() + "/accept", "{"), 400);
  }

  @Test
  void whatWasRefusedIsInTheAuditTrail(VoicePactServer server) {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    // Of those who have shown no proof only so many are told of in an hour, by all tests together.
    String[] buyers = Fulfilment.token(api, server, contract.buyer());
    for (int i = 0; i < 3; i++) {
      assertProblem(contract.act("accept", contract.buyer(), "", buyers), 409);
    }
    contract.deliverAll();

    VoicePactServer.await("what came after", () -> actions(contract).contains("delivery.claimed"));
    // One of a kind in an hour.
    assertThat(actions(contract)).containsOnlyOnce("accept.refused");
    assertProofHolds(contract);
  }

  @Test
  void aListShowsNeitherDeliveriesNorDisputesButWhoseTurnItIs(VoicePactServer server) {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    assertThat(turn(listed(contract))).isEqualTo("delivery [\"seller\"]");
    contract.deliverAll();
    contract.awaitNotice();

    JsonNode listed = listed(contract);

    assertThat(listed.path("contract_id").asText()).isEqualTo(contract.id());
    assertThat(listed.has("delivery")).isFalse();
    assertThat(turn(listed)).isEqualTo("acceptance [\"buyer\"]");
    VoicePactServer.await(
        "the buyer is told",
        () -> listed(contract)
            .at("/waits_for/until")
            .equals(contract.shown().at("/delivery/claims/0/accept_until")));
    contract.dispute(contract.buyer(), "wet");
    assertThat(turn(listed(contract))).isEqualTo("decision [\"mediator\"]");
    assertThat(contract.resolveByOperator("completed", Administrator.of(server)).status())
        .isEqualTo(200);
    assertThat(listed(contract).has("waits_for")).isFalse();
  }

  private JsonNode listed(Fulfilment contract) {
    return api.get("/api/v1/contracts?phone_number=" + Api.encoded(contract.seller()))
        .json()
        .at("/contracts/0");
  }

  private static String turn(JsonNode listed) {
    return listed.at("/waits_for/act").asText() + " " + listed.at("/waits_for/roles");
  }
}
