package org.voicepact.evidence.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Report;
import org.voicepact.evidence.entity.Report.Verdict;

/** Whether a changed proof is told from the one that it was made of. */
final class Judged {

  /** Knows none of the rules that the code under test reads by. */
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private final byte[] original;
  private final JsonNode tree;
  private final String fingerprint;
  private int sameTree;

  Judged(byte[] original, String fingerprint) throws IOException {
    this.original = original.clone();
    this.tree = PLAIN.readTree(original);
    this.fingerprint = fingerprint;
  }

  byte[] original() {
    return original.clone();
  }

  /** How many of the changed proofs were read as the original, as after a change of white space. */
  int sameTree() {
    return sameTree;
  }

  /** What is wrong with a changed proof that means something else and is not refused with a reason. */
  Optional<String> wrongAcceptance(byte[] changed) {
    try {
      if (tree.equals(PLAIN.readTree(changed))) {
        sameTree++;
        return Optional.empty();
      }
    } catch (JsonProcessingException e) {
      // It must be refused all the more.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    try {
      Report report = Checks.check(changed, OtherEvidence.NONE, fingerprint);
      boolean refused = report.verdict() == Verdict.FAILED
          && report.conclusion().matches("(?s)FAILED: [^:]+: .+");
      return refused ? Optional.empty() : Optional.of(report.toString());
    } catch (NotThisFormat e) {
      return e.getMessage().isBlank() ? Optional.of("no reason") : Optional.empty();
    }
  }
}
