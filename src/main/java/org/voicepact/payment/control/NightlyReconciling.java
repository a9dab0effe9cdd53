package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.payment.entity.Statement;

/**
 * Compares each day's movements, some time after it is over (UTC), with what the chosen provider says of it by itself; also
 * those of days on which no server ran. Of a provider whose statements are files somebody must bring them.
 */
@Singleton
public class NightlyReconciling {

  private static final Logger LOG = Logger.getLogger(NightlyReconciling.class.getName());

  /** What was under way at the end of the day has come to its end by then. */
  private static final Duration SETTLED = Duration.ofHours(1);

  /** So many days are caught up on, yesterday being one. */
  private static final int MOST_DAYS = 31;

  private final EntityManager entities;
  private final ChosenProvider providers;
  private final Reconciling reconciling;
  private final Clock clock;

  @Inject
  public NightlyReconciling(
      EntityManager entities, ChosenProvider providers, Reconciling reconciling, Clock clock) {
    this.entities = entities;
    this.providers = providers;
    this.reconciling = reconciling;
    this.clock = clock;
  }

  /** The days since the first order that were not compared yet, the oldest first. */
  @Transactional
  public List<LocalDate> due() {
    LocalDate today = day(clock.instant().minus(SETTLED));
    LocalDate earliest = today.minusDays(MOST_DAYS);
    Set<String> compared = compared(earliest);
    return firstOrder()
        .map(first -> first.isAfter(earliest) ? first : earliest)
        .filter(first -> first.isBefore(today))
        .map(first -> first
            .datesUntil(today)
            .filter(each -> !compared.contains(each.toString()))
            .toList())
        .orElse(List.of());
  }

  @SuppressWarnings("unchecked")
  private Set<String> compared(LocalDate earliest) {
    return new HashSet<>(entities
        .createNativeQuery("SELECT reconciled_on FROM reconciled_day WHERE provider = ?1"
            + " AND reconciled_on >= ?2")
        .setParameter(1, providers.name())
        .setParameter(2, earliest.toString())
        .getResultList());
  }

  private Optional<LocalDate> firstOrder() {
    return entities
        .createQuery(
            "SELECT MIN(o.createdAt) FROM MoneyOrder o WHERE o.numbers.provider = :provider",
            Instant.class)
        .setParameter("provider", providers.name())
        .getResultStream()
        .filter(first -> first != null)
        .findFirst()
        .map(NightlyReconciling::day);
  }

  /** Of a day, to be asked for outside a transaction; empty where the provider does not tell it by itself. */
  public Optional<Statement> statement(LocalDate day) {
    return providers.statement(providers.name(), beginning(day), end(day));
  }

  /**
   * Compares a day, where no server has done so.
   *
   * @param statement of that day, see {@link #statement}
   */
  @Transactional
  public void compare(LocalDate day, Statement statement) {
    if (!claim(day)) {
      return;
    }
    Reconciliation found = reconciling.compare(
        providers.name(),
        statement,
        Optional.of(beginning(day)),
        Optional.of(end(day)),
        Optional.empty());
    if (found.status() == Reconciliation.Status.OPEN) {
      LOG.warning(() -> "the books and the statement of " + found.provider() + " for " + day
          + " differ " + found.found() + " times: GET /api/v1/payments/reconciliations/"
          + found.id());
    }
  }

  private boolean claim(LocalDate day) {
    return entities
            .createNativeQuery(
                "INSERT INTO reconciled_day (provider, reconciled_on) VALUES (?1, ?2)"
                    + " ON CONFLICT DO NOTHING")
            .setParameter(1, providers.name())
            .setParameter(2, day.toString())
            .executeUpdate()
        == 1;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant end(LocalDate day) {
    return beginning(day.plusDays(1)).minusMillis(1);
  }
}
