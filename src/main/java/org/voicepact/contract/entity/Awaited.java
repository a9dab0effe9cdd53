package org.voicepact.contract.entity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.WireValue;

/**
 * What a contract waits for before it goes on.
 *
 * @param by whose turn it is, each role once; empty where that is nobody of the contract, but the office
 * @param until when the wait ends by itself, as far as that is known
 */
public record Awaited(Act act, List<Role> by, Optional<Instant> until) {

  /** What somebody has to do. */
  public enum Act implements WireValue {
    /** A yes or a no to the terms. */
    CONFIRMATION,
    /** Without the price, which is held then, a confirmed contract is not in force. */
    PAYMENT,
    DELIVERY,
    /** Of what was delivered; a complaint ends the wait as well. */
    ACCEPTANCE,
    /** Of a dispute; an administrator may decide it, too, where there is a mediator. */
    DECISION;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Empty where the contract is over. */
  public static Optional<Awaited> of(Contract contract) {
    return switch (contract.status()) {
      case PENDING ->
        Optional.of(
            new Awaited(Act.CONFIRMATION, unanswered(contract), Optional.of(contract.expiresAt())));
      case CONFIRMED ->
        Optional.of(new Awaited(Act.PAYMENT, List.of(Role.BUYER), Optional.empty()));
      case ACTIVE -> Optional.of(inForce(contract.fulfilment().open()));
      case DISPUTED -> Optional.of(new Awaited(Act.DECISION, mediator(contract), Optional.empty()));
      case COMPLETED, CANCELLED, EXPIRED -> Optional.empty();
    };
  }

  private static List<Role> unanswered(Contract contract) {
    return contract.parties().stream()
        .filter(party -> party.confirmation() == Confirmation.PENDING)
        .map(Party::role)
        .distinct()
        .toList();
  }

  private static Awaited inForce(Optional<Delivery> open) {
    return open.map(claim -> new Awaited(Act.ACCEPTANCE, List.of(Role.BUYER), claim.acceptUntil()))
        .orElseGet(() -> new Awaited(Act.DELIVERY, List.of(Role.SELLER), Optional.empty()));
  }

  private static List<Role> mediator(Contract contract) {
    return contract.parties().stream()
        .map(Party::role)
        .filter(role -> role == Role.MEDIATOR)
        .toList();
  }
}
