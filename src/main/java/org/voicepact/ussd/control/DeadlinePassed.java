package org.voicepact.ussd.control;

/** The answer would come too late to be heard; all that belongs to it is taken back. */
final class DeadlinePassed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeadlinePassed() {
    super("the database was too slow", null, false, false);
  }
}
