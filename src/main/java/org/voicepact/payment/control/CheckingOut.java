package org.voicepact.payment.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Contracts.Locked;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Role;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.control.AuditTrail.Room;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.MoneyStanding;
import org.voicepact.payment.entity.Payment;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.PaymentRequested;
import org.voicepact.payment.entity.PaymentStatus;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;

/** Keeps that a buyer is to be asked for a payment; the provider is told once this is committed. */
@Singleton
public class CheckingOut {

  /** The message that says what will be asked leaves first. */
  static final Duration LEAD = Duration.ofSeconds(2);

  /** Into a contract, those not counted of which nothing came: each takes some four entries of its record on its way out. */
  static final int MOST = 50;

  private final EntityManager entities;
  private final Contracts contracts;
  private final Payments payments;
  private final ProofOfContract proof;
  private final PaymentSettings settings;
  private final ChosenProvider provider;
  private final AuditTrail audit;
  private final Event<Object> events;

  @Inject
  public CheckingOut(
      EntityManager entities,
      Contracts contracts,
      Payments payments,
      ProofOfContract proof,
      PaymentSettings settings,
      ChosenProvider provider,
      AuditTrail audit,
      Event<Object> events) {
    this.entities = entities;
    this.contracts = contracts;
    this.payments = payments;
    this.proof = proof;
    this.settings = settings;
    this.provider = provider;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @param version that the buyer pays for, where one is named
   * @throws InvalidInput where the amount, or its currency, cannot be paid
   * @throws PaymentRefusal where the contract takes no such payment
   * @throws org.voicepact.contract.entity.ContractRefusal where there is no such contract of this number
   */
  @Transactional
  public Payment request(
      ContractId id, PhoneNumber phone, Optional<Integer> version, Money amount) {
    settings.whyNot(amount).or(() -> provider.whyNot(amount)).ifPresent(why -> {
      throw new InvalidInput("/amount", why);
    });
    Locked locked = contracts.lock(id);
    Contract contract = locked.contract();
    if (contract.party(phone).role() != Role.BUYER) {
      throw new PaymentRefusal(Reason.NOT_THE_BUYER);
    }
    requirePayable(contract, version, amount);
    requireServed(contract, phone);
    requireRoom(id);
    Instant now = locked.now();
    MoneyOrder order = new MoneyOrder(
        UUID.randomUUID().toString(),
        Direction.COLLECTION,
        provider.carrier(),
        id,
        phone,
        amount,
        now.plus(LEAD));
    Payment payment = new Payment(UUID.randomUUID().toString(), order, contract.version(), now);
    entities.persist(order);
    entities.flush();
    entities.persist(payment);
    events.fire(new PaymentRequested(contract, payment));
    return payment;
  }

  /** What is taken from the buyer must be able to go to the seller. */
  private void requireServed(Contract contract, PhoneNumber buyer) {
    provider.whyNot(buyer).ifPresent(why -> {
      throw new InvalidInput("/phone_number", why);
    });
    contract.parties().stream()
        .filter(party -> party.role() == Role.SELLER)
        .flatMap(party -> party.phone().stream())
        .flatMap(seller -> provider.whyNot(seller).stream())
        .findFirst()
        .ifPresent(why -> {
          throw PaymentRefusal.unserved(why);
        });
  }

  private void requireRoom(ContractId id) {
    long count = payments.of(id).stream()
        .filter(hold -> hold.payment().status() != PaymentStatus.FAILED)
        .count();
    if (count >= MOST || !audit.hasRoom(Subject.contract(id.value()), Room.NOTICES)) {
      throw new PaymentRefusal(Reason.TOO_MANY);
    }
  }

  private void requirePayable(Contract contract, Optional<Integer> version, Money amount) {
    if (contract.status() != ContractStatus.CONFIRMED
        && contract.status() != ContractStatus.ACTIVE) {
      throw new PaymentRefusal(Reason.NOT_CONFIRMED);
    }
    if (version.isPresent() && version.get() != contract.version()) {
      throw new ContractRefusal(ContractRefusal.Reason.OUTDATED_VERSION);
    }
    proof.missing(contract).ifPresent(missing -> {
      throw PaymentRefusal.unproved(missing);
    });
    MoneyStanding standing =
        payments.standing(contract).orElseThrow(() -> new PaymentRefusal(Reason.NO_AMOUNT));
    if (!standing.price().currency().equals(amount.currency())) {
      throw new InvalidInput(
          "/currency", "must be " + standing.price().currency() + ", as the terms say");
    }
    long excess = amount.minorUnits() - standing.owed().minorUnits();
    if (excess > 0) {
      throw new PaymentRefusal(
          excess <= standing.coming().minorUnits() ? Reason.ASKED_ALREADY : Reason.MORE_THAN_OWED);
    }
    requirePayableRest(Money.ofMinorUnits(-excess, amount.currency()), amount);
  }

  /** A rest of a few coins could be too little for the provider, and the price never be held. What is larger can be parted. */
  private void requirePayableRest(Money rest, Money amount) {
    if (rest.minorUnits() > 0 && rest.minorUnits() < amount.minorUnits()) {
      provider.whyNotPart(rest).ifPresent(why -> {
        throw new InvalidInput(
            "/amount", "leaves " + rest.amount().toPlainString() + " to be paid, but " + why);
      });
    }
  }
}
