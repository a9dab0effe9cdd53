package org.voicepact.sms.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.sms.control.TimingClaims;

/** Lets the time of buyers run from when they were told, a transaction for each notice, every ten seconds. */
@Singleton
public class ClaimNoticeSweep {

  private static final Logger LOG = Logger.getLogger(ClaimNoticeSweep.class.getName());
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
    timing.open(AT_ONCE).forEach(this::tell);
  }

  /** One that cannot be told of must not keep the others from it. */
  private void tell(long message) {
    try {
      timing.tell(message);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "message " + message + " is told of again later");
    }
  }
}
