package org.voicepact.evidence.entity;

import java.nio.charset.StandardCharsets;

/**
 * A document with a signature over its UTF-8.
 *
 * @param text canonical JSON
 * @param signature as the algorithm of the key has it
 */
public record SignedDocument(String text, byte[] signature) {

  /**
   * A file with the head of a contract: {@code {"head": "<text>", "signature": "<Base64>"}}.
   *
   * @throws NotThisFormat where it is none
   */
  public static SignedDocument headFile(byte[] content) {
    return read(Members.of(StrictJson.file(content)), "head");
  }

  /** The member of that name, and {@code signature}. */
  static SignedDocument read(Members members, String name) {
    SignedDocument document =
        new SignedDocument(members.text(name), members.spelled("signature", Spelling::base64));
    members.end();
    return document;
  }

  /** What was signed. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
