package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.MerklePlan;
import org.voicepact.evidence.entity.MerklePlan.Subtree;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.TreeNode;

/** The Merkle tree as it is stored: compared with the one that the entries make, and later asked for its roots. */
final class StoredTree {

  private static final int AT_ONCE = 1000;
  private static final int MOST_REMEMBERED = 1000;
  private static final String AFTER = "SELECT position, hash FROM audit_node"
      + " WHERE level = ? AND position > ? ORDER BY position FETCH FIRST "
      + AT_ONCE
      + " ROWS ONLY";
  private static final String OTHER_LEVELS = "SELECT level, position FROM audit_node"
      + " WHERE level < 1 OR level > ? ORDER BY level, position FETCH FIRST 1 ROWS ONLY";

  private final OpenDatabase database;

  /** The nodes of each level from 1 on. */
  private final List<Pages<Long, Node>> levels = new ArrayList<>();

  private final Map<Subtree, byte[]> remembered = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Subtree, byte[]> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };

  private record Node(long position, byte[] hash) {}

  StoredTree(OpenDatabase database) {
    this.database = database;
  }

  /**
   * Compares the next subtree of its level with what is stored.
   *
   * @throws DoesNotHold where it is not the same
   */
  void requireNext(TreeNode made) {
    Subtree subtree = made.subtree();
    if (subtree.level() > levels.size()) {
      levels.add(level(subtree.level()));
    }
    Pages<Long, Node> level = levels.get(subtree.level() - 1);
    String what = name(subtree) + " ";
    unless(
        level.hasNext() && level.peek().position <= subtree.index(), what + "is not in audit_node");
    Node stored = level.next();
    requireInTree(subtree.level(), stored.position, subtree.index());
    unless(
        Arrays.equals(stored.hash, made.hash()),
        what + "is another in audit_node, so one of them was changed");
  }

  private Pages<Long, Node> level(int level) {
    return new Pages<>(
        Long.MIN_VALUE,
        Node::position,
        last ->
            database.list(AFTER, row -> new Node(row.getLong(1), row.getBytes(2)), level, last));
  }

  /**
   * Sees that nothing is stored beside what was compared.
   *
   * @throws DoesNotHold where there is more
   */
  void requireEnd() {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).hasNext()) {
        requireInTree(i + 1, levels.get(i).peek().position, Long.MIN_VALUE);
      }
    }
    database.each(
        OTHER_LEVELS,
        row -> requireInTree(row.getInt(1), row.getLong(2), Long.MIN_VALUE),
        levels.size());
  }

  private static void requireInTree(int level, long position, long expected) {
    unless(
        position == expected,
        "audit_node has a hash at level " + level + ", position " + position
            + ", of which the log has not all entries");
  }

  private static String name(Subtree subtree) {
    long first = (subtree.index() << subtree.level()) + 1;
    return "entries " + first + " to " + (first + (1L << subtree.level()) - 1)
        + ": their common hash (level " + subtree.level() + ", position " + subtree.index() + ")";
  }

  /** The root over the first entries, all of which were compared. */
  byte[] root(long size) {
    List<byte[]> peaks = MerklePlan.peaks(size).stream().map(this::hash).toList();
    return peaks.isEmpty() ? MerkleTree.emptyRoot() : MerkleTree.foldFromRight(peaks);
  }

  private byte[] hash(Subtree subtree) {
    return remembered.computeIfAbsent(
        subtree,
        wanted -> (wanted.level() == 0
                ? database.list(
                    "SELECT entry_hash FROM audit_log WHERE sequence = ?",
                    row -> row.getBytes(1),
                    wanted.index() + 1)
                : database.list(
                    "SELECT hash FROM audit_node WHERE level = ? AND position = ?",
                    row -> row.getBytes(1),
                    wanted.level(),
                    wanted.index()))
            .get(0));
  }
}
