package org.voicepact.evidence.control;

import java.util.Optional;
import org.voicepact.evidence.entity.ConsistencyProof;
import org.voicepact.evidence.entity.SignedDocument;

/**
 * What the reader of a proof has from elsewhere, to see whether everybody is told the same.
 *
 * @param checkpoint another checkpoint of the log, a signed note
 * @param consistency the proof that one of the two checkpoints is the beginning of the other
 * @param head another head of the contract
 */
public record OtherEvidence(
    Optional<String> checkpoint,
    Optional<ConsistencyProof> consistency,
    Optional<SignedDocument> head) {

  /** Nothing. */
  public static final OtherEvidence NONE =
      new OtherEvidence(Optional.empty(), Optional.empty(), Optional.empty());
}
