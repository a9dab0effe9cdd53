package org.voicepact.evidence.entity;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a statement, and the entry that names it, say besides who did what to which version.
 *
 * @param claim the number of the delivery that it is about, from 1 on
 * @param quantity of that delivery, in the one spelling of numbers; empty where none was named
 * @param outcome of a dispute: the status that the contract got by it
 */
public record Particulars(
    Optional<Long> claim, Optional<String> quantity, Optional<String> outcome) {

  public static final Particulars NONE =
      new Particulars(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String CLAIM = "claim";
  private static final String QUANTITY = "quantity";
  private static final String OUTCOME = "outcome";

  public static Particulars delivery(long claim, Optional<String> quantity) {
    return new Particulars(Optional.of(claim), quantity, Optional.empty());
  }

  public static Particulars outcome(String outcome) {
    return new Particulars(Optional.empty(), Optional.empty(), Optional.of(outcome));
  }

  /** Where the outcome is said by other means. */
  public Particulars withoutOutcome() {
    return new Particulars(claim, quantity, Optional.empty());
  }

  /** Tells each member that is there, in the spelling of documents. */
  public void each(BiConsumer<String, String> member) {
    claim.ifPresent(number -> member.accept(CLAIM, Long.toString(number)));
    quantity.ifPresent(number -> member.accept(QUANTITY, number));
    outcome.ifPresent(status -> member.accept(OUTCOME, status));
  }

  /**
   * Reads what a document of this type has.
   *
   * @throws NotThisFormat where something is missing or wrong
   */
  public static Particulars read(Statement.Type type, Members members) {
    return switch (type) {
      case CONFIRMATION, DECLINE, DISPUTE -> NONE;
      case DELIVERY, ACCEPTANCE -> readDelivery(members);
      case RESOLUTION -> outcome(members.text(OUTCOME));
    };
  }

  public static Particulars readDelivery(Members members) {
    return delivery(members.number(CLAIM), members.optionalText(QUANTITY));
  }
}
