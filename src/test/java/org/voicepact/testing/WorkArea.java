package org.voicepact.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Liberty keeps between two starts, of the first server of a run that has ended in order: which bundles its
 * features need, and indexes of classes. It holds no data. Without it every server of the tests would find all that out
 * anew, which takes a quarter of its start.
 */
final class WorkArea {

  private Path kept;

  /** Takes that of a server that has ended; the first one stays. */
  synchronized void keep(Path ended) {
    if (kept != null || !Files.isDirectory(ended)) {
      return;
    }
    try {
      Path folder = Path.of(System.getProperty("voicepact.it")).resolve("workarea");
      Folders.delete(folder);
      Folders.copy(ended, folder);
      kept = folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a new server a copy; nothing where no server has ended yet. */
  synchronized void copyTo(Path begun) throws IOException {
    if (kept != null) {
      Folders.copy(kept, begun);
    }
  }
}
