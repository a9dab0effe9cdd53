package org.voicepact.payment.entity;

/** What comes back when somebody is asked about the card of a number. */
public sealed interface SimSwapReply {

  record Answered(SimSwap swap) implements SimSwapReply {}

  /**
   * The answer will come as a notice.
   *
   * @param reference by which the notice names the question
   */
  record AnswersLater(String reference) implements SimSwapReply {}

  /**
   * The question was not taken; it can be asked again.
   *
   * @param reason in a few words, without numbers of phones
   */
  record NoAnswer(String reason) implements SimSwapReply {}
}
