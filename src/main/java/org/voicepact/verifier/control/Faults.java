package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.unless;

import org.voicepact.evidence.entity.DoesNotHold;

/** What is wrong beside the log, in whatever order it is found; told is what comes first in the log. */
final class Faults {

  /** For a fault that is at no entry. */
  static final long NOWHERE = Long.MAX_VALUE;

  private final long size;
  private long count;
  private long firstSequence = NOWHERE;
  private String first = "";

  /**
   * @param size of the log; entries behind it wait for their place
   */
  Faults(long size) {
    this.size = size;
  }

  /** Checks something that an entry tells of. */
  void check(long sequence, String what, Runnable check) {
    try {
      DoesNotHold.of(what, check);
    } catch (DoesNotHold e) {
      found(sequence, e.getMessage());
    }
  }

  /** Takes note of what is wrong with something that an entry tells of. */
  void found(long sequence, String fault) {
    count++;
    if (first.isEmpty() || sequence < firstSequence) {
      first = entry(sequence) + fault;
      firstSequence = sequence;
    }
  }

  private String entry(long sequence) {
    if (sequence == NOWHERE) {
      return "";
    }
    return sequence > size ? "an entry that waits for its place: " : "entry " + sequence + ": ";
  }

  /**
   * @throws DoesNotHold the first fault, where there is one
   */
  void requireNone() {
    unless(count == 0, count == 1 ? first : first + " (and " + (count - 1) + " more)");
  }
}
