package org.voicepact.contract.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** Why the rules of a contract do not allow what was asked for; each channel has its own words for a reason. */
public final class ContractRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  /** The reasons. */
  public enum Reason {
    UNKNOWN_CONTRACT(Kind.NOT_FOUND, "There is no such contract"),
    UNKNOWN_VERSION(Kind.NOT_FOUND, "The contract has no such version"),
    /** The same answer as where there is no such contract, so that nobody finds parties by trying numbers. */
    NOT_A_PARTY(Kind.NOT_FOUND, "There is no such contract of this phone number"),
    EXPIRED(Kind.CONFLICT, "The contract has expired: not every party confirmed it in time"),
    CANCELLED(Kind.CONFLICT, "The contract was cancelled"),
    NO_LONGER_PENDING(
        Kind.CONFLICT,
        "All parties have confirmed the contract; it can no longer be changed this way"),
    UNDER_WAY(
        Kind.CONFLICT,
        "The contract is under way; personal data can be erased once it is confirmed, completed, cancelled or expired"),
    AWAITED(
        Kind.CONFLICT,
        "The contract waits for what brings it into force; personal data can be erased once it is in force and over, or cancelled"),
    BEGUN(
        Kind.CONFLICT,
        "What follows from the contract has begun, as a payment; it must be over before the contract can be cancelled"),
    AMENDED_TOO_OFTEN(
        Kind.CONFLICT,
        "The contract has been amended so often, or with so many words, that its proof would become too large; make a new one"),
    IN_TOO_MANY_PARTS(
        Kind.CONFLICT,
        "So much has happened under the contract that its proof has no room for another part; claim all that is left, without"
            + " a quantity"),
    NOTED_TOO_OFTEN(
        Kind.CONFLICT,
        "So much has happened under the contract that its proof has no room for another note"),
    NOT_YET_ACTIVE(
        Kind.CONFLICT,
        "The contract is not in force yet: not every party has confirmed it, or its price is not held"),
    COMPLETED(Kind.CONFLICT, "The contract is completed"),
    DISPUTED(Kind.CONFLICT, "The contract is disputed; it waits for a decision"),
    NOT_THE_SELLER(Kind.FORBIDDEN, "Only the seller can say that something was delivered"),
    NOT_THE_BUYER(Kind.FORBIDDEN, "Only the buyer can accept a delivery"),
    NEITHER_BUYER_NOR_SELLER(Kind.FORBIDDEN, "Only buyer and seller can dispute a contract"),
    NOT_THE_MEDIATOR(
        Kind.FORBIDDEN, "Only the contract's mediator or an administrator can decide a dispute"),
    PROOF_NEEDED(Kind.FORBIDDEN, "A mediator decides only with a number that is proved"),
    CLAIM_WAITS(
        Kind.CONFLICT,
        "Another delivery waits for the buyer; it must be accepted or disputed first"),
    MORE_THAN_AGREED(Kind.CONFLICT, "The quantity is more than is still to be delivered"),
    NOTHING_CLAIMED(
        Kind.CONFLICT, "There is nothing to accept: the seller has not claimed such a delivery"),
    NOT_DISPUTED(Kind.CONFLICT, "The contract is not disputed; there is nothing to decide"),
    DECIDED_OTHERWISE(Kind.CONFLICT, "The dispute was already decided the other way"),
    OUTDATED_VERSION(
        Kind.CONFLICT, "The contract was amended: the version named is not the current one"),
    AMENDED_MEANWHILE(
        Kind.CONFLICT,
        "The contract was amended by another request at the same time; read it again"),
    OLDER_THAN_LOG(
        Kind.CONFLICT,
        "The contract is older than this installation's audit log, so there is no proof of it"),
    PRECONDITION_FAILED(
        Kind.PRECONDITION_FAILED, "The contract has changed since the state that If-Match names");

    private final Kind kind;
    private final String message;

    Reason(Kind kind, String message) {
      this.kind = kind;
      this.message = message;
    }
  }

  private final Reason reason;

  public ContractRefusal(Reason reason) {
    super(reason.kind, reason.message, List.of());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
