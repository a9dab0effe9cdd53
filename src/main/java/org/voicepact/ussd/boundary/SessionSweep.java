package org.voicepact.ussd.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.ussd.control.UssdSessions;

/** Forgets sessions a day after they were opened. */
@Singleton
public class SessionSweep {

  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofDays(1);

  private final UssdSessions sessions;
  private final Clock clock;

  @Inject
  public SessionSweep(UssdSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(
        PAUSE,
        "the sweep of USSD sessions",
        () -> sessions.forgetBefore(clock.instant().minus(KEPT)));
  }
}
