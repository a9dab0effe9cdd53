package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.voicepact.payment.entity.Differences;
import org.voicepact.payment.entity.MoneyOrder;
import org.voicepact.payment.entity.Period;
import org.voicepact.payment.entity.RecordedMovement;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StatementLine;

/** What our books have to set against a provider's statement, and what statements have had of it. */
@Singleton
class Movements {

  private static final int AT_ONCE = 500;
  private static final int LONGEST_RECEIPT = 100;
  private static final String SUCCEEDED =
      "SELECT o FROM MoneyOrder o WHERE o.numbers.provider = :provider"
          + " AND o.state = org.voicepact.payment.entity.MoneyOrder.State.SUCCEEDED";
  private static final String ACROSS = "SELECT o.* FROM money_order o WHERE o.provider = ?1"
      + " AND o.state = 'SUCCEEDED' AND o.created_at < ?2 AND o.ended_at >= ?2 AND o.ended_at <= ?3"
      + " AND NOT EXISTS (SELECT 1 FROM stated_receipt s"
      + " WHERE s.provider = o.provider AND s.receipt = UPPER(o.receipt))"
      + " ORDER BY o.created_at, o.id";

  private final EntityManager entities;

  @Inject
  Movements(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * What bears a receipt of the statement, whenever it was; what was both ordered and done within the time; and what was done
   * within it, ordered before, and stands in no statement, although that time was compared, too. Of what was under way when
   * the time ended, the next statement tells.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<RecordedMovement> against(String provider, Statement statement, Period time) {
    Map<String, MoneyOrder> orders = new LinkedHashMap<>();
    Consumer<MoneyOrder> add = order -> orders.put(order.id(), order);
    inParts(
        statement.lines().stream().map(StatementLine::receipt).toList(),
        receipts -> entities
            .createQuery(SUCCEEDED + " AND o.numbers.receipt IN :receipts", MoneyOrder.class)
            .setParameter("provider", provider)
            .setParameter("receipts", receipts)
            .getResultList()
            .forEach(add));
    entities
        .createQuery(
            SUCCEEDED + " AND o.createdAt >= :from AND o.endedAt >= :from AND o.endedAt <= :to"
                + " ORDER BY o.createdAt, o.id",
            MoneyOrder.class)
        .setParameter("provider", provider)
        .setParameter("from", time.from())
        .setParameter("to", time.to())
        .getResultList()
        .forEach(add);
    across(provider, time).forEach(add);
    return orders.values().stream()
        .map(order ->
            new RecordedMovement(order.id(), order.direction(), order.amount(), order.receipt()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<MoneyOrder> across(String provider, Period time) {
    List<Period> compared = entities
        .createQuery(
            "SELECT r.fromAt, r.toAt FROM Reconciliation r WHERE r.provider = :provider"
                + " AND r.fromAt < :from ORDER BY r.fromAt",
            Object[].class)
        .setParameter("provider", provider)
        .setParameter("from", time.from())
        .getResultStream()
        .map(row -> new Period((Instant) row[0], (Instant) row[1]))
        .toList();
    List<MoneyOrder> found = entities
        .createNativeQuery(ACROSS, MoneyOrder.class)
        .setParameter(1, provider)
        .setParameter(2, Timestamp.from(time.from()))
        .setParameter(3, Timestamp.from(time.to()))
        .getResultList();
    return found.stream()
        .filter(order -> Period.cover(compared, order.createdAt(), time.from()))
        .toList();
  }

  /** Keeps of which movements a statement has told. */
  @Transactional(Transactional.TxType.MANDATORY)
  void stated(String provider, Statement statement) {
    List<String> receipts = statement.lines().stream()
        .map(line -> Differences.key(line.receipt()))
        // What is longer is none of ours.
        .filter(receipt -> receipt.length() <= LONGEST_RECEIPT)
        .distinct()
        .sorted()
        .toList();
    inParts(receipts, some -> {
      String rows = IntStream.rangeClosed(2, some.size() + 1)
          .mapToObj(i -> "(?1, ?" + i + ")")
          .collect(Collectors.joining(", "));
      Query query = entities.createNativeQuery("INSERT INTO stated_receipt (provider, receipt)"
          + " VALUES " + rows + " ON CONFLICT DO NOTHING");
      query.setParameter(1, provider);
      for (int i = 0; i < some.size(); i++) {
        query.setParameter(i + 2, some.get(i));
      }
      query.executeUpdate();
    });
  }

  private static void inParts(List<String> all, Consumer<List<String>> act) {
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      act.accept(all.subList(i, Math.min(i + AT_ONCE, all.size())));
    }
  }
}
