package org.voicepact.contract.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.voicepact.contract.control.RemindingParties;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Reminds parties that have not answered, a transaction for each contract, every half minute. */
@Singleton
public class ReminderSweep {

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
    RecurringWork.withEach(
        reminding.due(clock.instant(), AT_ONCE),
        reminding::remind,
        id -> id + " could not be reminded of and will be tried again");
  }
}
