package org.voicepact.verifier.entity;

/** What was to be checked cannot be read, so that nothing can be said of it; the message is for who runs the program. */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what a file or a database
   */
  public Unreadable(Object what, String reason) {
    super(what + ": " + reason, null, false, false);
  }
}
