package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.Arrays;
import org.voicepact.evidence.control.HeadChecks;
import org.voicepact.evidence.control.KeyHistory;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.DoesNotHold.Kind;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.verifier.control.CheckpointFile.Outside;

/** Compares heads that were kept outside with a log that is right by itself: it may be another than was told then. */
final class ComparingHeads {

  private static final String KEPT = "SELECT COUNT(*) FROM audit_checkpoint WHERE size = ?";

  private final OpenDatabase database;
  private final CheckingLog log;
  private final KeyHistory keys;
  private long compared;
  private long same;
  private long missing;

  ComparingHeads(OpenDatabase database, CheckingLog log) {
    this.database = database;
    this.log = log;
    this.keys = log.keys();
  }

  /**
   * @return what was found, in words
   * @throws DoesNotHold where one of them is not of this log
   */
  String compare(CheckpointFile file) {
    file.forEach(this::compare);
    String found = compared + " heads of this log";
    return missing == 0 ? found : found + ", of which audit_checkpoint lacks " + missing;
  }

  private void compare(Outside outside) {
    Checkpoint head = outside.checkpoint();
    String name = "the head of " + head.size() + " entries ";
    unless(
        head.log().equals(log.head().checkpoint().log()),
        name + "is of another log than this, whose name is "
            + log.head().checkpoint().log());
    unless(
        keys.known(KeyPurpose.CHECKPOINT).anyMatch(key -> HeadChecks.isSigned(outside.note(), key)),
        name + "is not signed by a key that this log or --keys has for checkpoints: it is no head"
            + " of this log, or the log was made anew under another key");
    if (head.size() > log.size()) {
      throw StoredHeads.cutOff(log.size(), head.size());
    }
    unless(
        Arrays.equals(head.root(), log.tree().root(head.size())),
        Kind.EQUIVOCATION,
        StoredHeads.entriesSince(same < head.size() ? same : 0, head.size()) + ": " + name
            + "signs others than these");
    same = Math.max(same, head.size());
    compared++;
    missing += database.number(KEPT, head.size()) == 0 ? 1 : 0;
  }
}
