package org.voicepact.contract.entity;

import java.util.Locale;
import java.util.Set;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.platform.entity.WireValue;

/** Where a contract is in its life. */
public enum ContractStatus implements WireValue {
  PENDING,
  CONFIRMED,
  ACTIVE,
  COMPLETED,
  DISPUTED,
  CANCELLED,
  EXPIRED;

  /** Those that a contract can still leave. */
  public static final Set<ContractStatus> OPEN = Set.of(PENDING, CONFIRMED, ACTIVE, DISPUTED);

  /** Whether a contract may go from this status to that one; there are no other changes. */
  boolean mayBecome(ContractStatus next) {
    return switch (this) {
      case PENDING -> next == CONFIRMED || next == CANCELLED || next == EXPIRED;
      case CONFIRMED -> next == ACTIVE || next == CANCELLED;
      case ACTIVE -> next == COMPLETED || next == DISPUTED;
      case DISPUTED -> next == COMPLETED || next == CANCELLED;
      // Money that is still held can be stopped so.
      case COMPLETED -> next == DISPUTED;
      case CANCELLED, EXPIRED -> false;
    };
  }

  /** Whether something about the contract is still to be decided, for which its parties must be known. */
  public boolean isUnderWay() {
    return this == PENDING || this == ACTIVE || this == DISPUTED;
  }

  void requireNotEnded() {
    if (this == CANCELLED) {
      throw new ContractRefusal(Reason.CANCELLED);
    }
    if (this == EXPIRED) {
      throw new ContractRefusal(Reason.EXPIRED);
    }
  }

  void requirePending() {
    requireNotEnded();
    if (this != PENDING) {
      throw new ContractRefusal(Reason.NO_LONGER_PENDING);
    }
  }

  void requireActive() {
    requireNotEnded();
    switch (this) {
      case PENDING, CONFIRMED -> throw new ContractRefusal(Reason.NOT_YET_ACTIVE);
      case DISPUTED -> throw new ContractRefusal(Reason.DISPUTED);
      case COMPLETED -> throw new ContractRefusal(Reason.COMPLETED);
      default -> {}
    }
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
