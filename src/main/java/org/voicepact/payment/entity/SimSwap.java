package org.voicepact.payment.entity;

import java.time.Instant;
import java.util.Optional;

/** Whether the card of a number was replaced. */
public sealed interface SimSwap {

  /**
   * It was.
   *
   * @param at the latest moment at which it can have been; unknown where it is empty
   */
  record Found(Optional<Instant> at) implements SimSwap {}

  /** It was not, as far back as the network knows. */
  record None() implements SimSwap {}

  /** The network cannot say. */
  record Unknown() implements SimSwap {}
}
