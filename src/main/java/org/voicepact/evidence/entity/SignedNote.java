package org.voicepact.evidence.entity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A signed note (<a href="https://c2sp.org/signed-note">C2SP</a>): a text whose every line has an end, an empty
 * line, and lines of signatures.
 *
 * @param body the text that is signed, with the end of its last line
 * @param signatures at least one
 */
public record SignedNote(String body, List<Signature> signatures) {

  /** More lines are refused, as other programs do. */
  private static final int MOST_SIGNATURES = 100;

  private static final int KEY_HASH_LENGTH = 4;
  private static final byte ED25519 = 1;
  private static final String BEFORE_SIGNATURE = "\u2014 ";

  /**
   * @throws NotThisFormat where the body is empty, has no end of line at its end, or a control character
   */
  public SignedNote {
    if (!body.endsWith("\n") || body.chars().anyMatch(sign -> sign < ' ' && sign != '\n')) {
      throw new NotThisFormat("a note has lines without control characters");
    }
    if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new NotThisFormat("a note has 1 to " + MOST_SIGNATURES + " lines of signatures");
    }
    signatures = List.copyOf(signatures);
  }

  /**
   * One line with a signature.
   *
   * @param name of the key: without blanks and plus signs
   * @param keyHash 4 bytes, by which a reader finds the key
   * @param bytes the signature itself
   */
  public record Signature(String name, byte[] keyHash, byte[] bytes) {

    /**
     * @throws NotThisFormat where a key cannot have this name, or a part has no right length
     */
    public Signature {
      if (name.isEmpty()
          || name.codePoints().anyMatch(sign -> sign == '+' || isSpace(sign) || sign < ' ')) {
        throw new NotThisFormat("a key's name has neither blanks nor plus signs");
      }
      if (keyHash.length != KEY_HASH_LENGTH || bytes.length == 0) {
        throw new NotThisFormat(
            "a signature line has " + KEY_HASH_LENGTH + " bytes and a signature");
      }
      keyHash = keyHash.clone();
      bytes = bytes.clone();
    }

    /** By an Ed25519 key. */
    public static Signature ofEd25519(String name, byte[] publicKey, byte[] signature) {
      return new Signature(name, SignedNote.keyHash(name, publicKey), signature);
    }

    @Override
    public byte[] keyHash() {
      return keyHash.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    private String line() {
      byte[] content = Arrays.copyOf(keyHash, KEY_HASH_LENGTH + bytes.length);
      System.arraycopy(bytes, 0, content, KEY_HASH_LENGTH, bytes.length);
      return BEFORE_SIGNATURE + name + " " + Base64.getEncoder().encodeToString(content) + "\n";
    }

    private static boolean isSpace(int sign) {
      return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == 0x85;
    }
  }

  /**
   * The key hash of an Ed25519 key.
   *
   * @param publicKey 32 bytes, as RFC 8032 has it
   */
  public static byte[] keyHash(String name, byte[] publicKey) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    message.write('\n');
    message.write(ED25519);
    message.writeBytes(publicKey);
    return Arrays.copyOf(HashAlgorithm.SHA256.digest(message.toByteArray()), KEY_HASH_LENGTH);
  }

  /** The note as it is written. */
  public String text() {
    StringBuilder text = new StringBuilder(body).append('\n');
    signatures.forEach(signature -> text.append(signature.line()));
    return text.toString();
  }

  /**
   * Reads a note, in the one spelling that it has.
   *
   * @throws NotThisFormat where it is none
   */
  public static SignedNote parse(String text) {
    int end = text.lastIndexOf("\n\n");
    if (end < 0 || !text.endsWith("\n")) {
      throw new NotThisFormat("a note has an empty line, and an end of each line");
    }
    List<Signature> signatures = new ArrayList<>();
    for (String line : text.substring(end + 2).split("\n", MOST_SIGNATURES + 2)) {
      if (!line.isEmpty()) {
        signatures.add(signature(line));
      }
    }
    SignedNote note = new SignedNote(text.substring(0, end + 1), signatures);
    if (!note.text().equals(text)) {
      throw new NotThisFormat("a line of a signature is not spelled as it must be");
    }
    return note;
  }

  private static Signature signature(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(BEFORE_SIGNATURE) || space < BEFORE_SIGNATURE.length()) {
      throw new NotThisFormat("a line of a signature has no name or no signature");
    }
    byte[] content = Spelling.base64(line.substring(space + 1));
    if (content.length <= KEY_HASH_LENGTH) {
      throw new NotThisFormat("a signature is too short");
    }
    return new Signature(
        line.substring(BEFORE_SIGNATURE.length(), space),
        Arrays.copyOf(content, KEY_HASH_LENGTH),
        Arrays.copyOfRange(content, KEY_HASH_LENGTH, content.length));
  }
}
