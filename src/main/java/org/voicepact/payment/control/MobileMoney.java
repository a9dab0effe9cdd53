package org.voicepact.payment.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Statement;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Port: a provider that moves money between phones. Its methods call over the network, so they are never called within
 * a transaction, and each answers within 15 seconds. What a provider says, whatever it is, is a result; an exception is
 * a fault of the adapter, after which nobody knows what became of the call.
 */
public interface MobileMoney {

  /** The value of {@code PAYMENT_PROVIDER} that chooses it. */
  String name();

  /** Whether money moves by it; none does by one to try with, nor by a sandbox. */
  boolean isReal();

  /** Why it cannot work as it is set up, each naming a setting; empty where it can. Nothing is called for it. */
  default List<String> faults() {
    return List.of();
  }

  /** Why the provider can neither ask for nor pay this amount, in words for a caller; empty where it can. */
  Optional<String> whyNot(Money amount);

  /** Why nobody of this number can pay or be paid, in words for a caller; empty where somebody perhaps can. */
  default Optional<String> whyNot(PhoneNumber phone) {
    return Optional.empty();
  }

  /** Asks a person to pay, who agrees with a PIN on the phone. Called once for each instruction. */
  ProviderReply collect(Instruction instruction);

  /** Pays to a person. Called once for each instruction. */
  ProviderReply payOut(Instruction instruction);

  /**
   * Asks what became of an instruction. It may be asked as often as one likes.
   *
   * @param instruction as it was given; its callback is the address for an answer that comes as a notice
   * @param direction which of the two calls was given
   * @param providerReference by which the provider knows it, where that is known
   */
  Standing ask(Instruction instruction, Direction direction, Optional<String> providerReference);

  /**
   * Whether the answer to a question names our order. Where it does not, by the number of another movement somebody could
   * make us ask for that one, and a number is believed only from the provider's own answer or at the order's own address.
   */
  default boolean answersNameOrder(Direction direction) {
    return true;
  }

  /**
   * What it says has moved from one moment to another, both inclusive.
   *
   * @return empty where it does not tell that by itself, but in files for people
   */
  default Optional<Statement> statement(Instant from, Instant to) {
    return Optional.empty();
  }

  /** Reads a notice of this provider; empty where it is none. */
  Optional<ProviderNotice> read(JsonNode notice);
}
