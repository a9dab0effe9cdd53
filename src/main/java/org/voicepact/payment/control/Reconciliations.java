package org.voicepact.payment.control;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.payment.entity.Reconciliation.Status;
import org.voicepact.payment.entity.ReconciliationDetail;
import org.voicepact.platform.control.QueryConditions;

/** What was found when statements were compared with the books. */
@Singleton
public class Reconciliations {

  private final EntityManager entities;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public Reconciliations(EntityManager entities, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The newest first.
   *
   * @param status empty for all
   */
  @Transactional
  public List<Reconciliation> list(Optional<Status> status, int limit) {
    QueryConditions matching = new QueryConditions();
    status.ifPresent(only -> matching.add("r.status = :status", "status", only));
    return matching
        .apply(entities.createQuery(
            "SELECT r FROM Reconciliation r" + matching.where()
                + " ORDER BY r.comparedAt DESC, r.id DESC",
            Reconciliation.class))
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many somebody has to look at. */
  @Transactional
  public long countOpen() {
    return entities
        .createQuery("SELECT COUNT(r) FROM Reconciliation r WHERE r.status = :open", Long.class)
        .setParameter("open", Status.OPEN)
        .getSingleResult();
  }

  /**
   * @throws PaymentRefusal where there is none
   */
  @Transactional
  public Reconciliation find(String id) {
    return found(entities.find(Reconciliation.class, id));
  }

  /** What differed, see {@link ReconciliationDetail#differences}. */
  @Transactional
  public JsonNode differences(Reconciliation of) {
    return entities.find(ReconciliationDetail.class, of.id()).differences();
  }

  /**
   * Somebody has looked at what differs. To say so again changes nothing.
   *
   * @throws PaymentRefusal where there is none
   */
  @Transactional
  public Reconciliation see(String id, Actor by) {
    Reconciliation found =
        found(entities.find(Reconciliation.class, id, LockModeType.PESSIMISTIC_WRITE));
    if (found.see(clock.instant())) {
      audit.byCaller(
          by,
          "payments.differences-seen",
          Subject.other("reconciliation:" + found.provider()),
          Map.of("reconciliation", id, "differences", Integer.toString(found.found())),
          clock.instant());
    }
    return found;
  }

  private static Reconciliation found(Reconciliation found) {
    if (found == null) {
      throw new PaymentRefusal(Reason.UNKNOWN_RECONCILIATION);
    }
    return found;
  }
}
