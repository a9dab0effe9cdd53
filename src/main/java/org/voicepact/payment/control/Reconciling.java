package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.evidence.control.AuditTrail;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Subject;
import org.voicepact.payment.entity.Differences;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.payment.entity.RecordedMovement;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.InvalidInput;

/** Compares what a provider says has moved with our books. Nothing is repaired: a person decides what a difference means. */
@Singleton
public class Reconciling {

  private static final int MOST_IN_A_STATEMENT = 1000;
  private static final String ACTION = "payments.reconciled";
  private static final String SUCCEEDED =
      "SELECT o FROM MoneyOrder o WHERE o.numbers.provider = :provider"
          + " AND o.state = org.voicepact.payment.entity.MoneyOrder.State.SUCCEEDED";

  private final EntityManager entities;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public Reconciling(EntityManager entities, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Our books: what bears a receipt of the statement, whenever it was, and what was both ordered and done within the time.
   * What was under way at its beginning or its end may stand in the statement of another time.
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
    Instant first = from.or(() -> times(statement).min(Instant::compareTo))
        .orElseThrow(() -> new InvalidInput("from", "is required where no movement is stated"));
    Instant last = to.or(() -> times(statement).max(Instant::compareTo))
        .orElseThrow(() -> new InvalidInput("to", "is required where no movement is stated"));
    Reconciliation found = new Reconciliation(
        provider,
        first,
        last,
        statement,
        Differences.between(statement.lines(), movements(provider, statement, first, last)));
    record(found, by);
    return found;
  }

  private void record(Reconciliation found, Optional<Actor> by) {
    Subject subject = Subject.other("reconciliation:" + found.provider());
    Map<String, String> data = Map.of(
        "movements",
        Integer.toString(found.statement().lines().size()),
        "differences",
        Integer.toString(found.differences().size()));
    Instant now = clock.instant();
    by.ifPresentOrElse(
        caller -> audit.byCaller(caller, ACTION, subject, data, now),
        () -> audit.bySystem(Channel.SYSTEM, ACTION, subject, data, now));
  }

  private static Stream<Instant> times(Statement statement) {
    return statement.lines().stream().map(StatementLine::completedAt);
  }

  private List<RecordedMovement> movements(
      String provider, Statement statement, Instant from, Instant to) {
    Map<String, MoneyOrder> orders = new LinkedHashMap<>();
    List<String> receipts =
        statement.lines().stream().map(StatementLine::receipt).toList();
    for (int i = 0; i < receipts.size(); i += MOST_IN_A_STATEMENT) {
      entities
          .createQuery(SUCCEEDED + " AND o.numbers.receipt IN :receipts", MoneyOrder.class)
          .setParameter("provider", provider)
          .setParameter(
              "receipts", receipts.subList(i, Math.min(i + MOST_IN_A_STATEMENT, receipts.size())))
          .getResultList()
          .forEach(order -> orders.put(order.id(), order));
    }
    entities
        .createQuery(
            SUCCEEDED + " AND o.createdAt >= :from AND o.endedAt <= :to ORDER BY o.createdAt, o.id",
            MoneyOrder.class)
        .setParameter("provider", provider)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList()
        .forEach(order -> orders.put(order.id(), order));
    List<RecordedMovement> movements = new ArrayList<>();
    orders
        .values()
        .forEach(order -> movements.add(
            new RecordedMovement(order.id(), order.direction(), order.amount(), order.receipt())));
    return movements;
  }
}
