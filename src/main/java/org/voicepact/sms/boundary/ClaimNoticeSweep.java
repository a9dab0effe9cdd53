package org.voicepact.sms.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.sms.control.TimingClaims;

/** Lets the time of buyers run from when they were told, a transaction for each notice, every ten seconds. */
@Singleton
public class ClaimNoticeSweep {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 100;

  private final TimingClaims timing;

  @Inject
  public ClaimNoticeSweep(TimingClaims timing) {
    this.timing = timing;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "the sweep of notices of deliveries", this::sweep);
  }

  void sweep() {
    RecurringWork.withEach(
        timing.open(AT_ONCE),
        timing::tell,
        message -> "message " + message + " is told of again later");
  }
}
