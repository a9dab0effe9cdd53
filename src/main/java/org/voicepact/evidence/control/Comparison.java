package org.voicepact.evidence.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.Arrays;
import java.util.Optional;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.ConsistencyProof;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.DoesNotHold.Kind;
import org.voicepact.evidence.entity.HeadDocument;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.SignedNote;

/** Compares what a proof says with what its reader has from elsewhere. */
final class Comparison {

  private final KeyHistory keys;
  private final LogChain keyEntries;
  private final LogChain entries;
  private final ContractCourse course;

  Comparison(KeyHistory keys, LogChain keyEntries, LogChain entries, ContractCourse course) {
    this.keys = keys;
    this.keyEntries = keyEntries;
    this.entries = entries;
    this.course = course;
  }

  /**
   * @param own the checkpoint of the proof
   * @return what was found, in words
   * @throws NotThisFormat where the other one is no checkpoint of our form
   * @throws DoesNotHold where both cannot be heads of one log, or it is not shown that they are
   */
  String withCheckpoint(Checkpoint own, String text, Optional<ConsistencyProof> consistency) {
    SignedNote note = SignedNote.parse(text);
    Checkpoint other = Checkpoint.of(note);
    unless(other.log().equals(own.log()), "it is of another log");
    unless(
        keys.known(KeyPurpose.CHECKPOINT).anyMatch(key -> HeadChecks.isSigned(note, key)),
        "it is not signed by a key that is known for checkpoints");
    if (other.size() == own.size()) {
      unless(
          Arrays.equals(other.root(), own.root()),
          Kind.EQUIVOCATION,
          "two checkpoints of " + own.size() + " entries have different roots");
      return "the same root";
    }
    Checkpoint smaller = other.size() < own.size() ? other : own;
    Checkpoint larger = smaller == own ? other : own;
    requireConsistency(smaller, larger, consistency);
    return "the log of " + smaller.size() + " entries is the beginning of that of " + larger.size();
  }

  private static void requireConsistency(
      Checkpoint smaller, Checkpoint larger, Optional<ConsistencyProof> given) {
    String missing = "no proof from " + smaller.size() + " to " + larger.size()
        + " was given; fetch it from /api/v1/audit/consistency?from=" + smaller.size() + "&to="
        + larger.size();
    ConsistencyProof proof = given.orElseThrow(() -> new DoesNotHold(missing));
    unless(proof.from() == smaller.size() && proof.to() == larger.size(), missing);
    unless(
        MerkleTree.isConsistent(
            smaller.size(), larger.size(), smaller.root(), larger.root(), proof.hashes()),
        Kind.EQUIVOCATION,
        "the log of " + smaller.size() + " entries is not the beginning of that of "
            + larger.size());
  }

  /**
   * @param own the head of the proof
   * @return what was found, in words
   * @throws NotThisFormat where the other one is no head
   * @throws DoesNotHold where it is further than the proof, or both cannot be heads of one contract
   */
  String withHead(HeadDocument own, SignedDocument signed) {
    HeadDocument other = HeadDocument.of(CanonicalJson.read(signed.text()));
    unless(other.log().equals(own.log()), "it is of another log");
    unless(other.contractId().equals(own.contractId()), "it is of another contract");
    unless(
        keys.known(KeyPurpose.CONTRACT_HEAD)
            .filter(key -> key.keyId().equals(other.keyId()))
            .anyMatch(key -> key.verifies(signed.bytes(), signed.signature())),
        "it is not signed by a key that is known for heads of contracts");
    requireSameChain("keys", other.keyEntries(), other.lastKeyEntry(), keyEntries);
    requireSameChain(own.contractId(), other.entries(), other.lastEntry(), entries);
    unless(
        other.entries() <= own.entries(),
        Kind.OUTDATED,
        "the contract has " + other.entries() + " entries, the proof " + own.entries());
    requireSameState(other, course.after(other.entries()));
    return other.entries() + " entries, of the same chain";
  }

  private static void requireSameChain(String name, long number, String lastHash, LogChain chain) {
    unless(
        number > chain.length() || chain.hash(number).equals(lastHash),
        Kind.EQUIVOCATION,
        "entry " + number + " of " + name + " is another one there");
  }

  private static void requireSameState(HeadDocument other, ContractCourse.State own) {
    String after = "after entry " + other.entries();
    unless(
        other.version() == own.version(),
        Kind.EQUIVOCATION,
        after + " there is version " + own.version() + ", there " + other.version());
    unless(
        other.status().equals(own.status()),
        Kind.EQUIVOCATION,
        after + " the contract is " + own.status() + ", there " + other.status());
  }
}
