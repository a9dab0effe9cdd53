package org.voicepact.events.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voicepact.contract.control.FollowedContracts;
import org.voicepact.contract.control.FollowedContracts.Followed;
import org.voicepact.events.entity.LiveEvent;
import org.voicepact.events.entity.LiveEvent.Type;
import org.voicepact.evidence.control.ReadingLog;
import org.voicepact.evidence.entity.LogEntry;

/**
 * Reads what has happened from the audit log. Its places are given one after the other under a lock, after the commit of
 * what they tell of, so that nothing is ever added before a place that was read: see ADR 0012.
 */
@Singleton
public class ReadingEvents {

  /** In one transaction. */
  static final int AT_ONCE = 500;

  private static final String STATUS = "status";
  private static final String PAYMENT = "payment";
  private static final String PAYMENT_STATUS = "payment_status";
  private static final String PAYMENT_UPDATED = "payment.updated";
  private static final String PAYMENT_CLOSED = "payment.closed";
  private static final String FAILED = "failed";

  private static final Set<String> OF_CONTRACTS = Set.of(
      "contract.created",
      "contract.amended",
      "contract.confirmed",
      "contract.activated",
      "contract.completed",
      "contract.cancelled",
      "contract.expired",
      "contract.disputed",
      "contract.resolved",
      "party.confirmed",
      "party.declined",
      "delivery.claimed",
      "delivery.accepted");

  private static final Set<String> OF_PAYMENTS = Set.of(PAYMENT_UPDATED, PAYMENT_CLOSED);

  private final ReadingLog log;
  private final FollowedContracts contracts;

  @Inject
  public ReadingEvents(ReadingLog log, FollowedContracts contracts) {
    this.log = log;
    this.contracts = contracts;
  }

  /**
   * A part of the log.
   *
   * @param upTo the last place that was looked at
   * @param isEnd whether nothing stands behind it yet
   */
  record Part(List<LiveEvent> events, long upTo, boolean isEnd) {}

  /** The last place of the log. */
  public long end() {
    return log.size();
  }

  /** What stands behind a place. */
  @Transactional
  Part after(long place) {
    List<LogEntry> entries = log.from(place + 1, AT_ONCE);
    List<LogEntry> told = entries.stream().filter(ReadingEvents::isTold).toList();
    Map<String, Followed> followed = contracts.of(
        told.stream().map(each -> each.chain().orElseThrow()).distinct().toList());
    List<LiveEvent> events = told.stream()
        .flatMap(entry -> Optional.ofNullable(followed.get(entry.chain().orElseThrow()))
            .map(contract -> event(entry, contract))
            .stream())
        .toList();
    long upTo = entries.isEmpty() ? place : entries.get(entries.size() - 1).sequence();
    return new Part(events, upTo, entries.size() < AT_ONCE);
  }

  private static boolean isTold(LogEntry entry) {
    return entry.chain().isPresent()
        && (OF_CONTRACTS.contains(entry.action()) || OF_PAYMENTS.contains(entry.action()));
  }

  /** Where the entry names no status, it is the present one. */
  private static LiveEvent event(LogEntry entry, Followed contract) {
    boolean money = OF_PAYMENTS.contains(entry.action());
    String status = money
        ? entry.data(PAYMENT_STATUS).orElse(FAILED)
        : entry.data(STATUS).orElseGet(contract.status()::wire);
    return new LiveEvent(
        entry.sequence(),
        money ? Type.PAYMENT_UPDATE : Type.CONTRACT_UPDATE,
        entry.action(),
        entry.chain().orElseThrow(),
        entry.data(PAYMENT).filter(id -> money),
        status,
        entry.recordedAt(),
        entry.channel(),
        contract.parties());
  }
}
