package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.voicepact.payment.entity.Account;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.Weeks;

/** How much money came, lay here and went, week by week, from the ledger. It names nobody. */
@Singleton
public class MoneyReports {

  private static final String MOVED = "SELECT t.moved_on, t.currency, t.account,"
      + " SUM(CASE WHEN t.comes = 0 THEN t.amount ELSE 0 END),"
      + " SUM(CASE WHEN t.comes = 1 THEN -t.amount ELSE 0 END), SUM(t.amount) FROM"
      + " (SELECT TO_CHAR(l.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS moved_on,"
      + " l.currency AS currency, l.account AS account, l.amount AS amount,"
      // What is reversed was not paid in again: it is taken off what went out.
      + " CASE WHEN l.movement LIKE 'collected:%' THEN 1 ELSE 0 END AS comes FROM ledger_entry l"
      + " WHERE l.recorded_at >= ?1 AND l.account IN ('HELD', 'SELLER', 'BUYER')) t"
      + " GROUP BY t.moved_on, t.currency, t.account";
  private static final String BEFORE = "SELECT l.currency, SUM(l.amount) FROM ledger_entry l"
      + " WHERE l.recorded_at < ?1 AND l.account = 'HELD' GROUP BY l.currency";

  private final EntityManager entities;

  @Inject
  public MoneyReports(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A week's money in one currency.
   *
   * @param received what buyers paid in
   * @param held what lay here when the week was over, or lies here now
   */
  public record Moved(
      LocalDate week,
      String currency,
      BigDecimal received,
      BigDecimal released,
      BigDecimal refunded,
      BigDecimal held) {}

  /** What moved in a week, by account, in minor units. */
  private record Key(LocalDate week, String currency, Account account) {}

  /** Every week of every currency that there was, in their order. */
  @Transactional
  public List<Moved> moved(Weeks weeks) {
    Map<Key, Long> came = new HashMap<>();
    Map<Key, Long> went = new HashMap<>();
    Map<Key, Long> changed = new HashMap<>();
    TreeSet<String> currencies = new TreeSet<>();
    for (Object[] row : rows(MOVED, weeks)) {
      LocalDate week = Weeks.monday(LocalDate.parse((String) row[0]));
      Key key = new Key(week, (String) row[1], Account.valueOf((String) row[2]));
      came.merge(key, number(row[3]), Long::sum);
      went.merge(key, number(row[4]), Long::sum);
      changed.merge(key, number(row[5]), Long::sum);
      currencies.add(key.currency);
    }
    Map<String, Long> held = new HashMap<>();
    for (Object[] row : rows(BEFORE, weeks)) {
      held.put((String) row[0], number(row[1]));
      currencies.add((String) row[0]);
    }
    List<Moved> moved = new ArrayList<>();
    for (String currency : currencies) {
      for (LocalDate week : weeks.mondays()) {
        long now = held.merge(
            currency, changed.getOrDefault(new Key(week, currency, Account.HELD), 0L), Long::sum);
        moved.add(new Moved(
            week,
            currency,
            // Not what came into the account of what is held: payouts that failed come back to it.
            amount(went, new Key(week, currency, Account.BUYER)),
            amount(came, new Key(week, currency, Account.SELLER)),
            amount(came, new Key(week, currency, Account.BUYER)),
            Money.ofMinorUnits(now, Currency.getInstance(currency)).amount()));
      }
    }
    return moved;
  }

  private static BigDecimal amount(Map<Key, Long> units, Key key) {
    return Money.ofMinorUnits(units.getOrDefault(key, 0L), Currency.getInstance(key.currency))
        .amount();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(String query, Weeks weeks) {
    return entities
        .createNativeQuery(query)
        .setParameter(1, Timestamp.from(weeks.start()))
        .getResultList();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
