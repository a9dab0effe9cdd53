package org.voicepact.contract.entity;

import java.util.Locale;
import org.voicepact.platform.entity.WireValue;

/** Where a contract is in its life; {@link Contract} has the changes that are allowed. */
public enum ContractStatus implements WireValue {
  PENDING,
  CONFIRMED,
  ACTIVE,
  COMPLETED,
  DISPUTED,
  CANCELLED,
  EXPIRED;

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
