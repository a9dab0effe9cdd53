package org.voicepact.contract.entity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Dispute.Decider;
import org.voicepact.contract.entity.Dispute.Decision;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.PlainDecimal;

/**
 * How a contract is carried out: the seller claims deliveries, one after the other, the buyer accepts each, and what
 * they do not agree on becomes a dispute that somebody else decides. The contract changes its status.
 */
public final class Fulfilment {

  private final Contract contract;
  private final List<Delivery> deliveries;

  Fulfilment(Contract contract, List<Delivery> deliveries) {
    this.contract = contract;
    this.deliveries = deliveries;
  }

  /**
   * The seller says that something was delivered. The same again changes nothing while it waits for the buyer.
   *
   * @param named the version that is acted on, where one is named
   * @param agreed how much is owed by the terms, where they say so in a number
   * @param takesParts whether the record has room for a delivery that is not the last
   */
  public Effect claim(
      PhoneNumber phone,
      Optional<Integer> named,
      Claimed claimed,
      Optional<BigDecimal> agreed,
      BooleanSupplier takesParts,
      Instant now) {
    require(contract.party(phone), Role.SELLER, Reason.NOT_THE_SELLER);
    contract.status().requireActive();
    contract.requireCurrent(named);
    Optional<BigDecimal> owed = agreed.map(all -> all.subtract(accepted()));
    Optional<BigDecimal> quantity = claimed.quantity().or(() -> owed);
    boolean isLast = claimed.quantity().isEmpty() || isZero(owed, quantity.get());
    Optional<Delivery> open = open();
    if (open.isPresent()) {
      if (open.get().says(quantity, isLast, claimed.note())) {
        return Effect.NONE;
      }
      throw new ContractRefusal(Reason.CLAIM_WAITS);
    }
    if (owed.isPresent() && quantity.get().compareTo(owed.get()) > 0) {
      throw new ContractRefusal(Reason.MORE_THAN_AGREED);
    }
    if (!isLast && !takesParts.getAsBoolean()) {
      throw new ContractRefusal(Reason.IN_TOO_MANY_PARTS);
    }
    deliveries.add(
        new Delivery(contract, deliveries.size() + 1, quantity, isLast, claimed.note(), now));
    contract.changed(now);
    return Effect.RECORDED;
  }

  private static boolean isZero(Optional<BigDecimal> owed, BigDecimal delivered) {
    return owed.filter(rest -> rest.compareTo(delivered) == 0).isPresent();
  }

  /**
   * The buyer accepts what was claimed; to accept it again changes nothing. The last one completes the contract.
   *
   * @param number of the claim, where one is named; else it is the last one
   */
  public Effect accept(
      PhoneNumber phone, Optional<Integer> named, Optional<Integer> number, Instant now) {
    require(contract.party(phone), Role.BUYER, Reason.NOT_THE_BUYER);
    contract.requireCurrent(named);
    Optional<Delivery> meant = number.map(this::claim).orElseGet(this::last);
    if (meant.flatMap(Delivery::acceptedAt).isPresent()) {
      return Effect.NONE;
    }
    contract.status().requireActive();
    return accept(meant.orElseThrow(() -> new ContractRefusal(Reason.NOTHING_CLAIMED)), false, now);
  }

  /** Accepts in the name of a buyer who was told and said nothing in time. */
  public Effect acceptSilently(Instant now) {
    return accept(
        open()
            .filter(claim -> isSilenceOver(now))
            .orElseThrow(() -> new IllegalStateException("no claim has waited long enough")),
        true,
        now);
  }

  private Effect accept(Delivery claim, boolean silently, Instant now) {
    claim.accept(silently, now);
    if (!claim.isLast()) {
      contract.changed(now);
      return Effect.RECORDED;
    }
    contract.become(ContractStatus.COMPLETED, now);
    return Effect.DECIDED;
  }

  /**
   * Whether the open claim counts as accepted.
   *
   * @param now the database's time
   */
  public boolean isSilenceOver(Instant now) {
    return contract.status() == ContractStatus.ACTIVE
        && open()
            .flatMap(Delivery::acceptUntil)
            .filter(until -> !now.isBefore(until))
            .isPresent();
  }

