package org.voicepact.contract.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.ExpiringContract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Ends overdue contracts, a transaction for each, every few seconds. */
@Singleton
public class ExpirySweep {

  private static final Logger LOG = Logger.getLogger(ExpirySweep.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 100;

  private final Contracts contracts;
  private final ExpiringContract expiring;
  private final Clock clock;

  @Inject
  public ExpirySweep(Contracts contracts, ExpiringContract expiring, Clock clock) {
    this.contracts = contracts;
    this.expiring = expiring;
    this.clock = clock;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "the sweep of overdue contracts", this::sweep);
  }

  /** One contract that cannot be ended must not keep the others from it. */
  private void expire(ContractId id) {
    try {
      expiring.expireIfOverdue(id);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> id + " could not be ended and will be tried again");
    }
  }

  void sweep() {
    for (ContractId id : contracts.overdue(clock.instant(), AT_ONCE)) {
      expire(id);
    }
  }
}
