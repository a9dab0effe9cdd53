package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Role;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Approval;
import org.voicepact.payment.entity.Hold;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.Payout;
import org.voicepact.payment.entity.ReviewCause;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** Lets a person decide by hand where the money of a payment goes; much money needs two people who say the same. */
@Singleton
public class DecidingPayment {

  private static final int PEOPLE = 2;

  private final Contracts contracts;
  private final Payments payments;
  private final ProofOfContract proof;
  private final PlanningPayouts planning;
  private final Approvals approvals;
  private final PaymentSettings settings;
  private final AuditTrail audit;

  @Inject
  public DecidingPayment(
      Contracts contracts,
      Payments payments,
      ProofOfContract proof,
      PlanningPayouts planning,
      Approvals approvals,
      PaymentSettings settings,
      AuditTrail audit) {
    this.contracts = contracts;
    this.payments = payments;
    this.proof = proof;
    this.planning = planning;
    this.approvals = approvals;
    this.settings = settings;
    this.audit = audit;
  }

  /**
   * Who decides.
   *
   * @param actor as the audit trail names it
   * @param person likewise who stands behind it, whatever key was used
   * @param phone where it is a party
   */
  public record Decider(Actor actor, String person, Optional<PhoneNumber> phone) {}

  /**
   * What came of it.
   *
   * @param isDone false where another person has to say the same first
   */
  public record Decided(Hold hold, boolean isDone) {}

  /**
   * @param reason in the decider's own words; it is no part of the evidence
   * @throws PaymentRefusal where there is no such payment, the decider may not, nothing is held or a proof is missing
   */
  @Transactional
  public Decided decide(String payment, Payout.Kind kind, Decider by, String reason) {
    Locked locked = contracts.lock(payments.contractOf(payment));
    Contract contract = locked.contract();
    Hold hold = payments.find(payment);
    by.phone().ifPresent(phone -> requireMediator(contract, phone));
    requireDecidable(contract, hold);
    requireCome(hold, by);
    if (kind == Payout.Kind.RELEASE) {
      proof.missing(contract).ifPresent(missing -> {
        throw PaymentRefusal.unproved(missing);
      });
    }
    Approvals.Added added =
        approvals.add(new Approval(hold.payment(), kind.name(), by.person(), reason, locked.now()));
    boolean isDone = added.people() >= PEOPLE || !settings.needsTwoPeople(came(hold));
    if (isDone || added.isNew() && hasRoom(contract)) {
      record(hold, kind, by, isDone, locked.now());
    }
    if (isDone) {
      approvals.forget(hold.payment());
      boolean isNumberInDoubt = isNumberInDoubt(hold, kind);
      Payout payout = planning.all(contract, hold, kind, locked.now());
      if (isNumberInDoubt) {
        payout.acceptNumber();
      }
    }
    return new Decided(hold, isDone);
  }

  /** The same answer as where there is no such payment, so that nobody finds payments by trying. */
  private static void requireMediator(Contract contract, PhoneNumber phone) {
    Role role = contract.parties().stream()
        .filter(party -> party.phone().filter(phone::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new PaymentRefusal(Reason.UNKNOWN_PAYMENT))
        .role();
    if (role != Role.MEDIATOR) {
      throw new PaymentRefusal(Reason.NOT_THE_MEDIATOR);
    }
  }

  private static void requireDecidable(Contract contract, Hold hold) {
    if (contract.status() == ContractStatus.DISPUTED) {
      throw new PaymentRefusal(Reason.DISPUTED);
    }
    if (hold.isUnderWay()) {
      throw new PaymentRefusal(Reason.UNDER_WAY);
    }
    if (!hold.hasFree()) {
      throw new PaymentRefusal(Reason.NOTHING_HELD);
    }
  }

  /** All that was paid into the contract: a price that was paid in small parts is not a small one. */
  private Money came(Hold hold) {
    long came = payments.of(hold.payment().contract()).stream()
        .map(Hold::payment)
        .filter(payment -> payment.heldAt().isPresent())
        .mapToLong(payment -> payment.amount().minorUnits())
        .sum();
    return Money.ofMinorUnits(came, hold.payment().amount().currency());
  }

  private boolean hasRoom(Contract contract) {
    return audit.hasRoom(Subject.contract(contract.id().value()), Room.STEPS);
  }

  /** Whether the money came at all is not for a mediator to say. */
  private static void requireCome(Hold hold, Decider by) {
    if (by.phone().isPresent() && hold.payment().isInReviewFor(ReviewCause.PROVIDER)) {
      throw new PaymentRefusal(Reason.UNDER_WAY);
    }
  }

  /** Whether the last payout of this kind was stopped for its numbers; those of the other kind nobody has looked at. */
  private static boolean isNumberInDoubt(Hold hold, Payout.Kind kind) {
    return hold.payment().isInReviewFor(ReviewCause.NUMBER)
        && hold.payouts().stream()
            .filter(payout -> payout.state() == Payout.State.STOPPED)
            .reduce((first, second) -> second)
            .filter(payout -> payout.kind() == kind)
            .isPresent();
  }

  private void record(Hold hold, Payout.Kind kind, Decider by, boolean isDone, Instant now) {
    audit.byCaller(
        by.actor(),
        "payment." + kind.wire() + (isDone ? ".decided" : ".approved"),
        Subject.contract(hold.payment().contract().value()),
        Map.of("payment", hold.payment().id()),
        now);
  }
}
