package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;

class CheckingProofTest {

  private final SampleLog log = new SampleLog();

  @Test
  void proofOfAWholeStoryHolds() {
    ObjectNode proof = SampleProofs.confirmed(log).disclosed();

    Report report = Checks.check(proof, log.fingerprint());

    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(report.conclusion())
        .isEqualTo("Complete up to entry 7, as of 2026-11-24T09:30:28.000Z");
    assertThat(report.checks()).hasSize(1 + 9 + 1 + 7 + 1 + 2 + 3 + 1);
    assertThat(report.checks().get(0))
        .isEqualTo("form: 9 entries of keys, 7 of the contract, 2 versions, 3 statements");
    assertThat(report.checks().get(10))
        .startsWith("checkpoint: " + log.name + ", 28 entries")
        .endsWith("signed by " + log.fingerprint());
    assertThat(report.checks().get(11))
        .isEqualTo("entry 1: contract.created, place 5 of the log, 2026-11-24T09:30:04.000Z");
    assertThat(report.checks().get(18)).startsWith("head: AG-2026-000001, 7 entries, version 2");
    assertThat(report.checks().get(19)).startsWith("version 1: sha256 ");
    assertThat(report.checks().get(21))
        .startsWith("statement 1: confirmation of version 1 by the seller, sms, gateway");
    assertThat(report.checks())
        .last()
        .isEqualTo("disclosure: the parties and the transcript are those of the commitments");
  }

  @Test
  void proofWithoutDisclosureHoldsAndSaysSo() {
    Report report = Checks.check(SampleProofs.declined(log).proof(), log.fingerprint());

    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(report.checks()).last().isEqualTo("disclosure: not given");
  }

