package org.voicepact.contract.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractStatus;

/** Whether a completed contract has consequences that a dispute can still stop. */
@Singleton
public class StillToStop {

  private final Instance<Consequence> consequences;

  @Inject
  public StillToStop(@Any Instance<Consequence> consequences) {
    this.consequences = consequences;
  }

  public boolean somethingOf(Contract contract) {
    return contract.status() == ContractStatus.COMPLETED
        && consequences.stream().anyMatch(each -> each.canBeStopped(contract));
  }
}
