package org.voicepact.evidence.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.voicepact.evidence.entity.AuditEntry;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;
import org.voicepact.platform.entity.DatabaseReady;

/** Tells the audit trail at a start which settings weaken the protection, where that has changed since the last time. */
@Singleton
public class RecordingWeakSettings {

  private static final String ACTION = "settings.weak";
  private static final String OPEN = "open";

  /** Other points of the self-check tell of things that come and go, as parked messages. */
  private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z_]+");

  private final EntityManager entities;
  private final Instance<SelfCheck> checks;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public RecordingWeakSettings(
      EntityManager entities, @Any Instance<SelfCheck> checks, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.checks = checks;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void record(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) DatabaseReady ready) {
    String open = checks.stream()
        .flatMap(check -> check.points().stream())
        .filter(point -> point.status() == CheckedPoint.Status.OPEN)
        .map(CheckedPoint::name)
        .filter(name -> SETTING.matcher(name).matches())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
    if (!open.equals(lastTold().orElse(""))) {
      audit.bySystem(
          Channel.SYSTEM, ACTION, Subject.other("settings"), Map.of(OPEN, open), clock.instant());
    }
  }

  private Optional<String> lastTold() {
    return entities
        .createQuery(
            "SELECT e FROM AuditEntry e WHERE e.subject = 'settings' AND e.action = :action"
                + " ORDER BY e.id DESC",
            AuditEntry.class)
        .setParameter("action", ACTION)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .flatMap(entry -> entry.data(OPEN));
  }
}