  @Test
  void partiesMayBeDisclosedWithoutTheTranscript() {
    ObjectNode proof = SampleProofs.declined(log).disclosed();
    ((ObjectNode) proof.get("disclosure")).remove("transcript");

    Report report = Checks.check(proof, log.fingerprint());

    assertThat(report.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(report.checks())
        .last()
        .isEqualTo("disclosure: the parties are those of the commitments");
  }

  @Test
  void signerThatIsNotTrustedIsNamedByItsFingerprint() {
    ObjectNode proof = SampleProofs.declined(log).proof();

    for (Report report :
        new Report[] {Checks.check(proof), Checks.check(proof, new SampleLog().fingerprint())}) {
      assertThat(report.verdict()).isEqualTo(Verdict.SIGNER_UNKNOWN);
      assertThat(report.conclusion())
          .startsWith("CONSISTENT, SIGNER UNKNOWN")
          .endsWith(log.fingerprint());
    }
  }

  @Test
  void keyOfAnotherPurposeDoesNotMakeTheSignerKnown() {
    ObjectNode proof = SampleProofs.declined(log).proof();

    assertThat(Checks.check(
                proof,
                log.key(SampleLog.STATEMENT).id(),
                log.key(SampleLog.HEAD).id())
            .verdict())
        .isEqualTo(Verdict.SIGNER_UNKNOWN);
  }

  @Test
  void signerIsKnownByALineOfSuccessions() {
    String first = log.fingerprint();
    SampleContract contract = SampleProofs.declined(log);
    log.change(SampleKey.ed25519(SampleLog.CHECKPOINT));
    String second = log.fingerprint();
    log.change(SampleKey.ed25519(SampleLog.CHECKPOINT));

    ObjectNode proof = contract.proof();

    assertThat(Checks.check(proof, first).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(Checks.check(proof, second).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void keyWithoutSuccessionBreaksTheLine() {
    String first = log.fingerprint();
    SampleContract contract = SampleProofs.declined(log);
    log.publish(SampleKey.ed25519(SampleLog.CHECKPOINT), false);
    String second = log.fingerprint();
    log.change(SampleKey.ed25519(SampleLog.CHECKPOINT));

    ObjectNode proof = contract.proof();

    assertThat(Checks.check(proof, first).verdict()).isEqualTo(Verdict.SIGNER_UNKNOWN);
    assertThat(Checks.check(proof, second).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void keyThatWasTakenBackSignsAgain() {
    SampleKey first = log.key(SampleLog.CHECKPOINT);
    SampleContract contract = SampleProofs.declined(log);
    log.change(SampleKey.ed25519(SampleLog.CHECKPOINT));
    log.change(first);

    assertThat(Checks.check(contract.proof(), first.id()).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void keyThatWasRetiredSignsNoCheckpoint() {
    SampleContract contract = SampleProofs.declined(log);
    log.retire(log.key(SampleLog.CHECKPOINT));

    assertFails(contract.proof(), "checkpoint: there is no key for checkpoints");
  }

  @Test
  void checkpointByTheKeyBeforeTheLastIsRefused() {
    SampleKey first = log.key(SampleLog.CHECKPOINT);
    SampleContract contract = SampleProofs.declined(log);
    log.change(SampleKey.ed25519(SampleLog.CHECKPOINT));

    ObjectNode proof = contract.proof().put("checkpoint", log.checkpoint(first));

    assertThat(Checks.check(proof, first.id()).conclusion())
        .isEqualTo(
            "FAILED: checkpoint: it is not signed by the key that was published last for checkpoints");
  }

  @Test
  void statementOfAKeyCountsUntilItsRetirementIsRecorded() {
    SampleContract contract = new SampleContract(log, "AG-2026-000001");
    SampleKey first = log.key(SampleLog.STATEMENT);
    contract.create();
    log.publish(SampleKey.ed25519(SampleLog.STATEMENT), true);
    contract.answer(0, "confirmation", first, document -> {}, document -> {});
    assertThat(Checks.check(contract.proof(), log.fingerprint()).verdict())
        .isEqualTo(Verdict.HOLDS);

    log.retire(first);
    assertThat(Checks.check(contract.proof(), log.fingerprint()).verdict())
        .isEqualTo(Verdict.HOLDS);

    contract.answer(1, "confirmation", first, document -> {}, document -> {});
    assertFails(
        contract.proof(),
        "statement 2: its key was not published for statements, or was retired, where its entry stands");
  }

  @Test
  void statementBeforeItsKeyWasPublishedIsRefused() {
    SampleContract contract = new SampleContract(log, "AG-2026-000001");
    SampleKey next = SampleKey.ed25519(SampleLog.STATEMENT);
    contract.create();
    contract.answer(0, "confirmation", next, document -> {}, document -> {});
    log.publish(next, true);

    assertFails(
        contract.proof(),
        "statement 1: its key was not published for statements, or was retired, where its entry stands");
  }

  @Test
  void proofWhoseEndIsCutOffIsRefusedForItsHead() {
    ObjectNode proof = SampleProofs.declined(log).proof();
    ((ArrayNode) proof.get("entries")).remove(2);

    assertFails(proof, "head: it names 3 entries, where the proof has 2");
  }

  @Test
  void keysWhoseEndIsCutOffAreRefusedForTheHead() {
    SampleContract contract = SampleProofs.declined(log);
    log.retire(log.key(SampleLog.STATEMENT));
    ObjectNode proof = contract.proof();
    ((ArrayNode) proof.get("keys")).remove(3);

    assertFails(proof, "head: it names 4 entries of keys, where the proof has 3");
  }

  @Test
  void statementInThePlaceOfAHeadIsRefused() {
    ObjectNode proof = SampleProofs.declined(log).proof();
    ObjectNode statement = (ObjectNode) proof.get("statements").get(0);
    proof.set(
        "head",
        SampleLog.object()
            .put("head", statement.get("statement").textValue())
            .set("signature", statement.get("signature")));

    assertFails(proof, "head: /type: must be voicepact/contract-head/1");
  }

  @Test
  void headInThePlaceOfAStatementIsRefused() {
    ObjectNode proof = SampleProofs.declined(log).proof();
    ObjectNode head = (ObjectNode) proof.get("head");
    ((ArrayNode) proof.get("statements"))
        .set(
            0,
            SampleLog.object()
                .put("statement", head.get("head").textValue())
                .set("signature", head.get("signature")));

    assertFails(proof, "statement 1: it is not the statement that its entry names");
  }

  @Test
  void headInThePlaceOfACheckpointIsRefused() {
    ObjectNode proof = SampleProofs.declined(log).proof();
    proof.put(
        "checkpoint",
        log.note(proof.get("head").get("head").textValue() + "\n", log.key(SampleLog.HEAD)));

    assertFails(proof, "checkpoint: a checkpoint has the five lines of voicepact/checkpoint/1");
  }

  @Test
  void checkpointByTheKeyForHeadsIsRefused() {
    ObjectNode proof = SampleProofs.declined(log)
        .proof()
        .put("checkpoint", log.checkpoint(log.key(SampleLog.HEAD)));

    assertThat(
            Checks.check(proof, log.fingerprint(), log.key(SampleLog.HEAD).id()).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  private void assertFails(ObjectNode proof, String conclusion) {
    Report report = Checks.check(proof, log.fingerprint());
    assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(report.conclusion()).isEqualTo("FAILED: " + conclusion);
  }
}
