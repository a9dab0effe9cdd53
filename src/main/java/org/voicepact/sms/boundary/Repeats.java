package org.voicepact.sms.boundary;

import java.util.function.BooleanSupplier;

/** Calls of a gateway that come twice at the same time: one of the two fails on a key, and is as good as done. */
final class Repeats {

  private Repeats() {}

  /**
   * @param act keeps what was called, in a transaction of its own
   * @param isDone whether the same was kept, by whichever call
   */
  static void tolerate(Runnable act, BooleanSupplier isDone) {
    try {
      act.run();
    } catch (RuntimeException e) {
      if (!isDone.getAsBoolean()) {
        throw e;
      }
    }
  }
}
