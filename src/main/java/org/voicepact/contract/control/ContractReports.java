package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.platform.entity.Weeks;

/** Figures about contracts for those who have to account for a season. They name nobody. */
@Singleton
public class ContractReports {

  private static final String DAY = "TO_CHAR(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
  private static final String MADE = "SELECT t.made_on, t.status, COUNT(*) FROM (SELECT "
      + DAY.formatted("c.created_at") + " AS made_on, c.status AS status FROM contract c"
      + " WHERE c.created_at >= ?1) t GROUP BY t.made_on, t.status";

  /** From the version that was present then. */
  private static final String TIMES = "SELECT t.channel, COUNT(*),"
      + " PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY t.seconds) FROM"
      + " (SELECT a.channel AS channel, EXTRACT(EPOCH FROM a.recorded_at) -"
      + " (SELECT MAX(EXTRACT(EPOCH FROM v.created_at)) FROM contract_version v"
      + " WHERE v.contract_id = a.subject AND v.created_at <= a.recorded_at) AS seconds"
      + " FROM audit_entry a WHERE a.action = 'party.confirmed' AND a.recorded_at >= ?1) t"
      + " WHERE t.seconds IS NOT NULL GROUP BY t.channel ORDER BY t.channel";

  private static final String RAISED =
      "SELECT t.raised_on, COUNT(*), COUNT(t.resolved_at) FROM (SELECT "
          + DAY.formatted("d.raised_at")
          + " AS raised_on, d.resolved_at AS resolved_at FROM dispute d"
          + " WHERE d.raised_at >= ?1) t GROUP BY t.raised_on";

  private final EntityManager entities;

  @Inject
  public ContractReports(EntityManager entities) {
    this.entities = entities;
  }

  /** Contracts made in a week that are so at present. */
  public record Made(LocalDate week, ContractStatus status, long contracts) {}

  /**
   * How long parties took to say yes by a channel.
   *
   * @param medianSeconds from when the terms were sent out
   */
  public record Confirmed(String channel, long answers, BigDecimal medianSeconds) {}

  /** Disputes that were raised in a week, and how many of those are decided. */
  public record Disputed(LocalDate week, long raised, long decided) {}

  /** Every week with every status, in their order. */
  @Transactional
  public List<Made> made(Weeks weeks) {
    Map<LocalDate, Map<ContractStatus, Long>> counts = new TreeMap<>();
    weeks.mondays().forEach(monday -> counts.put(monday, new EnumMap<>(ContractStatus.class)));
    for (Object[] row : rows(MADE, weeks)) {
      counts
          .computeIfAbsent(week(row[0]), any -> new EnumMap<>(ContractStatus.class))
          .merge(ContractStatus.valueOf((String) row[1]), count(row[2]), Long::sum);
    }
    List<Made> made = new ArrayList<>();
    counts.forEach((week, byStatus) -> {
      for (ContractStatus status : ContractStatus.values()) {
        made.add(new Made(week, status, byStatus.getOrDefault(status, 0L)));
      }
    });
    return made;
  }

  /** In the order of the channels' names; those by which nobody said yes are left out. */
  @Transactional
  public List<Confirmed> confirmed(Weeks weeks) {
    return rows(TIMES, weeks).stream()
        .map(row -> new Confirmed(
            ((String) row[0]).toLowerCase(Locale.ROOT),
            count(row[1]),
            new BigDecimal(row[2].toString()).setScale(0, RoundingMode.HALF_UP)))
        .toList();
  }

  /** Every week in its order. */
  @Transactional
  public List<Disputed> disputed(Weeks weeks) {
    Map<LocalDate, Disputed> counts = new TreeMap<>();
    weeks.mondays().forEach(monday -> counts.put(monday, new Disputed(monday, 0, 0)));
    for (Object[] row : rows(RAISED, weeks)) {
      counts.merge(
          week(row[0]),
          new Disputed(week(row[0]), count(row[1]), count(row[2])),
          (one, other) ->
              new Disputed(one.week, one.raised + other.raised, one.decided + other.decided));
    }
    return List.copyOf(counts.values());
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> rows(String query, Weeks weeks) {
    return entities
        .createNativeQuery(query)
        .setParameter(1, Timestamp.from(weeks.start()))
        .getResultList();
  }

  private static LocalDate week(Object day) {
    return Weeks.monday(LocalDate.parse((String) day));
  }

  private static long count(Object number) {
    return ((Number) number).longValue();
  }
}
