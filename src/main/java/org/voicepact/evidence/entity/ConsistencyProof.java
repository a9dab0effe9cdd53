package org.voicepact.evidence.entity;

import java.util.List;

/**
 * The proof that the log of one checkpoint is the beginning of that of another.
 *
 * @param from the smaller size
 * @param to the larger size
 * @param hashes in the order of RFC 9162, section 2.1.4
 */
public record ConsistencyProof(long from, long to, List<byte[]> hashes) {

  /** More are never needed: a size has at most 63 bits. */
  static final int MOST_HASHES = 64;

  /**
   * Reads {@code {"from": "10", "to": "42", "proof": ["<Base64>"]}}.
   *
   * @throws NotThisFormat where it is none
   */
  public static ConsistencyProof parse(byte[] content) {
    Members members = Members.of(StrictJson.file(content));
    ConsistencyProof proof = new ConsistencyProof(
        members.number("from"), members.number("to"), members.hashes("proof", MOST_HASHES));
    members.end();
    return proof;
  }
}
