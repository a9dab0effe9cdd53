package org.voicepact.platform.control;

import java.util.logging.Level;

/**
 * The level of log lines that an operator shall see on the console although nothing is wrong. Liberty
 * shows its own lines of this level, AUDIT, which has no constant in {@code java.util.logging}.
 */
public final class Announcement extends Level {

  private static final long serialVersionUID = 1L;

  public static final Level AUDIT = new Announcement();

  private Announcement() {
    super("AUDIT", 850);
  }
}
