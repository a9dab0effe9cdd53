package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.StrictJson;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.Deal;
import org.voicepact.testing.OnSharedServer;
import org.voicepact.testing.PhoneRange;

/** The proof file of a contract, and its check with and without the server. */
@OnSharedServer
class ProofIT {

  private static final PhoneRange PHONES = new PhoneRange(9750);

  private final String seller = PHONES.next();
  private final String buyer = PHONES.next();

  private Api api;

  @BeforeEach
  void use(Api sharedApi) {
    this.api = sharedApi;
  }

  @Test
  void aProofOfEverythingThatCanHappenHoldsWithTheKeysThatWerePublished() {
    String id = api.post("/api/v1/contracts/create", Deal.spoken(seller, buyer).json())
        .member("contract_id");
    api.act(id, "confirm", seller);
    api.amend(id, buyer, "\"total_amount\": 400000");
    api.act(id, "confirm", PHONES.next());
    api.sms(seller, "YES-" + id + "-2");
    api.act(id, "confirm", buyer);

    Report report = check(proof(id, ""));

    assertThat(report.verdict()).as(report.conclusion()).isEqualTo(Verdict.HOLDS);
    assertThat(report.checks()).contains("disclosure: not given");
    assertThat(report.conclusion()).startsWith("Complete up to entry ");
  }

  @Test
  void aProofCoversWhatWasAnsweredJustBefore() {
    String id = api.newContract(seller, buyer);
    for (String party : new String[] {seller, buyer}) {
      api.act(id, "confirm", party);
      JsonNode proof = proof(id, "").json();
      assertThat(proof.path("statements")).hasSize(party.equals(seller) ? 1 : 2);
      assertThat(check(proof(id, "")).verdict()).isEqualTo(Verdict.HOLDS);
    }
    assertThat(proof(id, "").json().path("head").path("head").asText())
        .contains("\"status\":\"active\"");
  }

  @Test
  void namesAndNumbersAreForWhoNamesAPartysNumber() {
    String id = api.post("/api/v1/contracts/create", Deal.spoken(seller, buyer).json())
        .member("contract_id");

    assertThat(proof(id, "").text()).doesNotContain(seller, buyer, "100 bags");
    Answer disclosed = proof(id, "?phone_number=" + Api.encoded(seller));
    assertThat(disclosed.text()).contains(seller, buyer, "100 bags");
    Report report = check(disclosed);
    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(report.checks()).anyMatch(line -> line.startsWith("disclosure: the parties"));
    assertProblem(
        api.get("/api/v1/contracts/" + id + "/proof?phone_number=" + Api.encoded(PHONES.next())),
        404,
        seller,
        buyer);
    assertThat(
            api.post("/api/v1/contracts/" + id + "/proof", "{\"phone_number\": \"" + buyer + "\"}")
                .text())
        .contains(seller, buyer);
  }

  @Test
  void theServerChecksProofsByItsOwnKeys() {
    String id = api.newContract(seller, buyer);
    api.act(id, "confirm", seller);
    String proof = proof(id, "").text();

    JsonNode good = api.post("/api/v1/verify", proof).json();
    assertThat(good.path("verdict").asText()).isEqualTo("holds");
    assertThat(good.path("conclusion").asText()).startsWith("Complete up to entry ");

    JsonNode changed =
        api.post("/api/v1/verify", proof.replace("350000", "450000")).json();
    assertThat(changed.path("verdict").asText()).isEqualTo("failed");
    assertThat(changed.path("conclusion").asText()).contains("version 1");
  }

  @Test
  void whatIsNoProofIs400AndWhatIsTooLargeIs413() {
    assertProblem(api.post("/api/v1/verify", "{}"), 400);
    assertProblem(api.post("/api/v1/verify", "[1, 2]"), 400);
    assertProblem(api.post("/api/v1/verify", "{\"type\": \"voicepact/proof/2\"}"), 400);
    assertProblem(api.post("/api/v1/verify", " ".repeat(StrictJson.LONGEST_FILE + 1)), 413);
  }

  @Test
  void aHeadThatIsNewerThanAProofShowsThatItIsOutdated() {
    String id = api.newContract(seller, buyer);
    Answer old = proof(id, "");
    api.act(id, "confirm", seller);
    byte[] head = api.get("/api/v1/contracts/" + id + "/head").bytes();

    Report report = CheckingProof.check(
        Proof.parse(old.bytes()),
        published(),
        new OtherEvidence(
            Optional.empty(), Optional.empty(), Optional.of(SignedDocument.headFile(head))));

    assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(report.conclusion()).contains("OUTDATED");
  }

  private Answer proof(String id, String query) {
    Answer answer = api.get("/api/v1/contracts/" + id + "/proof" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("content-disposition"))
        .isEqualTo("attachment; filename=\"proof-" + id + ".json\"");
    return answer;
  }

  private Report check(Answer proof) {
    return CheckingProof.check(Proof.parse(proof.bytes()), published(), OtherEvidence.NONE);
  }

  private TrustedKeys published() {
    return TrustedKeys.ofJwkSet(api.get("/api/v1/keys").text().getBytes(StandardCharsets.UTF_8));
  }
}
