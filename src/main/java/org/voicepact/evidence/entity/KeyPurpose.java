package org.voicepact.evidence.entity;

import org.voicepact.platform.entity.WireValue;

/** What a signing key is for; each has one of its own, so that a signature of one kind never passes for another. */
public enum KeyPurpose implements WireValue {
  /** Statements about the answers of parties. */
  STATEMENT("statement"),
  /** Heads of contracts; always Ed25519. */
  CONTRACT_HEAD("contract-head"),
  /** Heads of the audit log; always Ed25519. */
  CHECKPOINT("checkpoint");

  private final String wire;

  KeyPurpose(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
