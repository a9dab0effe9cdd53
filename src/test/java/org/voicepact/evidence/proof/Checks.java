package org.voicepact.evidence.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.voicepact.evidence.control.CheckingProof;
import org.voicepact.evidence.control.OtherEvidence;
import org.voicepact.evidence.control.TrustedKeys;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.Report;

/** Checks what tests have made. */
final class Checks {

  private Checks() {}

  static byte[] bytes(ObjectNode file) {
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** With the keys of these ids trusted. */
  static Report check(ObjectNode proof, String... trusted) {
    return check(bytes(proof), OtherEvidence.NONE, trusted);
  }

  static Report check(ObjectNode proof, OtherEvidence other, String... trusted) {
    return check(bytes(proof), other, trusted);
  }

  static Report check(byte[] proof, OtherEvidence other, String... trusted) {
    return CheckingProof.check(Proof.parse(proof), TrustedKeys.ofIds(Set.of(trusted)), other);
  }
}
