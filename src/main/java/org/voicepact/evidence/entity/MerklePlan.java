package org.voicepact.evidence.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which hashes a proof of RFC 9162 needs, told in complete subtrees, for a store that keeps the hashes of those
 * alone. Each element of a proof is the list of the subtrees, from left to right, whose
 * {@linkplain MerkleTree#foldFromRight fold} is that element.
 */
public final class MerklePlan {

  private MerklePlan() {}

  /**
   * A subtree all of whose places are taken.
   *
   * @param level 0 for a leaf; it has 2<sup>level</sup> leaves
   * @param index the place among the subtrees of its level, from 0 on
   */
  public record Subtree(int level, long index) {}

  /**
   * The subtrees whose fold is the root.
   *
   * @return none for the empty tree
   */
  public static List<Subtree> peaks(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no " + size + " leaves");
    }
    return subtrees(0, size);
  }

  /** The inclusion path of a leaf (RFC 9162, section 2.1.3.1), in the order of the proof. */
  public static List<List<Subtree>> inclusionPath(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    List<List<Subtree>> path = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long middle = middle(begin, end);
      if (index < middle) {
        path.add(subtrees(middle, end));
        end = middle;
      } else {
        path.add(subtrees(begin, middle));
        begin = middle;
      }
    }
    Collections.reverse(path);
    return path;
  }

  /**
   * The proof that a tree is the beginning of a larger one (RFC 9162, section 2.1.4.1), in the order of the proof.
   *
   * @return an empty proof where the sizes are the same, or {@code from} is 0
   */
  public static List<List<Subtree>> consistencyProof(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("no tree of " + from + " begins one of " + to);
    }
    List<List<Subtree>> proof = new ArrayList<>();
    long begin = 0;
    long end = from == 0 ? 0 : to;
    while (from < end) {
      long middle = middle(begin, end);
      if (from <= middle) {
        proof.add(subtrees(middle, end));
        end = middle;
      } else {
        proof.add(subtrees(begin, middle));
        begin = middle;
      }
    }
    // Who checks has the root of the smaller tree, and needs it again only where it is a part of
    // what is folded.
    if (begin > 0) {
      proof.add(subtrees(begin, end));
    }
    Collections.reverse(proof);
    return proof;
  }

  /** Where RFC 9162 splits: after the largest power of two that is smaller than the number of leaves. */
  private static long middle(long begin, long end) {
    return begin + Long.highestOneBit(end - begin - 1);
  }

  private static List<Subtree> subtrees(long begin, long end) {
    List<Subtree> found = new ArrayList<>();
    long next = begin;
    while (next < end) {
      int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - next);
      found.add(new Subtree(level, next >> level));
      next += 1L << level;
    }
    return found;
  }
}
