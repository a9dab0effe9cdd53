package org.voicepact.evidence.entity;

import org.voicepact.platform.entity.WireValue;

/** What a key signs. A key has one purpose for ever, so that a signature of one kind never passes for another. */
public enum KeyPurpose implements WireValue {
  /** Statements about answers. */
  STATEMENT("statement"),
  /** Heads of contracts. */
  CONTRACT_HEAD("contract-head"),
  /** Heads of the log. */
  CHECKPOINT("checkpoint");

  private final String wire;

  KeyPurpose(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }

  /** Whether a key of this algorithm may be used for it. */
  public boolean allows(SignatureAlgorithm algorithm) {
    return this == STATEMENT || algorithm == SignatureAlgorithm.ED25519;
  }
}
