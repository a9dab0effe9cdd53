package org.voicepact.contract.entity;

import java.util.Locale;
import java.util.Set;
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
      case CONFIRMED -> next == ACTIVE;
      case ACTIVE -> next == COMPLETED || next == DISPUTED;
      case DISPUTED -> next == COMPLETED || next == CANCELLED;
      case COMPLETED, CANCELLED, EXPIRED -> false;
    };
  }

  /** Whether something about the contract is still to be decided, for which its parties must be known. */
  public boolean isUnderWay() {
    return this == PENDING || this == ACTIVE || this == DISPUTED;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
