package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.Proof;
import org.voicepact.evidence.entity.PublishedKey;
import org.voicepact.evidence.entity.Report;

/** Checks proofs by the keys of this installation, present and past, and by no other. */
@Singleton
public class VerifyingHere {

  private final PublishedKeys keys;

  @Inject
  public VerifyingHere(PublishedKeys keys) {
    this.keys = keys;
  }

  /**
   * @param file a proof file
   * @throws org.voicepact.evidence.entity.NotThisFormat where it is none
   */
  public Report check(byte[] file) {
    Proof proof = Proof.parse(file);
    TrustedKeys trusted = TrustedKeys.ofIds(keys.all().stream()
        .filter(key -> key.purpose() == KeyPurpose.CHECKPOINT)
        .map(PublishedKey::keyId)
        .collect(Collectors.toSet()));
    return CheckingProof.check(proof, trusted, OtherEvidence.NONE);
  }
}
