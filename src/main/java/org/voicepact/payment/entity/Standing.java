package org.voicepact.payment.entity;

import java.util.Optional;
import org.voicepact.platform.entity.Money;

/** What a provider says, on being asked, about an instruction. */
public sealed interface Standing {

  /**
   * The money has moved.
   *
   * @param receipt the provider's number of the movement, where it says one
   * @param amount where it says one
   */
  record Succeeded(Optional<String> receipt, Optional<Money> amount) implements Standing {}

  /** No money has moved and none will. */
  record Failed(String reason) implements Standing {}

  /** It waits, as for a PIN. */
  record Waiting() implements Standing {}

  /** The answer will come as a notice to the callback of the question. */
  record AnswersLater() implements Standing {}

  /** The provider knows no such instruction. Only a person can decide what that means. */
  record NotKnown(String reason) implements Standing {}

  /** There was no answer; it can be asked again. */
  record NoAnswer(String reason) implements Standing {}
}
