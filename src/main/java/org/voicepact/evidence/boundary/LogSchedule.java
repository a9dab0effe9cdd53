package org.voicepact.evidence.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.voicepact.evidence.control.AuditSettings;
import org.voicepact.evidence.control.Checkpoints;
import org.voicepact.evidence.control.DeliveringCheckpoints;
import org.voicepact.evidence.control.WritingLog;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Gives entries their places several times a second, signs heads, and brings them to the sink. */
@Singleton
public class LogSchedule {

  private static final Duration WRITING_PAUSE = Duration.ofMillis(250);
  private static final Duration DELIVERING_PAUSE = Duration.ofSeconds(5);

  private final WritingLog writing;
  private final Checkpoints checkpoints;
  private final DeliveringCheckpoints delivering;
  private final AuditSettings settings;

  @Inject
  public LogSchedule(
      WritingLog writing,
      Checkpoints checkpoints,
      DeliveringCheckpoints delivering,
      AuditSettings settings) {
    this.writing = writing;
    this.checkpoints = checkpoints;
    this.delivering = delivering;
    this.settings = settings;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(WRITING_PAUSE, "writing the audit log", this::write);
    // Nine tenths, so that the time that a run takes does not make it more than the interval.
    recurring.every(
        settings.checkpointInterval().multipliedBy(9).dividedBy(10),
        "signing the audit log",
        this::sign);
    if (settings.sink().isPresent()) {
      recurring.every(DELIVERING_PAUSE, "delivering the heads of the audit log", this::deliver);
    }
  }

  private void write() {
    while (writing.isBehind()) {
      writing.writeSome();
    }
  }

  private void sign() {
    // The log must tell of a key before a head is signed with it.
    write();
    if (checkpoints.isBehind()) {
      checkpoints.sign();
    }
  }

  private void deliver() throws IOException {
    boolean more = true;
    while (more) {
      more = delivering.deliver();
    }
  }
}
