package org.voicepact.contract.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.contract.control.RemindingParties;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Reminds parties that have not answered, a transaction for each contract, every half minute. */
@Singleton
public class ReminderSweep {

  private static final Logger LOG = Logger.getLogger(ReminderSweep.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 100;

  private final RemindingParties reminding;
  private final Clock clock;

  @Inject
  public ReminderSweep(RemindingParties reminding, Clock clock) {
    this.reminding = reminding;
    this.clock = clock;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "the sweep of reminders", this::sweep);
  }

  void sweep() {
    for (ContractId id : reminding.due(clock.instant(), AT_ONCE)) {
      remind(id);
    }
  }

  /** One contract that cannot be reminded of must not keep the others from it. */
  private void remind(ContractId id) {
    try {
      reminding.remind(id);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> id + " could not be reminded of and will be tried again");
    }
  }
}
