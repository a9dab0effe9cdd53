package org.voicepact.evidence.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.HeadDocument;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.SignedDocument;
import org.voicepact.evidence.entity.SignedNote;

/** Whether the two heads of a proof, that of the log and that of the contract, are signed and say what it shows. */
public final class HeadChecks {

  private HeadChecks() {}

  /**
   * @return the key that signed the checkpoint
   * @throws DoesNotHold where it is not the present one for checkpoints
   */
  public static KeyHistory.Published signer(SignedNote checkpoint, KeyHistory keys) {
    KeyHistory.Published present = keys.present(KeyPurpose.CHECKPOINT)
        .orElseThrow(() -> new DoesNotHold("there is no key for checkpoints"));
    unless(
        isSigned(checkpoint, present.key()),
        "it is not signed by the key that was published last for checkpoints");
    return present;
  }

  /** Whether the first signature is named after this key and made by it. */
  public static boolean isSigned(SignedNote note, VerifyingKey key) {
    SignedNote.Signature signature = note.signatures().get(0);
    return key instanceof Ed25519VerifyingKey ed25519
        && Arrays.equals(
            SignedNote.keyHash(signature.name(), ed25519.publicKey()), signature.keyHash())
        && key.verifies(note.body().getBytes(StandardCharsets.UTF_8), signature.bytes());
  }

  /**
   * @return the head of the contract
   * @throws NotThisFormat where it is none in its canonical form
   * @throws DoesNotHold where its signature is not by the present key for heads
   */
  static HeadDocument head(SignedDocument signed, KeyHistory keys) {
    HeadDocument head = HeadDocument.of(CanonicalJson.read(signed.text()));
    VerifyingKey key = keys.present(KeyPurpose.CONTRACT_HEAD)
        .orElseThrow(() -> new DoesNotHold("there is no key for heads of contracts"))
        .key();
    unless(
        key.keyId().equals(head.keyId()),
        "its key is not the one that was published last for heads of contracts");
    unless(
        key.verifies(signed.bytes(), signed.signature()),
        "its signature is not by the key that it names");
    return head;
  }

  /**
   * @throws DoesNotHold where the head does not name what the chains end with
   */
  static void names(HeadDocument head, Checkpoint checkpoint) {
    unless(head.log().equals(checkpoint.log()), "it names another log than the checkpoint");
    unless(head.treeSize() == checkpoint.size(), "it names another size than the checkpoint");
  }

  /**
   * @throws DoesNotHold where the head does not name what the chains end with
   */
  static void names(HeadDocument head, LogChain entries, LogChain keyEntries) {
    unless(head.contractId().equals(entries.name()), "it names another contract");
    unless(
        head.entries() == entries.length(),
        "it names " + head.entries() + " entries, where the proof has " + entries.length());
    unless(
        head.lastEntry().equals(entries.lastHash()), "it names another last entry of the contract");
    unless(
        head.keyEntries() == keyEntries.length(),
        "it names " + head.keyEntries() + " entries of keys, where the proof has "
            + keyEntries.length());
    unless(
        head.lastKeyEntry().equals(keyEntries.lastHash()), "it names another last entry of keys");
  }

  /**
   * @param state after the last entry
   * @throws DoesNotHold where version and status are not those of the entries
   */
  static void names(HeadDocument head, ContractCourse.State state) {
    unless(
        head.version() == state.version(),
        "it names version " + head.version() + ", where the entries have " + state.version());
    unless(head.status().equals(state.status()), "its status is not that of the entries");
  }
}
