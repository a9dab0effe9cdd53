package org.voicepact.access.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.voicepact.access.control.Sessions;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Forgets the sessions of operators that are over. */
@Singleton
public class SessionSweep {

  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Sessions sessions;

  @Inject
  public SessionSweep(Sessions sessions) {
    this.sessions = sessions;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "forgetting sessions that are over", sessions::forgetOver);
  }
}