  /**
   * The buyer was told of a claim; where it waits, the time begins in which the buyer may answer.
   *
   * @param number of the claim
   */
  public void noticeSent(int number, Instant sent, Duration timeToAnswer) {
    open().filter(claim -> claim.number() == number).ifPresent(claim -> {
      claim.noticeSent(sent, timeToAnswer);
      contract.changedBeside();
    });
  }

  /** The buyer was not told of a claim after all; where it waits, no time runs for it. */
  public void noticeLost(int number) {
    open().filter(claim -> claim.number() == number).ifPresent(claim -> {
      claim.noticeLost();
      contract.changedBeside();
    });
  }

  /** Buyer or seller says that something is wrong; to say the same again changes nothing. */
  public Effect dispute(PhoneNumber phone, Optional<Integer> named, String reason, Instant now) {
    return dispute(phone, named, reason, false, now);
  }

  /** Likewise of a completed contract that was not disputed before, because something is left to be stopped. */
  public Effect disputeLate(
      PhoneNumber phone, Optional<Integer> named, String reason, Instant now) {
    return dispute(phone, named, reason, true, now);
  }

  private Effect dispute(
      PhoneNumber phone, Optional<Integer> named, String reason, boolean lateToo, Instant now) {
    Party party = contract.party(phone);
    if (party.role() != Role.BUYER && party.role() != Role.SELLER) {
      throw new ContractRefusal(Reason.NEITHER_BUYER_NOR_SELLER);
    }
    contract.requireCurrent(named);
    if (contract.status() == ContractStatus.DISPUTED
        && contract.dispute().filter(known -> known.says(party.role(), reason)).isPresent()) {
      return Effect.NONE;
    }
    boolean isLate = contract.status() == ContractStatus.COMPLETED
        && lateToo
        && contract.dispute().isEmpty();
    if (!isLate) {
      contract.status().requireActive();
    }
    contract.raise(new Dispute(contract, party.role(), reason, now), now);
    return Effect.DECIDED;
  }

  /** The mediator decides a dispute; to decide the same again changes nothing. */
  public Effect resolve(
      PhoneNumber mediator, Optional<Integer> named, Decision decision, Instant now) {
    require(contract.party(mediator), Role.MEDIATOR, Reason.NOT_THE_MEDIATOR);
    contract.requireCurrent(named);
    return resolve(Decider.MEDIATOR, decision, now);
  }

  /** Likewise an administrator. */
  public Effect resolveByOperator(Optional<Integer> named, Decision decision, Instant now) {
    contract.requireCurrent(named);
    return resolve(Decider.OPERATOR, decision, now);
  }

  private Effect resolve(Decider by, Decision decision, Instant now) {
    Dispute dispute =
        contract.dispute().orElseThrow(() -> new ContractRefusal(Reason.NOT_DISPUTED));
    if (dispute.outcome().isPresent()) {
      if (dispute.says(decision)) {
        return Effect.NONE;
      }
      throw new ContractRefusal(Reason.DECIDED_OTHERWISE);
    }
    dispute.resolve(by, decision, now);
    contract.become(decision.outcome().status(), now);
    return Effect.DECIDED;
  }

  private static void require(Party party, Role role, Reason otherwise) {
    if (party.role() != role) {
      throw new ContractRefusal(otherwise);
    }
  }

  /** All claims, the first first. */
  public List<Delivery> claims() {
    return List.copyOf(deliveries);
  }

  /** The claim that waits for the buyer; there is one at most. */
  public Optional<Delivery> open() {
    return last().filter(claim -> claim.acceptedAt().isEmpty());
  }

  public Optional<Delivery> last() {
    return deliveries.isEmpty()
        ? Optional.empty()
        : Optional.of(deliveries.get(deliveries.size() - 1));
  }

  private Optional<Delivery> claim(int number) {
    return deliveries.stream().filter(claim -> claim.number() == number).findFirst();
  }

  /** How much was accepted so far, as far as it was said in numbers. */
  public BigDecimal accepted() {
    BigDecimal sum = deliveries.stream()
        .filter(claim -> claim.acceptedAt().isPresent())
        .flatMap(claim -> claim.quantity().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new BigDecimal(PlainDecimal.spelled(sum));
  }
}
