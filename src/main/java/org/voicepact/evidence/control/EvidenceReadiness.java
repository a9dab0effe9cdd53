package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** How far the log could be rewritten by somebody who rules this server alone. */
@Singleton
public class EvidenceReadiness implements SelfCheck {

  private static final String DELIVERY = "heads of the audit log";

  private final AuditSettings settings;
  private final DeliveringCheckpoints delivering;

  @Inject
  public EvidenceReadiness(AuditSettings settings, DeliveringCheckpoints delivering) {
    this.settings = settings;
    this.delivering = delivering;
  }

  @Override
  public List<CheckedPoint> points() {
    if (settings.sink().isEmpty()) {
      return List.of(
          CheckedPoint.open(
              AuditSettings.SINK,
              "is not set: the heads of the audit log are kept by this server alone; set it to a place that others rule"));
    }
    return List.of(CheckedPoint.ok(AuditSettings.SINK, "is set"), delivery());
  }

  private CheckedPoint delivery() {
    long waiting = delivering.waiting();
    return waiting <= 1
        ? CheckedPoint.ok(DELIVERY, "are delivered")
        : CheckedPoint.open(
            DELIVERY,
            waiting + " wait to be delivered to " + AuditSettings.SINK + "; the log says why");
  }
}
