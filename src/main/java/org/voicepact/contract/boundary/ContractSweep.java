package org.voicepact.contract.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.voicepact.contract.control.AcceptingSilently;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.ExpiringContract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Does what time decides: ends overdue contracts and accepts what buyers were silent about. A transaction for each. */
@Singleton
public class ContractSweep {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 100;

  private final Contracts contracts;
  private final ExpiringContract expiring;
  private final AcceptingSilently accepting;
  private final Clock clock;

  @Inject
  public ContractSweep(
      Contracts contracts, ExpiringContract expiring, AcceptingSilently accepting, Clock clock) {
    this.contracts = contracts;
    this.expiring = expiring;
    this.accepting = accepting;
    this.clock = clock;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "the sweep of overdue contracts", this::sweep);
  }

  void sweep() {
    withEach(contracts.overdue(clock.instant(), AT_ONCE), expiring::expireIfOverdue);
    withEach(accepting.due(clock.instant(), AT_ONCE), accepting::acceptIfDue);
  }

  private static void withEach(List<ContractId> overdue, Consumer<ContractId> act) {
    RecurringWork.withEach(
        overdue, act, id -> id + " is overdue; what follows from it will be tried again");
  }
}
