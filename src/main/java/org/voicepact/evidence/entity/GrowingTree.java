package org.voicepact.evidence.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.voicepact.evidence.entity.MerklePlan.Subtree;

/** A Merkle tree to which leaves are added, of which only the complete subtrees at its right end are held. */
public final class GrowingTree {

  private final List<Subtree> peaks;
  private final List<byte[]> hashes;
  private long size;

  /**
   * @param peaks see {@link MerklePlan#peaks}
   * @param hashes of all of them
   */
  public GrowingTree(List<Subtree> peaks, Map<Subtree, byte[]> hashes) {
    this.peaks = new ArrayList<>(peaks);
    this.hashes = new ArrayList<>(peaks.stream().map(hashes::get).toList());
    this.size = peaks.stream().mapToLong(peak -> 1L << peak.level()).sum();
  }

  /** An empty one. */
  public GrowingTree() {
    this(List.of(), Map.of());
  }

  /** How many leaves it has. */
  public long size() {
    return size;
  }

  public byte[] root() {
    return hashes.isEmpty() ? MerkleTree.emptyRoot() : MerkleTree.foldFromRight(hashes);
  }

  /**
   * @return the subtrees of level 1 and more that the leaf has completed, the smallest first
   */
  public List<TreeNode> add(byte[] leafHash) {
    List<TreeNode> completed = new ArrayList<>();
    Subtree subtree = new Subtree(0, size++);
    byte[] hash = leafHash;
    while (!peaks.isEmpty() && peaks.get(peaks.size() - 1).level() == subtree.level()) {
      peaks.remove(peaks.size() - 1);
      hash = MerkleTree.nodeHash(hashes.remove(hashes.size() - 1), hash);
      subtree = new Subtree(subtree.level() + 1, subtree.index() >> 1);
      completed.add(new TreeNode(subtree, hash));
    }
    peaks.add(subtree);
    hashes.add(hash);
    return completed;
  }
}
