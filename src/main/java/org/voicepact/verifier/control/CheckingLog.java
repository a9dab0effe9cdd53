package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.of;
import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.control.KeyHistory;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.EntryDocument;
import org.voicepact.evidence.entity.GrowingTree;
import org.voicepact.platform.entity.Json;

/**
 * Walks the log from its first entry to its last: each must be there, be what was hashed, follow the one before it in
 * its chain, and make the tree and the roots that are stored. So what is found first is the first that is wrong.
 */
final class CheckingLog {

  private static final String STARTED = "log.started";
  private static final String UNPLACED = "SELECT e.id, e.action, e.recorded_at FROM audit_entry e"
      + " LEFT JOIN audit_log l ON l.entry_id = e.id"
      + " LEFT JOIN audit_waiting w ON w.entry_id = e.id"
      + " WHERE l.sequence IS NULL AND w.entry_id IS NULL ORDER BY e.id FETCH FIRST 1 ROWS ONLY";

  private final OpenDatabase database;
  private final List<String> checks;
  private final GrowingTree tree = new GrowingTree();
  private final StoredTree stored;
  private final StoredHeads heads;
  private final KeyHistory keys;
  private Optional<String> name = Optional.empty();
  private long keyEntries;

  /**
   * @param checks gets a line for all that was found to be right
   */
  CheckingLog(OpenDatabase database, TrustedKeys trusted, List<String> checks) {
    this.database = database;
    this.checks = checks;
    this.stored = new StoredTree(database);
    this.heads = new StoredHeads(database);
    this.keys = new KeyHistory(trusted);
  }

  /**
   * @throws DoesNotHold at the first fault
   */
  void check() {
    try {
      LogRow.all(database).forEachRemaining(this::add);
      heads.requireEnd(size(), keys);
      stored.requireEnd();
      requireNothingTwice();
      requireHead();
    } finally {
      checks.add("log: " + size() + " entries were looked at, " + heads.count()
          + " heads are right, the last of " + heads.size() + " entries");
    }
    requireAllPlaced();
    tellTheEnd();
  }

  private void add(LogRow row) {
    long next = size() + 1;
    unless(
        row.sequence() >= next,
        "entry " + row.sequence() + ": no entry can have this place, or it is there twice");
    unless(
        row.sequence() == next,
        StoredHeads.entriesSince(size(), row.sequence() - 1) + ": missing in audit_log");
    EntryDocument entry = of("entry " + next, row::checked);
    tree.add(entry.leafHash()).forEach(stored::requireNext);
    of("entry " + next, () -> note(entry));
    heads.compare(tree, keys);
  }

  private void note(EntryDocument entry) {
    if (entry.link().filter(link -> link.chain().equals(KeyHistory.CHAIN)).isPresent()) {
      keyEntries++;
      checks.add("key entry " + keyEntries + ": " + keys.add(entry) + ", place " + entry.sequence()
          + " of the log, " + Json.time(entry.time()));
    }
    if (name.isEmpty() && entry.action().equals(STARTED)) {
      name = Optional.of(entry.dataMembers().text("log"));
    }
  }

  private void requireNothingTwice() {
    unless(
        database.number("SELECT COUNT(*) FROM audit_log") == size(),
        "audit_log has more rows than places");
  }

  private void requireHead() {
    StoredHeads.Head last = heads
        .last()
        .orElseThrow(() -> new DoesNotHold(
            "there is no signed head, so that nothing shows whether the log is as it was"));
    unless(
        name.filter(last.checkpoint().log()::equals).isPresent(),
        "the heads are of another log than the one whose start the entries tell of");
  }

  private void requireAllPlaced() {
    database.each(UNPLACED, row -> {
      throw new DoesNotHold("the row " + row.getLong("id") + " of audit_entry ("
          + row.getString("action")
          + ") has no place in the log and does not wait for one, so it was taken out of it");
    });
  }

  private void tellTheEnd() {
    StoredHeads.Head last = head();
    checks.add("last head: " + last.checkpoint().log() + ", " + heads.size() + " entries, "
        + Json.time(last.checkpoint().time()) + ", signed by "
        + last.signer().key().keyId());
    checks.add("not signed yet: " + (size() - heads.size()) + " entries above the last head, "
        + database.number("SELECT COUNT(*) FROM audit_waiting") + " that wait for their place");
    if (!last.signer().isTrusted() && heads.trustedSize() > 0) {
      checks.add("trusted: the heads up to entry " + heads.trustedSize() + ", not those behind it");
    }
  }

  /** How many entries there are. */
  long size() {
    return tree.size();
  }

  /** The last signed head; there is one where the check has found nothing. */
  StoredHeads.Head head() {
    return heads.last().orElseThrow();
  }

  /** All keys that the log tells of. */
  KeyHistory keys() {
    return keys;
  }

  /** The tree, which is that of the log. */
  StoredTree tree() {
    return stored;
  }
}
