package org.voicepact.evidence.entity;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.Json;

/**
 * What the log holds at a time: a checkpoint (<a href="https://c2sp.org/tlog-checkpoint">C2SP</a>) in the form
 * that {@code docs/proof.md} gives it.
 *
 * @param log the name of the log, {@code voicepact-log/} and 16 hex digits; also the name of the key that signs
 * @param size how many entries it covers
 * @param root the root of the Merkle tree over them
 * @param time with milliseconds at most
 */
public record Checkpoint(String log, long size, byte[] root, Instant time) {

  private static final String TYPE = "voicepact/checkpoint/1";
  private static final Pattern LOG = Pattern.compile("voicepact-log/[0-9a-f]{16}");
  // 18 digits are below the largest long.
  private static final Pattern BODY = Pattern.compile(
      "([^\n]+)\n(0|[1-9][0-9]{0,17})\n([^\n]+)\ntype " + TYPE + "\ntime ([^\n]+)\n");

  /**
   * @throws NotThisFormat where the log cannot have this name, the size is below 0, or the root is no hash
   */
  public Checkpoint {
    if (!LOG.matcher(log).matches()) {
      throw new NotThisFormat("this is not the name of a log");
    }
    if (size < 0 || root.length != MerkleTree.HASH_LENGTH) {
      throw new NotThisFormat("a checkpoint has a size and a root of 32 bytes");
    }
    root = root.clone();
  }

  @Override
  public byte[] root() {
    return root.clone();
  }

  /** The text over which the signature is made, in UTF-8. */
  public String body() {
    return log
        + "\n"
        + size
        + "\n"
        + Base64.getEncoder().encodeToString(root)
        + "\ntype "
        + TYPE
        + "\ntime "
        + Json.time(time)
        + "\n";
  }

  /**
   * The whole checkpoint.
   *
   * @param publicKey of the Ed25519 key that signed, 32 bytes
   * @param signature over the UTF-8 of {@link #body()}
   */
  public SignedNote signed(byte[] publicKey, byte[] signature) {
    return new SignedNote(
        body(), List.of(SignedNote.Signature.ofEd25519(log, publicKey, signature)));
  }

  /**
   * What the note says. Whether its signature is good is not asked here, only that it has exactly one and that the
   * name there is the log's.
   *
   * @throws NotThisFormat where it is not exactly of this form
   */
  public static Checkpoint of(SignedNote note) {
    Checkpoint checkpoint = parse(note.body());
    if (note.signatures().size() != 1 || !note.signatures().get(0).name().equals(checkpoint.log)) {
      throw new NotThisFormat("a checkpoint has one signature, in the name of its log");
    }
    return checkpoint;
  }

  private static Checkpoint parse(String body) {
    Matcher lines = BODY.matcher(body);
    if (!lines.matches()) {
      throw new NotThisFormat("a checkpoint has the five lines of " + TYPE);
    }
    Checkpoint checkpoint = new Checkpoint(
        lines.group(1),
        Long.parseLong(lines.group(2)),
        Spelling.base64(lines.group(3)),
        Spelling.time(lines.group(4)));
    if (!checkpoint.body().equals(body)) {
      throw new NotThisFormat("a checkpoint has one spelling only");
    }
    return checkpoint;
  }
}
