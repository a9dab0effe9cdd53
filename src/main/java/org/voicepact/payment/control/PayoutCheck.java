package org.voicepact.payment.control;

import java.util.List;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Port: a look at the numbers of a payout before a provider is told of it. It may call over the network, so it is never
 * asked within a transaction, and it answers within 15 seconds.
 */
public interface PayoutCheck {

  /**
   * @param numbers of who is paid and, where an acceptance is what it is paid for, of who accepted
   */
  Finding look(List<PhoneNumber> numbers);

  /** What was found. */
  sealed interface Finding {

    /** Nothing speaks against it. */
    record Clear() implements Finding {}

    /**
     * A person has to look at it.
     *
     * @param reason without numbers of phones
     */
    record Doubtful(String reason) implements Finding {}

    /** It is asked again, for an hour; after that a person has to look at it. */
    record NoAnswer(String reason) implements Finding {}
  }
}
