package org.voicepact.verifier.control;

import static org.voicepact.evidence.entity.DoesNotHold.of;

import java.util.ArrayList;
import java.util.List;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.DoesNotHold;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;
import org.voicepact.verifier.entity.Unreadable;

/**
 * Checks all evidence in the database of an installation: the log by its signed heads, then by those from outside, and
 * what the other tables have of contracts, versions and statements by the log.
 */
public final class CheckingDatabase {

  private CheckingDatabase() {}

  /**
   * @param outside heads that were kept outside
   * @throws Unreadable where something cannot be read
   */
  public static Report check(
      OpenDatabase database, TrustedKeys trusted, List<CheckpointFile> outside) {
    List<String> checks = new ArrayList<>();
    checks.add("database: " + database.name());
    CheckingLog log = new CheckingLog(database, trusted, checks);
    try {
      log.check();
      for (CheckpointFile file : outside) {
        String name = file.file().toString();
        checks.add(name + ": " + of(name, () -> new ComparingHeads(database, log).compare(file)));
      }
      checks.add("contracts: " + new CheckingContracts(database, log).check());
    } catch (DoesNotHold e) {
      return new Report(Verdict.FAILED, checks, e.line());
    }
    StoredHeads.Head head = log.head();
    return Report.complete(
        checks,
        head.signer().key().keyId(),
        head.signer().isTrusted(),
        head.checkpoint().size(),
        head.checkpoint().time());
  }
}
