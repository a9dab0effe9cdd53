package org.voicepact.payment.entity;

import java.util.List;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.Refusal;

/** Why money is not moved, or not promised. */
public final class PaymentRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  /** The reasons. */
  public enum Reason {
    UNKNOWN_PAYMENT(Kind.NOT_FOUND, "There is no such payment"),
    NOT_THE_BUYER(Kind.FORBIDDEN, "Only the buyer of the contract pays into it"),
    NOT_THE_MEDIATOR(
        Kind.FORBIDDEN,
        "Only the contract's mediator or an administrator can decide about a payment"),
    NOT_CONFIRMED(
        Kind.CONFLICT,
        "Only a contract that all parties have confirmed, and that is not over, is paid into"),
    UNSERVED(Kind.CONFLICT, "The seller could not be paid"),
    NO_AMOUNT(Kind.CONFLICT, "The terms of the contract name no amount to pay"),
    MORE_THAN_OWED(Kind.CONFLICT, "The amount is more than is still to be paid"),
    ASKED_ALREADY(
        Kind.CONFLICT,
        "The buyer is asked for this already: that payment ends first, by itself, or an administrator closes it"),
    TOO_MANY(
        Kind.CONFLICT,
        "The contract was paid into so often, or so much else has happened under it, that its proof has no room for more; pay"
            + " what is left outside of it"),
    UNPROVED(Kind.CONFLICT, "Money moves only on what was proved"),
    NOTHING_HELD(Kind.CONFLICT, "Nothing of this payment is held that could go out"),
    NOT_CARRIED(Kind.CONFLICT, "The provider could not pay this out"),
    NOT_DECIDED(
        Kind.CONFLICT,
        "No dispute about the contract was decided, so there is nothing to carry out"),
    HAS_COME(Kind.CONFLICT, "Money of this payment has come; it is released or refunded"),
    PROMPT_OPEN(
        Kind.CONFLICT,
        "The buyer is still asked; ten minutes after that began it can be closed, where nothing has come"),
    UNKNOWN_RECONCILIATION(Kind.NOT_FOUND, "There is no such comparison with a statement"),
    UNKNOWN_NOTICE(Kind.NOT_FOUND, "There is no such notice that somebody has to look at"),
    UNKNOWN_TRANSACTION(Kind.NOT_FOUND, "The payment has no such transaction"),
    NOT_TO_SETTLE(
        Kind.CONFLICT,
        "People say what became of a transaction only where it is in review or the provider contradicts itself, of a failed"
            + " one that its money has moved after all, while what it would take is still held, or of one that has moved"
            + " that its money went back; of a payment of which something is planned or paid out, nobody can"),
    ERASED(
        Kind.CONFLICT,
        "The personal data of the contract was erased, so nobody could get the money that would be held"),
    RECEIPT_OF_ANOTHER(Kind.CONFLICT, "The receipt is not that of this movement"),
    UNDER_WAY(
        Kind.CONFLICT,
        "Money of this payment is on its way, or may have gone: a dispute stops what has not left, and people settle what"
            + " nobody knows"),
    DISPUTED(Kind.CONFLICT, "The contract is disputed; its money goes where the decision says"),
    MONEY_HELD(
        Kind.CONFLICT,
        "Money of this contract is held or on its way; personal data can be erased after that");

    private final Kind kind;
    private final String message;

    Reason(Kind kind, String message) {
      this.kind = kind;
      this.message = message;
    }
  }

  private final Reason reason;

  public PaymentRefusal(Reason reason) {
    this(reason, reason.message, List.of());
  }

  private PaymentRefusal(Reason reason, String message, List<Fault> faults) {
    super(reason.kind, message, faults);
    this.reason = reason;
  }

  /**
   * @param missing which proof, as {@code the confirmation of the seller was only claimed}
   */
  public static PaymentRefusal unproved(String missing) {
    return new PaymentRefusal(Reason.UNPROVED, Reason.UNPROVED.message + ": " + missing, List.of());
  }

  /**
   * @param why as {@code M-Pesa serves mobile numbers of Kenya alone}
   */
  public static PaymentRefusal unserved(String why) {
    return new PaymentRefusal(Reason.UNSERVED, Reason.UNSERVED.message + ": " + why, List.of());
  }

  /**
   * @param part as {@code 150000.50 KES}
   * @param why as {@code M-Pesa carries whole shillings alone}
   */
  public static PaymentRefusal notCarried(String part, String why) {
    return new PaymentRefusal(
        Reason.NOT_CARRIED, Reason.NOT_CARRIED.message + ": " + part + ", but " + why, List.of());
  }

  /** It is known of another movement, or this movement is known by another one. */
  public static PaymentRefusal receiptOfAnother() {
    return new PaymentRefusal(
        Reason.RECEIPT_OF_ANOTHER,
        Reason.RECEIPT_OF_ANOTHER.message,
        List.of(new Fault("/receipt", "must be the provider’s number of this movement alone")));
  }

  public Reason reason() {
    return reason;
  }
}
