package org.voicepact.contract.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** How a dispute can be decided. */
public enum Outcome implements WireValue {
  COMPLETED(ContractStatus.COMPLETED),
  CANCELLED(ContractStatus.CANCELLED);

  private final ContractStatus status;

  Outcome(ContractStatus status) {
    this.status = status;
  }

  /** What the contract becomes. */
  public ContractStatus status() {
    return status;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
