package org.voicepact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
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
import org.voicepact.testing.SentCodes;
import org.voicepact.testing.VoicePactServer;

/** Buyer or seller disputes a contract, and the mediator or an administrator decides. */
@OnSharedServer
class DisputeIT {

  private static final PhoneRange PHONES = new PhoneRange(5400);

  private final Api api;
  private final VoicePactServer server;
  private final String[] administrator;

  DisputeIT(Api api, VoicePactServer server) {
    this.api = api;
    this.server = server;
    this.administrator = Administrator.of(server);
  }

  private Fulfilment disputed() {
    Fulfilment contract = Fulfilment.active(api, PHONES);
    contract.deliverAll();
    assertThat(contract.dispute(contract.buyer(), "half of it is wet").status()).isEqualTo(200);
    return contract;
  }

  private void assertProofHolds(Fulfilment contract) {
    Report report = CheckingProof.check(
        Proof.parse(api.get(contract.path() + "/proof").bytes()),
        TrustedKeys.ofJwkSet(api.get("/api/v1/keys").text().getBytes(StandardCharsets.UTF_8)),
        OtherEvidence.NONE);
    assertThat(report.verdict()).as(report.conclusion()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aDisputedContractWaitsForADecision() {
    Fulfilment contract = disputed();
    // What is compared below must not be told of in between.
    contract.awaitNotice();

    JsonNode shown = contract.shown();
    assertThat(shown.path("status").asText()).isEqualTo("disputed");
    JsonNode dispute = shown.path("dispute");
    assertThat(dispute.path("raised_by").asText()).isEqualTo("buyer");
    assertThat(dispute.path("reason").asText()).isEqualTo("half of it is wet");
    assertThat(dispute.has("outcome")).isFalse();
    JsonNode statement = api.signatures(contract.id()).get(4).path("statement");
    assertThat(statement.path("type").asText()).isEqualTo("dispute");
    assertThat(statement.path("text_commitment").asText()).matches("[0-9a-f]{64}");
    assertProofHolds(contract);

    assertThat(contract.dispute(contract.buyer(), "half of it is wet").json())
        .isEqualTo(api.get(contract.path() + "?phone_number=" + Api.encoded(contract.buyer()))
            .json());
    assertProblem(contract.dispute(contract.seller(), "not paid"), 409, contract.buyer());
    assertProblem(contract.accept(), 409, contract.seller());
    assertProblem(contract.deliverAll(), 409, contract.buyer());
    assertThat(api.signatures(contract.id())).hasSize(5);
  }

  @Test
  void theMediatorDecidesWithItsToken() {
    Fulfilment contract = disputed();
    // What is compared below must not be told of in between.
    contract.awaitNotice();
    String[] token = Fulfilment.token(api, server, contract.mediator());

    Answer resolved = contract.resolve("cancelled", token);

    assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
    assertThat(resolved.member("status")).isEqualTo("cancelled");
    JsonNode dispute = resolved.json().path("dispute");
    assertThat(dispute.path("outcome").asText()).isEqualTo("cancelled");
    assertThat(dispute.path("decided_by").asText()).isEqualTo("mediator");
    assertThat(dispute.path("decision_reason").asText()).isEqualTo("both have agreed");
    assertThat(dispute.has("resolved_at")).isTrue();
    JsonNode statement = api.signatures(contract.id()).get(5).path("statement");
    assertThat(statement.path("type").asText()).isEqualTo("resolution");
    assertThat(statement.path("outcome").asText()).isEqualTo("cancelled");
    assertThat(statement.path("party_role").asText()).isEqualTo("mediator");
    assertThat(statement.path("assurance").asText()).isEqualTo("token");
    assertProofHolds(contract);

    assertThat(contract.resolve("cancelled", token).text()).isEqualTo(resolved.text());
    assertProblem(contract.resolve("completed", token), 409, contract.buyer());
    assertThat(api.signatures(contract.id())).hasSize(6);
  }

  /** The server of this test asks for no codes otherwise. */
  @Test
  void withoutATokenTheMediatorNeedsACode() {
    Fulfilment contract = disputed();

    Answer without = contract.resolve("completed");
    assertThat(without.status()).isEqualTo(202);
    assertThat(contract.status()).isEqualTo("disputed");
    String code = SentCodes.await(server, contract.mediator(), 1);
    assertThat(SentCodes.messages(server, contract.mediator()).get(0))
        .contains("is your code to decide its dispute");
    String wrong = ", \"code\": \"" + SentCodes.wrong(code) + "\"";
    assertProblem(
        contract.act("resolve", contract.mediator(), Fulfilment.decision("completed") + wrong),
        403,
        contract.buyer());

    Answer resolved = contract.act(
        "resolve",
        contract.mediator(),
        Fulfilment.decision("completed") + ", \"code\": \"" + code + "\"");
    assertThat(resolved.member("status")).isEqualTo("completed");
    assertThat(api.signatures(contract.id()).get(5).at("/statement/assurance").asText())
        .isEqualTo("otp");
    assertProofHolds(contract);
  }

  @Test
  void anAdministratorDecidesAndIsNamedInTheAuditTrail() {
    Fulfilment contract = disputed();

    Answer resolved = contract.resolveByOperator("completed", administrator);

    assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
    assertThat(resolved.member("status")).isEqualTo("completed");
    assertThat(resolved.json().at("/dispute/decided_by").asText()).isEqualTo("operator");
    assertThat(resolved.text()).doesNotContain(contract.seller(), contract.buyer());
    assertThat(api.signatures(contract.id())).hasSize(5);
    JsonNode entries = api.get(contract.path() + "/audit").json().path("entries");
    // Messages to the parties leave at any time, and have entries as well.
    List<JsonNode> decisions = StreamSupport.stream(entries.spliterator(), false)
        .map(each -> each.path("entry"))
        .filter(entry -> entry.path("action").asText().equals("contract.resolved"))
        .toList();
    assertThat(decisions).hasSize(1);
    assertThat(decisions.get(0).path("actor").asText()).startsWith("key:");
    assertThat(decisions.get(0).path("data").toString()).isEqualTo("{\"status\":\"completed\"}");
    assertProofHolds(contract);
  }

  @Test
  void nobodyElseDecides() {
    Fulfilment contract = disputed();
    String narrow = api.post(
            "/api/v1/api-keys",
            "{\"name\": \"all but admin\", \"scopes\": [\"contracts:read\", \"contracts:write\"]}",
            administrator)
        .member("key");
    String[] sellers = Fulfilment.token(api, server, contract.seller());

    assertProblem(contract.resolveByOperator("completed"), 422);
    assertProblem(contract.resolveByOperator("completed", "X-API-Key", narrow), 422);
    assertProblem(contract.resolve("completed", sellers), 403, contract.buyer());
    assertProblem(
        contract.act("resolve", contract.seller(), Fulfilment.decision("completed"), sellers),
        403,
        contract.buyer());
    assertThat(contract.resolve("completed", "X-API-Key", narrow).status()).isEqualTo(202);

    assertThat(contract.status()).isEqualTo("disputed");
  }

  @Test
  void thereMustBeADisputeAndTheStateThatIsNamed() {
    Fulfilment active = Fulfilment.active(api, PHONES);
    assertProblem(active.resolveByOperator("completed", administrator), 409);
    Answer unknown = api.post(
        "/api/v1/contracts/AG-2020-999998/resolve",
        "{" + Fulfilment.decision("completed").substring(2) + "}",
        administrator);
    assertProblem(unknown, 404);

    Fulfilment contract = disputed();
    String[] outdated = {administrator[0], administrator[1], "If-Match", "\"1.0\""};
    assertProblem(contract.resolveByOperator("completed", outdated), 412);
    assertProblem(
        api.post(
            contract.path() + "/resolve",
            "{\"version\": 2" + Fulfilment.decision("completed") + "}",
            administrator),
        409);
    assertProblem(contract.resolveByOperator("active", administrator), 422);
    assertThat(contract.status()).isEqualTo("disputed");
  }
}
