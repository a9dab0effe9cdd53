package org.voicepact.payment.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.logging.Logger;
import org.voicepact.payment.entity.Reconciliation;
import org.voicepact.payment.entity.Statement;

/**
 * Compares each day's movements, once it is over (UTC), with what the chosen provider says of it by itself. Of a provider
 * whose statements are files somebody must bring them.
 */
@Singleton
public class NightlyReconciling {

  private static final Logger LOG = Logger.getLogger(NightlyReconciling.class.getName());

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

  /**
   * Compares yesterday, where no server has done so.
   *
   * @param statement of yesterday, see {@link #statement}
   */
  @Transactional
  public void compareYesterday(Statement statement) {
    if (!claim()) {
      return;
    }
    Reconciliation found = reconciling.compare(
        providers.name(),
        statement,
        Optional.of(beginning()),
        Optional.of(end()),
        Optional.empty());
    if (!found.differences().isEmpty()) {
      LOG.warning(() -> "the books and the statement of " + found.provider() + " for " + yesterday()
          + " differ " + found.differences().size()
          + " times; POST /api/v1/payments/reconcile lists how");
    }
  }

  /** Of yesterday, to be asked for outside a transaction; empty where the provider does not tell it by itself. */
  public Optional<Statement> statement() {
    return providers.statement(beginning(), end());
  }

  /** Whether yesterday was not compared yet. */
  @Transactional
  public boolean isDue() {
    return entities
        .createNativeQuery(
            "SELECT 1 FROM reconciled_day WHERE provider = ?1 AND reconciled_on = ?2")
        .setParameter(1, providers.name())
        .setParameter(2, yesterday().toString())
        .getResultList()
        .isEmpty();
  }

  private boolean claim() {
    return entities
            .createNativeQuery(
                "INSERT INTO reconciled_day (provider, reconciled_on) VALUES (?1, ?2)"
                    + " ON CONFLICT DO NOTHING")
            .setParameter(1, providers.name())
            .setParameter(2, yesterday().toString())
            .executeUpdate()
        == 1;
  }

  private LocalDate yesterday() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
  }

  private Instant beginning() {
    return yesterday().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Instant end() {
    return yesterday().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
  }
}
