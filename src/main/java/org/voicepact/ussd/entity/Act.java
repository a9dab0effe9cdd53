package org.voicepact.ussd.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.entity.WireValue;

/** What a party can do with a contract from the menu. */
public enum Act implements WireValue {
  CONFIRM("1", Action.CONFIRM),
  DECLINE("2", Action.DECLINE),
  /** The seller says that all was delivered that is still owed. */
  CLAIM("1", Action.DELIVER),
  /** The buyer accepts what the seller claims. */
  ACCEPT("1", Action.ACCEPT),
  /** Something is wrong; what it is, is asked for first. */
  DISPUTE("2", Action.DISPUTE),
  /** The mediator decides a dispute so that the contract is carried out; why, is asked for first. */
  COMPLETE("1", Action.RESOLVE),
  /** Likewise so that it is not. */
  CANCEL("2", Action.RESOLVE);

  private final String digit;
  private final Action action;

  Act(String digit, Action action) {
    this.digit = digit;
    this.action = action;
  }

  /** The digit that stands for it beside a contract: what goes on with it is 1, what ends it is 2. */
  public String digit() {
    return digit;
  }

  /** By which it is known elsewhere. */
  public Action action() {
    return action;
  }

  /** Whether words of the caller belong to it. */
  public boolean needsWords() {
    return this == DISPUTE || this == COMPLETE || this == CANCEL;
  }

  /**
   * What it is done to: the version of the terms, or, where a delivery is accepted, that delivery's number. Two digits
   * that were asked for one of them count for no other.
   */
  public int numberIn(Contract contract) {
    return this == ACCEPT
        ? contract.fulfilment().open().map(Delivery::number).orElse(0)
        : contract.version();
  }

  /**
   * What a party can do with a contract at this time.
   *
   * @param canStop whether it is completed, and a dispute would still stop something
   */
  public static List<Act> of(Contract contract, Party party, Instant now, boolean canStop) {
    if (contract.status() == ContractStatus.ACTIVE) {
      return whileActive(contract, party);
    }
    if (canStop && contract.dispute().isEmpty() && canDispute(party)) {
      return List.of(DISPUTE);
    }
    if (contract.status() == ContractStatus.DISPUTED && party.role() == Role.MEDIATOR) {
      return List.of(COMPLETE, CANCEL);
    }
    if (contract.status() != ContractStatus.PENDING || contract.isOverdue(now)) {
      return List.of();
    }
    return party.confirmation() == Confirmation.PENDING
        ? List.of(CONFIRM, DECLINE)
        : List.of(DECLINE);
  }

  private static List<Act> whileActive(Contract contract, Party party) {
    boolean isClaimed = contract.fulfilment().open().isPresent();
    List<Act> acts = new ArrayList<>();
    if (party.role() == Role.SELLER && !isClaimed) {
      acts.add(CLAIM);
    }
    if (party.role() == Role.BUYER && isClaimed) {
      acts.add(ACCEPT);
    }
    if (canDispute(party)) {
      acts.add(DISPUTE);
    }
    return acts;
  }

  private static boolean canDispute(Party party) {
    return party.role() == Role.SELLER || party.role() == Role.BUYER;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
