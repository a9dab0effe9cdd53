package org.voicepact.evidence.entity;

import java.time.Instant;
import java.util.List;
import org.voicepact.platform.entity.Json;

/**
 * What came of checking evidence.
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

  /**
   * Of evidence all of which is true.
   *
   * @param signer the id of the key that signed the head
   * @param entries how many entries the head covers
   * @param time of the head
   */
  public static Report complete(
      List<String> checks, String signer, boolean isTrusted, long entries, Instant time) {
    return isTrusted
        ? new Report(
            Verdict.HOLDS, checks, "Complete up to entry " + entries + ", as of " + Json.time(time))
        : new Report(
            Verdict.SIGNER_UNKNOWN,
            checks,
            "CONSISTENT, SIGNER UNKNOWN: compare the operator's fingerprint with " + signer);
  }
}
