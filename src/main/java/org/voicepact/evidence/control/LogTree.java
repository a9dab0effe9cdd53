package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.evidence.entity.MerklePlan;
import org.voicepact.evidence.entity.MerklePlan.Subtree;
import org.voicepact.evidence.entity.MerkleTree;
import org.voicepact.evidence.entity.TreeNode;

/**
 * The log's Merkle tree as it is stored: the hash of every complete subtree. A root and a proof need a number of them
 * that grows with the logarithm of the log's size.
 */
@Singleton
public class LogTree {

  /** So many parameters a query takes, whatever the database. */
  private static final int AT_ONCE = 500;

  private final EntityManager entities;

  @Inject
  public LogTree(EntityManager entities) {
    this.entities = entities;
  }

  /** The root of the tree over the first so many entries, all of which are in the log. */
  @Transactional
  public byte[] root(long size) {
    List<Subtree> peaks = MerklePlan.peaks(size);
    if (peaks.isEmpty()) {
      return MerkleTree.emptyRoot();
    }
    return folded(peaks, hashes(peaks));
  }

  /** The inclusion paths of entries in the tree over the first {@code size} entries, by their sequences. */
  @Transactional
  public Map<Long, List<byte[]>> inclusionPaths(Collection<LogEntry> entries, long size) {
    Map<Long, List<List<Subtree>>> plans = entries.stream()
        .collect(Collectors.toMap(
            LogEntry::sequence, entry -> MerklePlan.inclusionPath(entry.sequence() - 1, size)));
    Map<Subtree, byte[]> hashes = hashes(plans.values().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .collect(Collectors.toSet()));
    return plans.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, plan -> proof(plan.getValue(), hashes)));
  }

  /** The proof that the first {@code from} entries are the beginning of the first {@code to}. */
  @Transactional
  public List<byte[]> consistencyProof(long from, long to) {
    List<List<Subtree>> plan = MerklePlan.consistencyProof(from, to);
    return proof(plan, hashes(plan.stream().flatMap(List::stream).collect(Collectors.toSet())));
  }

  /**
   * @throws IllegalStateException where one of them is not stored
   */
  @Transactional
  Map<Subtree, byte[]> hashes(Collection<Subtree> wanted) {
    Map<Subtree, byte[]> found = new HashMap<>();
    wanted.stream()
        .collect(Collectors.groupingBy(
            Subtree::level, Collectors.mapping(Subtree::index, Collectors.toSet())))
        .forEach((level, indexes) -> find(level, indexes, found));
    if (found.size() < Set.copyOf(wanted).size()) {
      throw new IllegalStateException("the log lacks hashes of its tree");
    }
    return found;
  }

  private void find(int level, Set<Long> indexes, Map<Subtree, byte[]> found) {
    List<Long> all = List.copyOf(indexes);
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      List<Long> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
      if (level == 0) {
        leaves(some, found);
      } else {
        nodes(level, some, found);
      }
    }
  }

  private void leaves(List<Long> indexes, Map<Subtree, byte[]> found) {
    entities
        .createQuery("SELECT l FROM LogEntry l WHERE l.sequence IN :sequences", LogEntry.class)
        .setParameter("sequences", indexes.stream().map(index -> index + 1).toList())
        .getResultStream()
        .forEach(leaf -> found.put(new Subtree(0, leaf.sequence() - 1), leaf.hash()));
  }

  private void nodes(int level, List<Long> indexes, Map<Subtree, byte[]> found) {
    entities
        .createQuery(
            "SELECT n FROM TreeNode n WHERE n.level = :level AND n.position IN :positions",
            TreeNode.class)
        .setParameter("level", level)
        .setParameter("positions", indexes)
        .getResultStream()
        .forEach(node -> found.put(node.subtree(), node.hash()));
  }

  private static List<byte[]> proof(List<List<Subtree>> plan, Map<Subtree, byte[]> hashes) {
    return plan.stream().map(element -> folded(element, hashes)).toList();
  }

  private static byte[] folded(List<Subtree> subtrees, Map<Subtree, byte[]> hashes) {
    return MerkleTree.foldFromRight(subtrees.stream().map(hashes::get).toList());
  }
}
