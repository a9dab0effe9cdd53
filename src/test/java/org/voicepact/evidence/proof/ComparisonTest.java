package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.control.VerifyingKey;
import org.voicepact.evidence.entity.ConsistencyProof;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.evidence.entity.SignedDocument;

/** What a reader finds who has another checkpoint or another head. */
class ComparisonTest {

  private final SampleLog log = new SampleLog();
  private final SampleContract contract = new SampleContract(log, "AG-2026-000001");
  private int earlierSize;
  private String earlierCheckpoint;
  private ObjectNode earlierHead;

  @BeforeEach
  void tell() {
    contract.create();
    contract.confirm(0);
    log.addOthers(5);
    earlierSize = log.size();
    earlierCheckpoint = log.checkpoint();
    earlierHead = contract.head();
    contract.confirm(1);
    contract.become("confirmed");
  }

  @Test
  void sameCheckpointIsFound() {
    assertFound(checkpoint(log.checkpoint()), "other checkpoint: the same root");
  }

  @Test
  void earlierCheckpointIsTheBeginning() {
    assertFound(
        checkpoint(earlierCheckpoint, log.consistency(earlierSize)),
        "other checkpoint: the log of " + earlierSize + " entries is the beginning of that of "
            + log.size());
  }

  @Test
  void laterCheckpointIsTheContinuation() {
    ObjectNode proof = contract.proof();
    int size = log.size();
    log.addOthers(7);

    Report report =
        Checks.check(proof, checkpoint(log.checkpoint(), log.consistency(size)), log.fingerprint());

    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void otherRootForTheSameSizeIsEquivocation() {
    ObjectNode proof = contract.proof();
    String root = log.checkpoint().split("\n")[2];
    String other = log.note(
        log.checkpoint().split("\n\n")[0].replace(root, "A".repeat(43) + "=") + "\n",
        log.key(SampleLog.CHECKPOINT));

    assertThat(Checks.check(proof, checkpoint(other), log.fingerprint()).conclusion())
        .isEqualTo("EQUIVOCATION: other checkpoint: two checkpoints of " + log.size()
            + " entries have different roots");
  }

  @Test
  void consistencyProofThatDoesNotHoldIsEquivocation() {
    ObjectNode consistency = log.consistency(earlierSize);
    ArrayNode hashes = (ArrayNode) consistency.get("proof");
    hashes.set(0, hashes.get(1));

    assertThat(conclusion(checkpoint(earlierCheckpoint, consistency)))
        .isEqualTo("EQUIVOCATION: other checkpoint: the log of " + earlierSize
            + " entries is not the beginning of that of " + log.size());
  }

  @Test
  void missingConsistencyProofIsAskedFor() {
    String reason = "FAILED: other checkpoint: no proof from " + earlierSize + " to " + log.size()
        + " was given; fetch it from /api/v1/audit/consistency?from=" + earlierSize + "&to="
        + log.size();

    assertThat(conclusion(checkpoint(earlierCheckpoint))).isEqualTo(reason);
    assertThat(conclusion(checkpoint(earlierCheckpoint, log.consistency(earlierSize + 1))))
        .isEqualTo(reason);
  }

  @Test
  void checkpointOfAnotherLogProvesNothing() {
    String other = log.note(
        log.checkpoint().split("\n\n")[0].replace("0f3c", "0000") + "\n",
        log.key(SampleLog.CHECKPOINT));

    // The signature line still has the name of this log.
    assertThat(conclusion(checkpoint(other)))
        .isEqualTo(
            "FAILED: other checkpoint: a checkpoint has one signature, in the name of its log");
    assertThat(conclusion(checkpoint(other.replace("0f3c", "0000"))))
        .isEqualTo("FAILED: other checkpoint: it is of another log");
  }

  @Test
  void checkpointByAnUnknownKeyProvesNothing() {
    String forged = log.checkpoint(SampleKey.ed25519(SampleLog.CHECKPOINT));
    String misused = log.checkpoint(log.key(SampleLog.HEAD));

    for (String other : List.of(forged, misused)) {
      assertThat(conclusion(checkpoint(other)))
          .isEqualTo(
              "FAILED: other checkpoint: it is not signed by a key that is known for checkpoints");
    }
  }

  @Test
  void whatIsNoCheckpointIsRefused() {
    assertThat(conclusion(checkpoint("nothing")))
        .startsWith("FAILED: other checkpoint: a note has");
  }

  @Test
  void newerKeyOfTheReaderIsKnownForCheckpoints() {
    ObjectNode proof = contract.proof();
    int size = log.size();
    SampleKey next = SampleKey.ed25519(SampleLog.CHECKPOINT);
    log.change(next);
    OtherEvidence other = checkpoint(log.checkpoint(), log.consistency(size));

    assertThat(Checks.check(proof, other, next.id()).verdict()).isEqualTo(Verdict.FAILED);
    TrustedKeys keys = new TrustedKeys(Set.of(next.id()), List.of(VerifyingKey.ofJwk(next.jwk())));
    assertThat(
            CheckingProof.check(Proof.parse(Checks.bytes(proof)), keys, other).checks())
        .last()
        .isEqualTo("other checkpoint: the log of " + size + " entries is the beginning of that of "
            + log.size());
  }

  @Test
  void sameHeadAndAnEarlierOneAreOfTheSameChain() {
    assertFound(head(contract.head()), "other head: 4 entries, of the same chain");
    assertFound(head(earlierHead), "other head: 2 entries, of the same chain");
  }

  @Test
  void headWithMoreEntriesSaysThatTheProofIsOutdated() {
    ObjectNode proof = contract.proof();
    contract.tell(0);

    Report report = Checks.check(proof, head(contract.head()), log.fingerprint());

    assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(report.conclusion())
        .isEqualTo("OUTDATED: other head: the contract has 5 entries, the proof 4");
  }

  @Test
  void headThatEndsOtherwiseIsEquivocation() {
    assertThat(conclusion(head(contract.head(h -> h.put("last_entry", "0".repeat(64))))))
        .isEqualTo("EQUIVOCATION: other head: entry 4 of AG-2026-000001 is another one there");
    assertThat(conclusion(head(
            contract.head(h -> h.put("entries", "2").put("last_entry", "0".repeat(64))))))
        .isEqualTo("EQUIVOCATION: other head: entry 2 of AG-2026-000001 is another one there");
    assertThat(conclusion(head(contract.head(h -> h.put("last_key_entry", "0".repeat(64))))))
        .isEqualTo("EQUIVOCATION: other head: entry 3 of keys is another one there");
  }

  @Test
  void headThatCallsTheSameEntriesOtherwiseIsEquivocation() {
    assertThat(conclusion(head(contract.head(h -> h.put("status", "cancelled")))))
        .isEqualTo(
            "EQUIVOCATION: other head: after entry 4 the contract is confirmed, there cancelled");
    assertThat(conclusion(head(contract.head(h -> h.put("version", "2")))))
        .isEqualTo("EQUIVOCATION: other head: after entry 4 there is version 1, there 2");
  }

  @Test
  void headOfSomethingElseProvesNothing() {
    assertThat(conclusion(head(contract.head(h -> h.put("contract_id", "AG-2026-000002")))))
        .isEqualTo("FAILED: other head: it is of another contract");
    assertThat(conclusion(head(contract.head(h -> h.put("log", "voicepact-log/0")))))
        .isEqualTo("FAILED: other head: it is of another log");
  }

  @Test
  void headByAnUnknownKeyProvesNothing() {
    SampleKey unknown = SampleKey.ed25519(SampleLog.HEAD);

    for (ObjectNode other : List.of(
        contract.head(h -> h.put("key_id", unknown.id())),
        contract.head().put("signature", "AAAA"),
        contract.head(h -> h.put("key_id", log.key(SampleLog.CHECKPOINT).id())))) {
      assertThat(conclusion(head(other)))
          .isEqualTo(
              "FAILED: other head: it is not signed by a key that is known for heads of contracts");
    }
  }

  private void assertFound(OtherEvidence other, String line) {
    Report report = Checks.check(contract.proof(), other, log.fingerprint());
    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(report.checks()).last().isEqualTo(line);
  }

  private String conclusion(OtherEvidence other) {
    Report report = Checks.check(contract.proof(), other, log.fingerprint());
    assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    return report.conclusion();
  }

  private static OtherEvidence checkpoint(String checkpoint) {
    return new OtherEvidence(Optional.of(checkpoint), Optional.empty(), Optional.empty());
  }

  private static OtherEvidence checkpoint(String checkpoint, ObjectNode consistency) {
    return new OtherEvidence(
        Optional.of(checkpoint),
        Optional.of(ConsistencyProof.parse(Checks.bytes(consistency))),
        Optional.empty());
  }

  private static OtherEvidence head(ObjectNode head) {
    return new OtherEvidence(
        Optional.empty(),
        Optional.empty(),
        Optional.of(SignedDocument.headFile(Checks.bytes(head))));
  }
}
