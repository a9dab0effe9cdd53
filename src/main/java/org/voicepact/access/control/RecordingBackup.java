package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;

/** Tells the audit trail of a copy of everything. The copy takes longer than a transaction may, so it is told after it. */
@Singleton
public class RecordingBackup {

  private final AuditTrail audit;

  @Inject
  public RecordingBackup(AuditTrail audit) {
    this.audit = audit;
  }

  @Transactional
  public void record(Actor by, String file, Instant when) {
    audit.byCaller(by, "backup.made", Subject.other(file), Map.of(), when);
  }
}
