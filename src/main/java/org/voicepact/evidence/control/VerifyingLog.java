package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.GrowingTree;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.PublishedKey;
import org.voicepact.evidence.entity.SignedCheckpoint;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.platform.control.DatabaseFault;

/**
 * Sees whether the log still is what its last signed head covers: each entry is hashed anew, from what it says, and the tree
 * over all of them must have the root that was signed. The whole of the database is checked by the program of its own that
 * comes with the server, which need not believe this one.
 */
@Singleton
public class VerifyingLog {

  private static final int AT_ONCE = 500;

  private final ReadingLog log;
  private final PublishedKeys keys;

  @Inject
  public VerifyingLog(ReadingLog log, PublishedKeys keys) {
    this.log = log;
    this.keys = keys;
  }

  /**
   * @param entries how many were found to be as they were hashed, from the first on
   * @param covered how many the last signed head covers
   * @param fault what is wrong first; empty where nothing is
   */
  public record Verified(long entries, long covered, Optional<String> fault) {}

  public Verified verify() {
    SignedCheckpoint head = log.head();
    GrowingTree tree = new GrowingTree();
    try {
      KeyHistory history = new KeyHistory(TrustedKeys.ofIds(keys.all().stream()
          .filter(key -> key.purpose() == KeyPurpose.CHECKPOINT)
          .map(PublishedKey::keyId)
          .collect(Collectors.toSet())));
      while (tree.size() < head.size()) {
        addSome(tree, history, head.size());
      }
      requireSigned(head, tree, history);
      return new Verified(tree.size(), head.size(), Optional.empty());
    } catch (DoesNotHold | NotThisFormat wrong) {
      return new Verified(tree.size(), head.size(), Optional.of(wrong.getMessage()));
    }
  }

  private void addSome(GrowingTree tree, KeyHistory history, long end) {
    int most = (int) Math.min(AT_ONCE, end - tree.size());
    long next = tree.size() + 1;
    List<LogEntry> some = readable(next, () -> log.from(next, most));
    if (some.isEmpty()) {
      throw new DoesNotHold("entry " + next + " is missing");
    }
    for (LogEntry entry : some) {
      readable(tree.size() + 1, () -> {
        add(entry, tree, history);
        return entry;
      });
    }
  }

  /** Whoever changes a row by hand may leave something that is no entry at all. */
  private static <T> T readable(long entry, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DoesNotHold | NotThisFormat wrong) {
      throw wrong;
    } catch (RuntimeException unreadable) {
      if (DatabaseFault.of(unreadable).isPresent()) {
        throw unreadable;
      }
      throw new DoesNotHold("entry " + entry + ", or one that follows it, cannot be read");
    }
  }

  private static void add(LogEntry entry, GrowingTree tree, KeyHistory history) {
    long next = tree.size() + 1;
    if (entry.sequence() != next) {
      throw new DoesNotHold("entry " + next + " is missing");
    }
    byte[] content = CanonicalJson.bytes(entry.document());
    if (!Arrays.equals(MerkleTree.leafHash(content), entry.hash())) {
      throw new DoesNotHold("entry " + next + " was changed");
    }
    tree.add(entry.hash());
    String text = new String(content, java.nio.charset.StandardCharsets.UTF_8);
    EntryDocument document = EntryDocument.of(text, CanonicalJson.read(text));
    if (document.link().filter(link -> link.chain().equals(KeyHistory.CHAIN)).isPresent()) {
      history.add(document);
    }
  }

  private static void requireSigned(SignedCheckpoint head, GrowingTree tree, KeyHistory history) {
    SignedNote note = SignedNote.parse(head.note());
    Checkpoint checkpoint = Checkpoint.of(note);
    HeadChecks.signer(note, history);
    if (checkpoint.size() != tree.size() || !Arrays.equals(checkpoint.root(), tree.root())) {
      throw new DoesNotHold("the signed head covers other entries than these");
    }
  }
}
