package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.platform.entity.Json;

class MerkleTreeTest {

  private static final JsonNode VECTORS = vectors();

  @Test
  void rootOverNoLeafIsTheHashOfNothing() {
    assertThat(HexFormat.of().formatHex(MerkleTree.emptyRoot()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(MerkleTree.root(List.of())).isEqualTo(MerkleTree.emptyRoot());
  }

  @Test
  void rootsOverTheKnownLeavesAreTheKnownOnes() {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < VECTORS.get("leaves").size(); i++) {
      byte[] leaf = HexFormat.of().parseHex(VECTORS.get("leaves").get(i).textValue());
      leaves.add(MerkleTree.leafHash(leaf));
      assertThat(HexFormat.of().formatHex(MerkleTree.root(leaves)))
          .isEqualTo(VECTORS.get("roots").get(i).textValue());
    }
    assertThat(leaves).hasSize(8);
  }

  static Stream<JsonNode> inclusionVectors() {
    return StreamSupport.stream(VECTORS.get("inclusion").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("inclusionVectors")
  void inclusionIsJudgedAsTheVectorsSay(JsonNode vector) {
    assertThat(MerkleTree.includes(
            base64(vector.get("leafHash")),
            vector.get("leafIdx").longValue(),
            vector.get("treeSize").longValue(),
            proof(vector),
            base64(vector.get("root"))))
        .isEqualTo(!vector.get("wantErr").booleanValue());
  }

  static Stream<JsonNode> consistencyVectors() {
    return StreamSupport.stream(VECTORS.get("consistency").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("consistencyVectors")
  void consistencyIsJudgedAsTheVectorsSay(JsonNode vector) {
    assertThat(MerkleTree.isConsistent(
            vector.get("size1").longValue(),
            vector.get("size2").longValue(),
            base64(vector.get("root1")),
            base64(vector.get("root2")),
            proof(vector)))
        .isEqualTo(!vector.get("wantErr").booleanValue());
  }

  @Test
  void nothingIsInTheEmptyTree() {
    byte[] leaf = MerkleTree.leafHash(new byte[0]);

    assertThat(MerkleTree.includes(leaf, 0, 0, List.of(), MerkleTree.emptyRoot()))
        .isFalse();
    assertThat(MerkleTree.includes(leaf, 0, 0, List.of(), leaf)).isFalse();
    assertThat(MerkleTree.includes(leaf, -1, 1, List.of(), leaf)).isFalse();
  }

  @Test
  void everyTreeBeginsWithTheEmptyOne() {
    byte[] root = MerkleTree.leafHash(new byte[0]);
    byte[] empty = MerkleTree.emptyRoot();

    assertThat(MerkleTree.isConsistent(0, 1, empty, root, List.of())).isTrue();
    assertThat(MerkleTree.isConsistent(0, 0, empty, empty, List.of())).isTrue();
    assertThat(MerkleTree.isConsistent(0, 1, root, root, List.of())).isFalse();
    assertThat(MerkleTree.isConsistent(0, 1, empty, root, List.of(root))).isFalse();
    assertThat(MerkleTree.isConsistent(1, 0, root, empty, List.of())).isFalse();
  }

  @Test
  void whatIsNoHashIsNeitherLeafNorRoot() {
    assertThat(MerkleTree.includes(new byte[0], 0, 1, List.of(), new byte[0])).isFalse();
    assertThat(MerkleTree.isConsistent(1, 1, new byte[3], new byte[3], List.of()))
        .isFalse();
  }

  private static List<byte[]> proof(JsonNode vector) {
    List<byte[]> proof = new ArrayList<>();
    vector.get("proof").forEach(hash -> proof.add(base64(hash)));
    return proof;
  }

  private static byte[] base64(JsonNode text) {
    return Base64.getDecoder().decode(text.textValue());
  }

  private static JsonNode vectors() {
    try (InputStream file = MerkleTreeTest.class.getResourceAsStream("/evidence/merkle.json")) {
      return Json.mapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
