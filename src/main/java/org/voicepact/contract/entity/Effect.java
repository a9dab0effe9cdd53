package org.voicepact.contract.entity;

/** What an answer of a party did. */
public enum Effect {
  /** Nothing: the same answer was there already. */
  NONE,
  /** It was recorded; others have still to answer. */
  RECORDED,
  /** It decided the contract: confirmed by all, or cancelled. */
  DECIDED
}
