package org.voicepact.ussd.entity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.voicepact.contract.entity.Confirmation;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.Party;
import org.voicepact.platform.entity.WireValue;

/** What a party can do with a contract from the menu. */
public enum Act implements WireValue {
  CONFIRM,
  DECLINE;

  /** The digit that stands for it beside a contract: a yes is 1, a no is 2. */
  public String digit() {
    return this == CONFIRM ? "1" : "2";
  }

  /** What a party can do with a contract at this time. */
  public static List<Act> of(Contract contract, Party party, Instant now) {
    if (contract.status() != ContractStatus.PENDING || contract.isOverdue(now)) {
      return List.of();
    }
    return party.confirmation() == Confirmation.PENDING
        ? List.of(CONFIRM, DECLINE)
        : List.of(DECLINE);
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
