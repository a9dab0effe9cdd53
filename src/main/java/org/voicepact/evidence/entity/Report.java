package org.voicepact.evidence.entity;

import java.util.List;

/**
 * What came of checking a proof.
 *
 * @param checks what was found to be true, one line for each check, up to the first that failed
 * @param conclusion the last line: how far the proof reaches, or the first thing that is wrong
 */
public record Report(Verdict verdict, List<String> checks, String conclusion) {

  public enum Verdict {
    /** All of it is true, and the signer is trusted. */
    HOLDS,
    /** All of it is true, but nobody knows who made it. */
    SIGNER_UNKNOWN,
    FAILED
  }

  public Report {
    checks = List.copyOf(checks);
  }
}
