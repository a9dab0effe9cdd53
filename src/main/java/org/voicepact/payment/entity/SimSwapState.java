package org.voicepact.payment.entity;

import java.time.Instant;
import java.util.Optional;

/** What is known of the card of a number by the questions that were asked since some time. */
public sealed interface SimSwapState {

  /** It was not replaced of late. */
  record Unchanged() implements SimSwapState {}

  /**
   * It was replaced of late.
   *
   * @param at the latest moment at which it can have been, where that is known
   */
  record Replaced(Optional<Instant> at) implements SimSwapState {}

  /** The network was asked and cannot say. */
  record Unknown() implements SimSwapState {}

  /**
   * There is no answer yet.
   *
   * @param since the first question
   * @param isAskedOfNobody whether no question was taken, so that it should be asked again
   */
  record Waiting(Instant since, boolean isAskedOfNobody) implements SimSwapState {}

  /** Nothing was asked. */
  record NotAsked() implements SimSwapState {}
}
