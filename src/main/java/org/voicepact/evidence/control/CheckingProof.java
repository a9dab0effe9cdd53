package org.voicepact.evidence.control;

import static org.voicepact.evidence.entity.DoesNotHold.of;
import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.ArrayList;
import java.util.List;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.ContractDocument;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.HeadDocument;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.platform.entity.Json;

/**
 * Checks a proof by the eight points of {@code docs/proof.md}, from what the proof itself has and whom its reader
 * trusts; nobody else is asked. It stops at the first thing that is wrong.
 */
public final class CheckingProof {

  private final Proof proof;
  private final List<String> checks;
  private final SignedNote note;
  private final Checkpoint checkpoint;
  private final LogChain keyEntries;
  private final LogChain entries;
  private final KeyHistory keys;
  private final ContractCourse course = new ContractCourse();
  private final List<ContractDocument> versions = new ArrayList<>();

  private CheckingProof(Proof proof, TrustedKeys trusted, List<String> checks) {
    this.proof = proof;
    this.checks = checks;
    this.note = of("checkpoint", () -> SignedNote.parse(proof.checkpoint()));
    this.checkpoint = of("checkpoint", () -> Checkpoint.of(note));
    this.keyEntries = new LogChain(checkpoint);
    this.entries = new LogChain(checkpoint);
    this.keys = new KeyHistory(trusted);
  }

  public static Report check(Proof proof, TrustedKeys trusted, OtherEvidence other) {
    List<String> checks = new ArrayList<>();
    try {
      checks.add("form: " + proof.keys().size() + " entries of keys, "
          + proof.entries().size()
          + " of the contract, " + proof.versions().size() + " versions, "
          + proof.statements().size() + " statements");
      CheckingProof checking = new CheckingProof(proof, trusted, checks);
      checking.checkKeys();
      KeyHistory.Published signer = checking.checkCheckpoint();
      checking.checkEntries();
      HeadDocument head = checking.checkHead();
      checking.checkVersions();
      checking.checkStatements();
      checking.checkDisclosure();
      checking.compare(other, head);
      return Report.complete(
          checks, signer.key().keyId(), signer.isTrusted(), head.entries(), head.time());
    } catch (DoesNotHold e) {
      return new Report(Verdict.FAILED, checks, e.line());
    }
  }

  private void checkKeys() {
    for (Proof.Entry proven : proof.keys()) {
      String part = "key entry " + (keyEntries.length() + 1);
      EntryDocument entry = of(part, () -> keyEntries.add(proven));
      String found = of(part, () -> keys.add(entry));
      checks.add(part + ": " + found + ", " + place(entry));
    }
    of(
        "keys",
        () -> unless(
            keyEntries.name().equals(KeyHistory.CHAIN), "they are not of the chain of keys"));
  }

  private KeyHistory.Published checkCheckpoint() {
    KeyHistory.Published signer = of("checkpoint", () -> HeadChecks.signer(note, keys));
    checks.add("checkpoint: " + checkpoint.log() + ", " + checkpoint.size() + " entries, "
        + Json.time(checkpoint.time()) + ", signed by " + signer.key().keyId());
    return signer;
  }

  private void checkEntries() {
    for (Proof.Entry proven : proof.entries()) {
      String part = "entry " + (entries.length() + 1);
      EntryDocument entry = of(part, () -> entries.add(proven));
      of(part, () -> course.add(entry));
      checks.add(part + ": " + entry.action() + ", " + place(entry));
    }
    of(
        "entries",
        () -> unless(!entries.name().equals(KeyHistory.CHAIN), "they are of the chain of keys"));
  }

  private HeadDocument checkHead() {
    HeadDocument head = of("head", () -> HeadChecks.head(proof.head(), keys));
    of("head", () -> HeadChecks.names(head, checkpoint));
    of("head", () -> HeadChecks.names(head, entries, keyEntries));
    of("head", () -> HeadChecks.names(head, course.after(entries.length())));
    checks.add("head: " + head.contractId() + ", " + head.entries() + " entries, version "
        + head.version() + ", " + head.status() + ", " + Json.time(head.time()) + ", signed by "
        + head.keyId());
    return head;
  }

  private void checkVersions() {
    requireAll("versions", course.versions().size(), proof.versions().size());
    for (ContractCourse.Version recorded : course.versions()) {
      String part = "version " + recorded.number();
      Proof.Version proven = proof.versions().get(versions.size());
      versions.add(of(part, () -> ContractChecks.version(proven, recorded, entries.name())));
      checks.add(part + ": " + recorded.algorithm().wire() + " " + recorded.hash());
    }
  }

  private void checkStatements() {
    requireAll("statements", course.answers().size(), proof.statements().size());
    for (int i = 0; i < course.answers().size(); i++) {
      String part = "statement " + (i + 1);
      ContractCourse.Answer answer = course.answers().get(i);
      ContractDocument version = versions.get((int) answer.version().number() - 1);
      int place = i;
      String found = of(
          part,
          () -> ContractChecks.statement(proof.statements().get(place), answer, version, keys));
      checks.add(part + ": " + found);
    }
  }

  private void checkDisclosure() {
    proof
        .disclosure()
        .ifPresent(
            disclosure -> of("disclosure", () -> ContractChecks.disclosure(disclosure, versions)));
    checks.add(proof
        .disclosure()
        .map(disclosure -> "disclosure: the parties"
            + (disclosure.transcript().isPresent() ? " and the transcript" : "")
            + " are those of the commitments")
        .orElse("disclosure: not given"));
  }

  private void compare(OtherEvidence other, HeadDocument head) {
    Comparison comparison = new Comparison(keys, keyEntries, entries, course);
    other
        .checkpoint()
        .ifPresent(text -> checks.add("other checkpoint: "
            + of(
                "other checkpoint",
                () -> comparison.withCheckpoint(checkpoint, text, other.consistency()))));
    other
        .head()
        .ifPresent(signed ->
            checks.add("other head: " + of("other head", () -> comparison.withHead(head, signed))));
  }

  private static void requireAll(String what, int recorded, int proven) {
    of(
        what,
        () -> unless(
            recorded == proven, "the entries name " + recorded + ", the proof has " + proven));
  }

  private static String place(EntryDocument entry) {
    return "place " + entry.sequence() + " of the log, " + Json.time(entry.time());
  }
}
