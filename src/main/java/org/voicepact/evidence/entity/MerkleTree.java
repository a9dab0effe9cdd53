package org.voicepact.evidence.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, with SHA-256: hashes, and the checks of inclusion and consistency
 * proofs. Hashes have {@link #HASH_LENGTH} bytes; sizes and indexes count leaves, indexes from 0 on.
 */
public final class MerkleTree {

  /** In bytes. */
  public static final int HASH_LENGTH = 32;

  // Without these prefixes a node could pass for a leaf.
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  public static byte[] leafHash(byte[] entry) {
    byte[] message = new byte[1 + entry.length];
    message[0] = LEAF;
    System.arraycopy(entry, 0, message, 1, entry.length);
    return HashAlgorithm.SHA256.digest(message);
  }

  public static byte[] nodeHash(byte[] left, byte[] right) {
    byte[] message = new byte[1 + left.length + right.length];
    message[0] = NODE;
    System.arraycopy(left, 0, message, 1, left.length);
    System.arraycopy(right, 0, message, 1 + left.length, right.length);
    return HashAlgorithm.SHA256.digest(message);
  }

  public static byte[] emptyRoot() {
    return HashAlgorithm.SHA256.digest(new byte[0]);
  }

  /** The root over these leaves, all of which are held in memory. */
  public static byte[] root(List<byte[]> leafHashes) {
    if (leafHashes.isEmpty()) {
      return emptyRoot();
    }
    List<byte[]> level = leafHashes;
    while (level.size() > 1) {
      level = levelAbove(level);
    }
    return level.get(0).clone();
  }

  private static List<byte[]> levelAbove(List<byte[]> level) {
    List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
    for (int i = 0; i + 1 < level.size(); i += 2) {
      above.add(nodeHash(level.get(i), level.get(i + 1)));
    }
    if (level.size() % 2 == 1) {
      above.add(level.get(level.size() - 1));
    }
    return above;
  }

  /**
   * The hash over subtrees that stand side by side, each of them larger than those to its right.
   *
   * @param hashes at least one, from left to right
   */
  public static byte[] foldFromRight(List<byte[]> hashes) {
    byte[] folded = hashes.get(hashes.size() - 1);
    for (int i = hashes.size() - 2; i >= 0; i--) {
      folded = nodeHash(hashes.get(i), folded);
    }
    return folded;
  }

  /** Whether the path shows that the leaf is in the tree of this size and root (RFC 9162, section 2.1.3.2). */
  public static boolean includes(
      byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size || !areHashes(path) || !areHashes(List.of(leafHash, root))) {
      return false;
    }
    Climb climb = new Climb(index, size - 1);
    byte[] hash = leafHash;
    for (byte[] sibling : path) {
      if (climb.isAtTop()) {
        return false;
      }
      hash = climb.siblingIsLeft() ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
      climb.up();
    }
    return climb.isAtTop() && Arrays.equals(hash, root);
  }

  /**
   * Whether the proof shows that the tree of the size {@code to} begins with all leaves of the one of the size
   * {@code from} (RFC 9162, section 2.1.4.2). Trees of the same size, and the empty tree, need an empty proof.
   */
  public static boolean isConsistent(
      long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
    if (from < 0 || from > to || !areHashes(proof) || !areHashes(List.of(fromRoot, toRoot))) {
      return false;
    }
    if (from == to) {
      return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
    }
    if (from == 0) {
      return proof.isEmpty() && Arrays.equals(fromRoot, emptyRoot());
    }
    // A tree that is complete is itself the node from which the proof starts, and is left out of
    // it.
    boolean complete = Long.bitCount(from) == 1;
    if (proof.isEmpty() && !complete) {
      return false;
    }
    byte[] start = complete ? fromRoot : proof.get(0);
    return climbsToBoth(
        start, proof.subList(complete ? 0 : 1, proof.size()), from, to, fromRoot, toRoot);
  }

  private static boolean climbsToBoth(
      byte[] start, List<byte[]> siblings, long from, long to, byte[] fromRoot, byte[] toRoot) {
    Climb climb = new Climb(from - 1, to - 1);
    climb.upWhileRight();
    byte[] fromHash = start;
    byte[] toHash = start;
    for (byte[] sibling : siblings) {
      if (climb.isAtTop()) {
        return false;
      }
      if (climb.siblingIsLeft()) {
        fromHash = nodeHash(sibling, fromHash);
        toHash = nodeHash(sibling, toHash);
      } else {
        toHash = nodeHash(toHash, sibling);
      }
      climb.up();
    }
    return climb.isAtTop() && Arrays.equals(fromHash, fromRoot) && Arrays.equals(toHash, toRoot);
  }

  private static boolean areHashes(List<byte[]> hashes) {
    return hashes.stream().allMatch(hash -> hash.length == HASH_LENGTH);
  }

  /** The way from a node to the root, with the last node of each level beside it. */
  private static final class Climb {

    private long node;
    private long last;

    Climb(long node, long last) {
      this.node = node;
      this.last = last;
    }

    boolean isAtTop() {
      return last == 0;
    }

    boolean siblingIsLeft() {
      return isRight() || node == last;
    }

    void up() {
      // Where a level ends with a node that has no sibling, that node moves up as it is.
      while (node == last && !isRight() && node != 0) {
        shift();
      }
      shift();
    }

    void upWhileRight() {
      while (isRight()) {
        shift();
      }
    }

    private boolean isRight() {
      return (node & 1) == 1;
    }

    private void shift() {
      node >>= 1;
      last >>= 1;
    }
  }
}
