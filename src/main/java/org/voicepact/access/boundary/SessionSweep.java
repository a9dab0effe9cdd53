package org.voicepact.access.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.voicepact.access.control.AnsweringOnce;
import org.voicepact.access.control.Sessions;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Forgets the sessions of operators that are over, and old requests with an {@code Idempotency-Key}. */
@Singleton
public class SessionSweep {

  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final Sessions sessions;
  private final AnsweringOnce once;

  @Inject
  public SessionSweep(Sessions sessions, AnsweringOnce once) {
    this.sessions = sessions;
    this.once = once;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "forgetting sessions that are over", sessions::forgetOver);
    recurring.every(PAUSE, "the sweep of old requests", once::forgetOld);
  }
}
