package org.voicepact.contract.control;

import org.voicepact.contract.entity.Contract;

/** Port: something that a contract waits for, and that follows from it, beyond what its parties say. */
public interface Consequence {

  /** Whether a contract that all have confirmed must still wait before it is in force. */
  boolean isAwaited(Contract confirmed);

  /** Whether what follows from a confirmed contract has begun, so that it can no longer be cancelled as if nothing were. */
  boolean hasBegun(Contract confirmed);

  /** Whether something that follows from a completed contract has not happened yet and can be stopped. */
  boolean canBeStopped(Contract completed);
}
