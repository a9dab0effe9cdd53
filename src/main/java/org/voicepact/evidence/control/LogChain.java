package org.voicepact.evidence.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.ArrayList;
import java.util.List;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Proof;

/** A chain of audit entries under a checkpoint, checked entry by entry from its first one on. */
final class LogChain {

  private static final String BEFORE_THE_FIRST = "0".repeat(64);

  private final Checkpoint checkpoint;
  private final List<EntryDocument> entries = new ArrayList<>();

  LogChain(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * @throws NotThisFormat where this is no audit entry in its canonical form
   * @throws DoesNotHold where it is not the next entry of the chain, or not in the log
   */
  EntryDocument add(Proof.Entry proven) {
    EntryDocument entry = EntryDocument.of(proven.text(), CanonicalJson.read(proven.text()));
    EntryDocument.Link link =
        entry.link().orElseThrow(() -> new DoesNotHold("it belongs to no chain"));
    unless(entries.isEmpty() || link.chain().equals(name()), "it is of another chain");
    unless(link.number() == length() + 1, "its number must be " + (length() + 1));
    unless(link.previous().equals(lastHash()), "previous is not the hash of the entry before it");
    unless(
        entries.isEmpty() || entry.sequence() > last().sequence(),
        "its sequence is not after that of the entry before it");
    unless(
        MerkleTree.includes(
            entry.leafHash(),
            entry.sequence() - 1,
            checkpoint.size(),
            proven.path(),
            checkpoint.root()),
        "its path does not lead to the root of the checkpoint");
    entries.add(entry);
    return entry;
  }

  /** What all entries say of the chain that they belong to; there must be one. */
  String name() {
    return entries.get(0).link().orElseThrow().chain();
  }

  int length() {
    return entries.size();
  }

  /** The hash of the entry with this number, from 1 on, in hex. */
  String hash(long number) {
    return entries.get(Math.toIntExact(number - 1)).hash();
  }

  /** In hex. */
  String lastHash() {
    return entries.isEmpty() ? BEFORE_THE_FIRST : last().hash();
  }

  private EntryDocument last() {
    return entries.get(length() - 1);
  }
}
