package org.voicepact.access.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.access.control.Attempts;
import org.voicepact.access.control.OneTimeCodes;
import org.voicepact.access.control.SendingCode;
import org.voicepact.access.entity.CodeWanted;
import org.voicepact.platform.control.DatabaseAvailability;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Sends wanted codes after their callers were answered, and forgets old ones. */
@Singleton
public class CodeRequests {

  private static final Logger LOG = Logger.getLogger(CodeRequests.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofHours(1);

  private final SendingCode sending;
  private final OneTimeCodes codes;
  private final Attempts attempts;
  private final Clock clock;
  private final DatabaseAvailability database;

  @Inject
  public CodeRequests(
      SendingCode sending,
      OneTimeCodes codes,
      Attempts attempts,
      Clock clock,
      DatabaseAvailability database) {
    this.sending = sending;
    this.codes = codes;
    this.attempts = attempts;
    this.clock = clock;
    this.database = database;
  }

  void wanted(@ObservesAsync CodeWanted wanted) {
    try {
      sending.send(wanted);
    } catch (RuntimeException e) {
      if (database.note(e).isEmpty()) {
        LOG.log(Level.WARNING, e, () -> "a code for " + wanted.phone() + " could not be sent");
      }
    }
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "forgetting old codes and tries", this::forget);
  }

  private void forget() {
    Instant before = clock.instant().minus(KEPT);
    codes.forgetBefore(before);
    attempts.forgetBefore(before);
  }
}
