package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.of;
import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.Arrays;
import java.util.Optional;
import org.voicepact.evidence.control.HeadChecks;
import org.voicepact.evidence.control.KeyHistory;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.GrowingTree;
import org.voicepact.evidence.entity.SignedNote;

/** The signed heads in {@code audit_checkpoint}, each compared with the log when it has come to the head's size. */
final class StoredHeads {

  private static final int AT_ONCE = 1000;
  private static final String AFTER =
      "SELECT size, note FROM audit_checkpoint WHERE size > ? ORDER BY size FETCH FIRST "
          + AT_ONCE
          + " ROWS ONLY";

  private final Pages<Long, Row> rows;
  private long count;
  private Optional<Head> last = Optional.empty();
  private long trustedSize;

  private record Row(long size, String note) {}

  /**
   * A head that is right.
   *
   * @param signer the key of the log that signed it
   */
  record Head(Checkpoint checkpoint, KeyHistory.Published signer) {}

  StoredHeads(OpenDatabase database) {
    this.rows = new Pages<>(
        Long.MIN_VALUE,
        Row::size,
        after -> database.list(
            AFTER, row -> new Row(row.getLong("size"), row.getString("note")), after));
  }

  /**
   * Compares the head of the log as it is now, if there is one.
   *
   * @param keys of the entries up to now
   * @throws DoesNotHold where it is not signed as it must be, or signs something else
   */
  void compare(GrowingTree tree, KeyHistory keys) {
    while (rows.hasNext() && rows.peek().size <= tree.size()) {
      Row row = rows.next();
      Head head = of(name(row.size), () -> head(row, keys));
      unless(
          Arrays.equals(head.checkpoint.root(), tree.root()),
          entriesSince(size(), row.size) + ": the head of " + row.size
              + " entries signs others than these, so that one of them was changed, removed or added");
      count++;
      last = Optional.of(head);
      trustedSize = head.signer.isTrusted() ? row.size : trustedSize;
    }
  }

  private Head head(Row row, KeyHistory keys) {
    SignedNote note = SignedNote.parse(row.note);
    Checkpoint checkpoint = Checkpoint.of(note);
    unless(checkpoint.size() == row.size, "it says that it covers " + checkpoint.size());
    unless(row.size > 0, "it covers nothing");
    last.ifPresent(before -> unless(
        checkpoint.log().equals(before.checkpoint.log()),
        "it is of another log than the heads before it"));
    return new Head(checkpoint, HeadChecks.signer(note, keys));
  }

  /**
   * Sees that no head is beyond the end of the log.
   *
   * @throws DoesNotHold where one is
   */
  void requireEnd(long size, KeyHistory keys) {
    if (rows.hasNext()) {
      Row row = rows.next();
      of(name(row.size), () -> head(row, keys));
      throw cutOff(size, row.size);
    }
  }

  static DoesNotHold cutOff(long size, long signed) {
    return new DoesNotHold(entriesSince(size, signed) + ": cut off: the head of " + signed
        + " entries is signed, the log ends at " + size);
  }

  /** As {@code entries 31 to 40}. */
  static String entriesSince(long before, long last) {
    return before + 1 == last ? "entry " + last : "entries " + (before + 1) + " to " + last;
  }

  private static String name(long size) {
    return "the head of " + size + " entries";
  }

  /** How many were right so far. */
  long count() {
    return count;
  }

  /** The last one that was right. */
  Optional<Head> last() {
    return last;
  }

  /** How many entries it covers. */
  long size() {
    return last.map(head -> head.checkpoint.size()).orElse(0L);
  }

  /** How many entries the last one covers whose signer is trusted. */
  long trustedSize() {
    return trustedSize;
  }
}
