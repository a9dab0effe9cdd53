package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractResolved;
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
import org.voicepact.platform.entity.WireValue;

/** Lets a person decide by hand where the money of a payment goes; much money needs two people who say the same. */
@Singleton
public class DecidingPayment {

  private static final int PEOPLE = 2;

  private final Contracts contracts;
  private final Payments payments;
  private final ProofOfContract proof;
  private final DividingMoney dividing;
  private final Approvals approvals;
  private final PaymentSettings settings;
  private final AuditTrail audit;

  @Inject
  public DecidingPayment(
      Contracts contracts,
      Payments payments,
      ProofOfContract proof,
      DividingMoney dividing,
      Approvals approvals,
      PaymentSettings settings,
      AuditTrail audit) {
    this.contracts = contracts;
    this.payments = payments;
    this.proof = proof;
    this.dividing = dividing;
    this.approvals = approvals;
    this.settings = settings;
    this.audit = audit;
  }

  /** Where the money goes. */
  public enum Choice implements WireValue {
    RELEASE,
    REFUND,
    /** As the dispute about the contract was decided. */
    DECISION;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Who decides.
   *
   * @param actor as the audit trail names it
   * @param person likewise who stands behind it, whatever key was used; the same for all of a party’s tokens
   * @param phone where it is a party
   */
  public record Decider(Actor actor, String person, Optional<PhoneNumber> phone) {

    public Decider {
      person = phone.isPresent() ? ContractResolved.MEDIATOR : person;
    }
  }

  /**
   * What came of it.
   *
   * @param isDone false where another person has to say the same first
   */
  public record Decided(Hold hold, boolean isDone) {}

  /**
   * @param reason in the decider's own words; it is no part of the evidence
   * @throws PaymentRefusal where there is no such payment, the decider may not, nothing is held, nothing was decided that
   *     could be carried out, a proof is missing, or the provider does not carry a part
   */
  @Transactional
  public Decided decide(String payment, Choice choice, Decider by, String reason) {
    Locked locked = contracts.lock(payments.contractOf(payment));
    Contract contract = locked.contract();
    Hold hold = payments.find(payment);
    by.phone().ifPresent(phone -> requireMediator(contract, phone));
    requireDecidable(contract, hold);
    requireCome(hold, choice, by);
    Money toSeller = toSeller(contract, hold, choice);
    if (toSeller.amount().signum() > 0) {
      proof.missing(contract).ifPresent(missing -> {
        throw PaymentRefusal.unproved(missing);
      });
    }
    if (toSeller.amount().signum() > 0 && !toSeller.equals(hold.free())) {
      // Of a whole the provider says itself that it does not carry it, and people can settle that.
      dividing.requireCarried(hold, toSeller, PaymentRefusal::notCarried);
    }
    Approvals.Added added = approvals.add(
        new Approval(hold.payment(), choice.name(), by.person(), reason, locked.now()));
    boolean isDone =
        added.people() >= PEOPLE || !settings.needsTwoPeople(payments.came(hold.payment()));
    if (isDone || added.isNew() && hasRoom(contract)) {
      record(hold, choice, by, isDone, locked.now());
    }
    if (isDone) {
      approvals.forget(hold.payment());
      Optional<Payout.Kind> doubted = kindOfDoubtedNumber(hold);
      dividing.divide(contract, hold, toSeller, locked.now()).stream()
          .filter(payout -> doubted.filter(payout.kind()::equals).isPresent())
          .forEach(Payout::acceptNumber);
    }
    return new Decided(hold, isDone);
  }

  private Money toSeller(Contract contract, Hold hold, Choice choice) {
    Money free = hold.free();
    BigDecimal share = switch (choice) {
      case RELEASE -> free.amount();
      case REFUND -> BigDecimal.ZERO;
      case DECISION ->
        contract
            .dispute()
            .filter(dispute -> dispute.outcome().isPresent())
            .map(dispute -> dividing.leftOfDecision(contract, dispute))
            .orElseThrow(() -> new PaymentRefusal(Reason.NOT_DECIDED));
    };
    return new Money(free.amount().min(share), free.currency());
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

  private boolean hasRoom(Contract contract) {
    return audit.hasRoom(Subject.contract(contract.id().value()), Room.STEPS);
  }

  /** Whether the money came at all is not for a mediator to say, nor for who has decided about the contract. */
  private static void requireCome(Hold hold, Choice choice, Decider by) {
    if (hold.payment().isInReviewFor(ReviewCause.PROVIDER)
        && (choice == Choice.DECISION || by.phone().isPresent())) {
      throw new PaymentRefusal(Reason.UNDER_WAY);
    }
  }

  /** Of the last payout that was stopped for its numbers; those of the other kind nobody has looked at. */
  private static Optional<Payout.Kind> kindOfDoubtedNumber(Hold hold) {
    return hold.payouts().stream()
        .filter(payout -> hold.payment().isInReviewFor(ReviewCause.NUMBER))
        .filter(payout -> payout.state() == Payout.State.STOPPED)
        .reduce((first, second) -> second)
        .map(Payout::kind);
  }

  private void record(Hold hold, Choice choice, Decider by, boolean isDone, Instant now) {
    audit.byCaller(
        by.actor(),
        "payment." + choice.wire() + (isDone ? ".decided" : ".approved"),
        Subject.contract(hold.payment().contract().value()),
        Map.of("payment", hold.payment().id()),
        now);
  }
}
