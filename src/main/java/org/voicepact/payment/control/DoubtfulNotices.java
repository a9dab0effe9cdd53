package org.voicepact.payment.control;

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
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.StoredNotice;
import org.voicepact.payment.entity.StoredNotice.Verdict;

/** Notices that fit to nothing, or not to what is known: a person looks at them. */
@Singleton
public class DoubtfulNotices {

  private static final List<Verdict> DOUBTFUL =
      List.of(Verdict.UNKNOWN, Verdict.DIFFERS, Verdict.CONTRADICTS);
  private static final String CONDITION = " FROM StoredNotice n WHERE n.verdict IN :verdicts";
  private static final String OPEN = " AND n.seenAt IS NULL";
  private static final String SEEN = " AND n.seenAt IS NOT NULL";

  private final EntityManager entities;
  private final ChosenProvider providers;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public DoubtfulNotices(
      EntityManager entities, ChosenProvider providers, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.providers = providers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A notice and what it says.
   *
   * @param said empty where its provider's form has no such notice, or personal data was erased
   */
  public record Doubtful(StoredNotice stored, Optional<ProviderNotice> said) {}

  /**
   * The newest first.
   *
   * @param seen only those that somebody has looked at, or only the others; empty for all
   */
  @Transactional
  public List<Doubtful> list(Optional<Boolean> seen, int limit) {
    return entities
        .createQuery(
            "SELECT n" + CONDITION + seen.map(is -> is ? SEEN : OPEN).orElse("")
                + " ORDER BY n.receivedAt DESC, n.id",
            StoredNotice.class)
        .setParameter("verdicts", DOUBTFUL)
        .setMaxResults(limit)
        .getResultStream()
        .map(this::doubtful)
        .toList();
  }

  private Doubtful doubtful(StoredNotice stored) {
    return new Doubtful(stored, providers.read(stored));
  }

  /** How many nobody has looked at. */
  @Transactional
  public long countOpen() {
    return entities
        .createQuery("SELECT COUNT(n)" + CONDITION + OPEN, Long.class)
        .setParameter("verdicts", DOUBTFUL)
        .getSingleResult();
  }

  /**
   * Somebody has looked at it. To say so again changes nothing. Words that belong to no contract are forgotten.
   *
   * @throws PaymentRefusal where there is no such notice, or it is not doubtful
   */
  @Transactional
  public Doubtful see(String id, Actor by) {
    StoredNotice stored = entities.find(StoredNotice.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (stored == null || !DOUBTFUL.contains(stored.verdict())) {
      throw new PaymentRefusal(Reason.UNKNOWN_NOTICE);
    }
    if (stored.see(clock.instant())) {
      if (stored.orderId().isEmpty()) {
        // No contract's erasure would ever reach them.
        stored.erasePersonalData();
      }
      audit.byCaller(
          by,
          "payments.notice-seen",
          Subject.other("notice:" + stored.provider()),
          Map.of("notice", id),
          clock.instant());
    }
    return doubtful(stored);
  }
}
