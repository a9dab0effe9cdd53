package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.voicepact.evidence.entity.MerklePlan.Subtree;

class MerklePlanTest {

  private static final int MOST = 300;
  private static final List<byte[]> LEAVES = IntStream.range(0, MOST)
      .mapToObj(i -> MerkleTree.leafHash(Integer.toString(i).getBytes()))
      .toList();

  @Example
  void peaksFoldToTheRootOfEverySize() {
    for (int size = 1; size <= MOST; size++) {
      List<Subtree> peaks = MerklePlan.peaks(size);
      assertThat(peaks).hasSize(Integer.bitCount(size));
      assertThat(hash(peaks)).isEqualTo(rfcRoot(LEAVES.subList(0, size)));
      assertThat(MerkleTree.root(LEAVES.subList(0, size))).isEqualTo(hash(peaks));
    }
    assertThat(MerklePlan.peaks(0)).isEmpty();
  }

  @Property(tries = 2000)
  void plannedInclusionPathsAreThoseOfTheRfcAndHold(
      @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll int seed) {
    int index = Math.floorMod(seed, size);
    List<byte[]> leaves = LEAVES.subList(0, size);
    List<byte[]> path = hashes(MerklePlan.inclusionPath(index, size));
    byte[] root = rfcRoot(leaves);

    assertThat(path).usingRecursiveComparison().isEqualTo(rfcPath(index, leaves));
    assertThat(MerkleTree.includes(LEAVES.get(index), index, size, path, root)).isTrue();

    assertThat(MerkleTree.includes(LEAVES.get(index), index + 1, size, path, root))
        .isFalse();
    assertThat(MerkleTree.includes(LEAVES.get(index), index - 1, size, path, root))
        .isFalse();
    int otherLeaf = (index + 1) % MOST;
    assertThat(MerkleTree.includes(LEAVES.get(otherLeaf), index, size, path, root))
        .isFalse();
    assertThat(MerkleTree.includes(LEAVES.get(index), index, size, path, flipped(root, seed)))
        .isFalse();
    assertThat(MerkleTree.includes(LEAVES.get(index), index, size * 2L + 1, path, rfcRoot(leaves)))
        .isFalse();
    for (int i = 0; i < path.size(); i++) {
      assertThat(MerkleTree.includes(LEAVES.get(index), index, size, with(path, i, seed), root))
          .isFalse();
      assertThat(MerkleTree.includes(LEAVES.get(index), index, size, without(path, i), root))
          .isFalse();
    }
  }

  @Property(tries = 2000)
  void plannedConsistencyProofsAreThoseOfTheRfcAndHold(
      @ForAll @IntRange(min = 1, max = MOST) int to, @ForAll int seed) {
    int from = 1 + Math.floorMod(seed, to);
    byte[] fromRoot = rfcRoot(LEAVES.subList(0, from));
    byte[] toRoot = rfcRoot(LEAVES.subList(0, to));
    List<byte[]> proof = hashes(MerklePlan.consistencyProof(from, to));

    assertThat(proof)
        .usingRecursiveComparison()
        .isEqualTo(rfcSubproof(from, LEAVES.subList(0, to), true));
    assertThat(MerkleTree.isConsistent(from, to, fromRoot, toRoot, proof)).isTrue();

    assertThat(MerkleTree.isConsistent(from + 1, to, fromRoot, toRoot, proof)).isFalse();
    assertThat(MerkleTree.isConsistent(from, to, flipped(fromRoot, seed), toRoot, proof))
        .isFalse();
    assertThat(MerkleTree.isConsistent(from, to, fromRoot, flipped(toRoot, seed), proof))
        .isFalse();
    for (int i = 0; i < proof.size(); i++) {
      assertThat(MerkleTree.isConsistent(from, to, fromRoot, toRoot, with(proof, i, seed)))
          .isFalse();
      assertThat(MerkleTree.isConsistent(from, to, fromRoot, toRoot, without(proof, i)))
          .isFalse();
    }
  }

  @Example
  void everySubtreeOfAPlanIsComplete() {
    for (int size = 1; size <= MOST; size++) {
      for (int index = 0; index < size; index++) {
        for (List<Subtree> element : MerklePlan.inclusionPath(index, size)) {
          int taken = size;
          assertThat(element)
              .allSatisfy(subtree ->
                  assertThat((subtree.index() + 1) << subtree.level()).isLessThanOrEqualTo(taken));
        }
      }
    }
  }

  @Example
  void plansOfWhatIsNotInTheTreeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MerklePlan.inclusionPath(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> MerklePlan.inclusionPath(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> MerklePlan.consistencyProof(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> MerklePlan.consistencyProof(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> MerklePlan.peaks(-1));
  }

  private static List<byte[]> hashes(List<List<Subtree>> plan) {
    return plan.stream().map(MerklePlanTest::hash).toList();
  }

  private static byte[] hash(List<Subtree> subtrees) {
    return MerkleTree.foldFromRight(subtrees.stream()
        .map(subtree -> rfcRoot(LEAVES.subList(
            (int) subtree.index() << subtree.level(),
            ((int) subtree.index() + 1) << subtree.level())))
        .toList());
  }

  /** MTH of RFC 9162, section 2.1.1. */
  private static byte[] rfcRoot(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return MerkleTree.nodeHash(
        rfcRoot(leaves.subList(0, k)), rfcRoot(leaves.subList(k, leaves.size())));
  }

  /** PATH of RFC 9162, section 2.1.3.1. */
  private static List<byte[]> rfcPath(int index, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    return index < k
        ? added(rfcPath(index, left), rfcRoot(right))
        : added(rfcPath(index - k, right), rfcRoot(left));
  }

  /** SUBPROOF of RFC 9162, section 2.1.4.1. */
  private static List<byte[]> rfcSubproof(int from, List<byte[]> leaves, boolean known) {
    if (from == leaves.size()) {
      return known ? List.of() : List.of(rfcRoot(leaves));
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    return from <= k
        ? added(rfcSubproof(from, left, known), rfcRoot(right))
        : added(rfcSubproof(from - k, right, false), rfcRoot(left));
  }

  private static List<byte[]> added(List<byte[]> hashes, byte[] hash) {
    List<byte[]> more = new ArrayList<>(hashes);
    more.add(hash);
    return more;
  }

  private static List<byte[]> with(List<byte[]> hashes, int place, int bit) {
    List<byte[]> changed = new ArrayList<>(hashes);
    changed.set(place, flipped(hashes.get(place), bit));
    return changed;
  }

  private static List<byte[]> without(List<byte[]> hashes, int place) {
    List<byte[]> fewer = new ArrayList<>(hashes);
    fewer.remove(place);
    return fewer;
  }

  private static byte[] flipped(byte[] hash, int bit) {
    byte[] changed = hash.clone();
    int place = Math.floorMod(bit, changed.length * Byte.SIZE);
    changed[place / Byte.SIZE] ^= (byte) (1 << (place % Byte.SIZE));
    return changed;
  }
}
