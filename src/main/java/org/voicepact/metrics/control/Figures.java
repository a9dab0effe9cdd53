package org.voicepact.metrics.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voicepact.contract.control.ContractFigures;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.evidence.control.LogFigures;
import org.voicepact.sms.control.OutboxFigures;
import org.voicepact.sms.entity.Sending;

/**
 * What the database holds for all servers together. It is read in the background, now and then, so that who asks for
 * the metrics waits for no database and cannot burden it; every server shows the same, so they must not be added up.
 */
@Singleton
public class Figures {

  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

  /** To count contracts may take a hundredth of the time, however many there are. */
  private static final int PAUSE_FOR_DURATION = 100;

  private final MetricRegistry registry;
  private final ContractFigures contracts;
  private final OutboxFigures outbox;
  private final LogFigures log;
  private final Clock clock;

  private volatile Optional<Counted> counted = Optional.empty();
  private volatile Optional<Read> read = Optional.empty();

  private record Counted(Map<ContractStatus, Long> contracts, Instant at, Instant next) {}

  private record Read(OutboxFigures.Figures outbox, LogFigures.Figures log, Instant at) {}

  @Inject
  public Figures(
      MetricRegistry registry,
      ContractFigures contracts,
      OutboxFigures outbox,
      LogFigures log,
      Clock clock) {
    this.registry = registry;
    this.contracts = contracts;
    this.outbox = outbox;
    this.log = log;
    this.clock = clock;
  }

  /** Shows them from now on; until they are read for the first time they have no value. */
  public void show() {
    for (ContractStatus status : ContractStatus.values()) {
      counted(
          "voicepact_contracts",
          "Contracts of the whole installation",
          figures -> figures.contracts.get(status),
          new Tag("status", status.wire()));
    }
    counted(
        "voicepact_contracts_age_seconds",
        "How long ago the contracts were counted",
        figures -> age(Optional.of(figures.at)));
    for (Sending.Status status : OutboxFigures.COUNTED) {
      read(
          "voicepact_outbox_messages",
          "Messages of the whole installation that have not arrived and are not given up",
          figures -> figures.outbox.counts().getOrDefault(status, 0L),
          new Tag("status", status.wire()));
    }
    read(
        "voicepact_outbox_oldest_due_age_seconds",
        "For how long the first message of the outbox has been due",
        figures -> age(figures.outbox.oldestDue()));
    read(
        "voicepact_outbox_oldest_queued_age_seconds",
        "How long ago the message of the outbox was written that has waited longest",
        figures -> age(figures.outbox.oldestQueued()));
    read(
        "voicepact_audit_waiting_entries",
        "Entries of the audit trail that have no place in the log yet",
        figures -> figures.log.waiting());
    read(
        "voicepact_audit_oldest_waiting_age_seconds",
        "For how long the first of them has waited",
        figures -> age(figures.log.oldest()));
    read(
        "voicepact_figures_age_seconds",
        "How long ago outbox and audit trail were looked at",
        figures -> age(Optional.of(figures.at)));
  }

  private void counted(
      String name, String description, ToDoubleFunction<Counted> value, Tag... labels) {
    gauge(name, description, () -> counted.map(value::applyAsDouble), labels);
  }

  private void read(String name, String description, ToDoubleFunction<Read> value, Tag... labels) {
    gauge(name, description, () -> read.map(value::applyAsDouble), labels);
  }

  private void gauge(
      String name, String description, Supplier<Optional<Double>> value, Tag... labels) {
    Metadata metadata =
        Metadata.builder().withName(name).withDescription(description).build();
    registry.gauge(metadata, () -> value.get().orElse(Double.NaN), labels);
  }

  /** In seconds; 0 where there is nothing, or it is still to come. */
  private double age(Optional<Instant> since) {
    return since
        .map(time -> Duration.between(time, clock.instant()))
        .filter(age -> !age.isNegative())
        .map(age -> age.toMillis() / 1000.0)
        .orElse(0.0);
  }

  /** Reads all, and counts the contracts where their turn has come. */
  public void refresh() {
    read = Optional.of(new Read(outbox.read(), log.read(), clock.instant()));
    if (counted.filter(last -> clock.instant().isBefore(last.next)).isEmpty()) {
      countContracts();
    }
  }

  private void countContracts() {
    Instant begun = clock.instant();
    Map<ContractStatus, Long> counts = contracts.byStatus();
    Instant ended = clock.instant();
    Duration pause = Duration.between(begun, ended).multipliedBy(PAUSE_FOR_DURATION);
    counted = Optional.of(new Counted(
        counts, ended, ended.plus(pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause)));
  }
}
