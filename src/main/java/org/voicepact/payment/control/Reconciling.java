package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Difference;
import org.voicepact.payment.entity.Differences;
import org.voicepact.payment.entity.Period;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.payment.entity.ReconciliationDetail;
import org.voicepact.payment.entity.RecordedMovement;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.InvalidInput;

/**
 * Compares what a provider says has moved with our books, and keeps what was found. Nothing is repaired: a person decides
 * what a difference means.
 */
@Singleton
public class Reconciling {

  private static final String ACTION = "payments.reconciled";

  private final EntityManager entities;
  private final Movements movements;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public Reconciling(EntityManager entities, Movements movements, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.movements = movements;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the statement of the same time said before counts no more.
   *
   * @param from the beginning of the statement's time; that of its first movement where it is not said
   * @param to likewise its end
   * @param by the caller; empty where the server does it by itself
   * @throws InvalidInput where nothing says of which time it is
   */
  @Transactional
  public Reconciliation compare(
      String provider,
      Statement statement,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Actor> by) {
    Period time = time(statement, from, to);
    List<RecordedMovement> ours = movements.against(provider, statement, time);
    List<Difference> differences = Differences.between(statement.lines(), ours);
    movements.stated(provider, statement);
    Instant now = clock.instant();
    supersede(provider, time, now);
    Reconciliation found = new Reconciliation(
        UUID.randomUUID().toString(), provider, time, statement, differences.size(), now);
    entities.persist(found);
    entities.flush();
    entities.persist(new ReconciliationDetail(found, differences));
    record(found, by);
    return found;
  }

  private static Period time(Statement statement, Optional<Instant> from, Optional<Instant> to) {
    Instant first = from.or(() -> times(statement).min(Instant::compareTo))
        .orElseThrow(() -> new InvalidInput("from", "is required where no movement is stated"));
    Instant last = to.or(() -> times(statement).max(Instant::compareTo))
        .orElseThrow(() -> new InvalidInput("to", "is required where no movement is stated"));
    if (last.isBefore(first)) {
      throw new InvalidInput("to", "must not be before from");
    }
    return new Period(first, last);
  }

  private static Stream<Instant> times(Statement statement) {
    return statement.lines().stream().map(StatementLine::completedAt);
  }

  private void supersede(String provider, Period time, Instant now) {
    entities
        .createQuery(
            "SELECT r FROM Reconciliation r WHERE r.provider = :provider"
                + " AND r.fromAt = :from AND r.toAt = :to",
            Reconciliation.class)
        .setParameter("provider", provider)
        .setParameter("from", time.from())
        .setParameter("to", time.to())
        .getResultList()
        .forEach(before -> before.see(now));
  }

  private void record(Reconciliation found, Optional<Actor> by) {
    Subject subject = Subject.other("reconciliation:" + found.provider());
    Map<String, String> data = Map.of(
        "movements",
        Integer.toString(found.movements()),
        "differences",
        Integer.toString(found.found()));
    by.ifPresentOrElse(
        caller -> audit.byCaller(caller, ACTION, subject, data, found.comparedAt()),
        () -> audit.bySystem(Channel.SYSTEM, ACTION, subject, data, found.comparedAt()));
  }
}
