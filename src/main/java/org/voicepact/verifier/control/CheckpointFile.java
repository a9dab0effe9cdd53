package org.voicepact.verifier.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.voicepact.evidence.entity.Checkpoint;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.SignedNote;
import org.voicepact.evidence.entity.StrictJson;
import org.voicepact.verifier.entity.Unreadable;

/**
 * A file of checkpoints from outside: one as the API gives it, or many as a sink keeps them, each with an empty line
 * behind it.
 */
public record CheckpointFile(Path file) {

  /** In bytes; ours have about 300. */
  private static final int LONGEST_NOTE = 16 * 1024;

  /**
   * A checkpoint and the note that it was read from.
   */
  public record Outside(Checkpoint checkpoint, SignedNote note) {}

  /**
   * Reads them one by one.
   *
   * @throws Unreadable where one of them is no checkpoint, or there is none
   */
  public void forEach(Consumer<Outside> seen) {
    int count = 0;
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      for (byte[] note = next(content); note.length > 0; note = next(content)) {
        seen.accept(read(note));
        count++;
      }
    } catch (IOException e) {
      throw new Unreadable(file, "the file cannot be read");
    }
    if (count == 0) {
      throw new Unreadable(file, "there is no checkpoint in it");
    }
  }

  /**
   * The one that covers so many entries, and where there is none the last in the file.
   *
   * @throws Unreadable where one of them is no checkpoint, or there is none
   */
  public SignedNote nearest(long size) {
    AtomicReference<Outside> nearest = new AtomicReference<>();
    forEach(outside -> nearest.updateAndGet(
        known -> known != null && known.checkpoint.size() == size ? known : outside));
    return nearest.get().note;
  }

  private Outside read(byte[] text) {
    try {
      SignedNote note = SignedNote.parse(StrictJson.text(text));
      return new Outside(Checkpoint.of(note), note);
    } catch (NotThisFormat e) {
      throw new Unreadable(file, e.getMessage());
    }
  }

  /** Up to the second empty line: the first stands before the signature. Empty at the end of the file. */
  private byte[] next(InputStream content) throws IOException {
    ByteArrayOutputStream note = new ByteArrayOutputStream();
    boolean isSigned = false;
    int before = '\n';
    for (int sign = content.read(); sign >= 0; sign = content.read()) {
      boolean isEmptyLine = sign == '\n' && before == '\n' && note.size() > 0;
      if (isEmptyLine && isSigned) {
        break;
      }
      isSigned |= isEmptyLine;
      if (sign != '\n' || note.size() > 0) {
        note.write(sign);
      }
      if (note.size() > LONGEST_NOTE) {
        throw new Unreadable(file, "it is longer than a checkpoint can be");
      }
      before = sign;
    }
    return note.toByteArray();
  }
}
