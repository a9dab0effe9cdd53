package org.voicepact.verifier.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.StrictJson;
import org.voicepact.verifier.entity.Unreadable;

/** A file that the program was told to read. */
final class InputFile {

  private InputFile() {}

  /** How the content of a file is read. */
  interface Format<T> {
    /**
     * @throws NotThisFormat where the content is not of this format
     */
    T read(byte[] content);
  }

  /**
   * @throws Unreadable where the file cannot be read or is not of this format
   */
  static <T> T read(Path file, Format<T> format) {
    try (InputStream content = Files.newInputStream(file)) {
      // One byte more than there may be is enough to see that there is too much.
      return format.read(content.readNBytes(StrictJson.LONGEST_FILE + 1));
    } catch (NotThisFormat e) {
      throw new Unreadable(file, e.getMessage());
    } catch (IOException e) {
      throw new Unreadable(file, "the file cannot be read");
    }
  }
}
