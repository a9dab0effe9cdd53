package org.voicepact.events.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.voicepact.events.control.Listeners;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Tells those who listen, once a second. */
@Singleton
public class EventSchedule {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring, Listeners listeners) {
    recurring.every(PAUSE, "telling those who listen", listeners::turn);
  }
}
