package org.voicepact.evidence.control;

import java.io.IOException;

/**
 * Somewhere outside the database that keeps the heads of the log, so that whoever rules the database cannot tell another
 * history alone. A head may come more than once.
 */
@FunctionalInterface
interface CheckpointSink {

  /**
   * @param note a signed note, see {@link org.voicepact.evidence.entity.Checkpoint}
   * @throws IOException where it is not known that the head is kept
   */
  void keep(String note) throws IOException;
}
