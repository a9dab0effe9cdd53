package org.voicepact.payment.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import org.voicepact.payment.control.NightlyReconciling;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Compares each day with the provider's statement after it is over, once for all servers. */
@Singleton
public class ReconciliationSchedule {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final NightlyReconciling nightly;

  @Inject
  public ReconciliationSchedule(NightlyReconciling nightly) {
    this.nightly = nightly;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "comparing the books with the provider’s statement", this::compare);
  }

  private void compare() {
    RecurringWork.withEach(
        nightly.due(),
        this::compare,
        day -> "the movements of " + day + " could not be compared; they will be tried again");
  }

  private void compare(LocalDate day) {
    nightly.statement(day).ifPresent(statement -> nightly.compare(day, statement));
  }
}
