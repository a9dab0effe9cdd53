package org.voicepact.sms.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.platform.control.DatabaseAvailability;
import org.voicepact.platform.control.DatabaseFault;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.ChosenGateway;
import org.voicepact.sms.control.DeliveryReports;
import org.voicepact.sms.control.SendingOutbox;
import org.voicepact.sms.control.SendingOutbox.Call;
import org.voicepact.sms.control.SendingOutbox.Claim;
import org.voicepact.sms.entity.MessageQueued;
import org.voicepact.sms.entity.OutboundMessage;
import org.voicepact.sms.entity.SendOutcome;

/** Sends what is in the outbox: right after a transaction that put something in, and every few seconds. */
@Singleton
public class OutboxDispatcher {

  private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration SWEEP_PAUSE = Duration.ofMinutes(5);

  private static final int MOST_ATTEMPTS_TO_KEEP = 3;

  /** How long the end of a call is kept for a database that is away; below the time after which it counts as lost. */
  private static final Duration KEPT = Duration.ofSeconds(90);

  private static final Duration AWAY_PAUSE = Duration.ofSeconds(1);

  /** A gateway that is slow must not hold up all that wait. */
  private static final int CALLS_AT_ONCE = 8;

  @Resource
  private ManagedExecutorService executor;

  private final SendingOutbox outbox;
  private final ChosenGateway gateway;
  private final DeliveryReports reports;
  private final DatabaseAvailability database;
  private final Clock clock;
  private final AtomicBoolean wanted = new AtomicBoolean();

  @Inject
  public OutboxDispatcher(
      SendingOutbox outbox,
      ChosenGateway gateway,
      DeliveryReports reports,
      DatabaseAvailability database,
      Clock clock) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.reports = reports;
    this.database = database;
    this.clock = clock;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "the outbox", this::dispatch);
    recurring.every(SWEEP_PAUSE, "messages with a lost answer", outbox::giveUpUnknown);
  }

  void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageQueued event) {
    if (wanted.compareAndSet(false, true)) {
      executor.execute(this::dispatchAtOnce);
    }
  }

  private void dispatchAtOnce() {
    try {
      dispatch();
    } catch (RuntimeException e) {
      warn("the outbox could not be read; it is tried again", e);
    }
  }

  /** Not of a database that is away: one line tells of that. */
  private void warn(String message, Exception e) {
    if (database.note(e).isEmpty()) {
      LOG.log(Level.WARNING, message, e);
    }
  }

  /** One at a time, so that a person's messages leave in their order. */
  private synchronized void dispatch() {
    wanted.set(false);
    Claim claim = outbox.claim();
    while (!claim.isEmpty()) {
      send(claim.calls());
      claim = outbox.claim();
    }
  }

  /** Brings them to the gateway, some at once, and waits for all: then no server keeps what it has taken for long. */
  private void send(List<List<OutboundMessage>> calls) {
    for (int from = 0; from < calls.size(); from += CALLS_AT_ONCE) {
      List<Callable<Void>> next =
          calls.subList(from, Math.min(from + CALLS_AT_ONCE, calls.size())).stream()
              .<Callable<Void>>map(messages -> () -> {
                send(outbox.begin(messages));
                return null;
              })
              .toList();
      awaitAll(next);
    }
  }

  private void awaitAll(List<Callable<Void>> tasks) {
    try {
      for (Future<Void> ended : executor.invokeAll(tasks)) {
        ended.get();
      }
    } catch (ExecutionException e) {
      warn("what became of a message could not be kept", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Optional<Call> begun) {
    begun.ifPresent(call -> {
      Map<PhoneNumber, SendOutcome> outcomes =
          gateway.send(List.copyOf(call.ids().keySet()), call.text());
      keep(call, outcomes);
      outcomes.values().forEach(this::settle);
    });
  }

  private void settle(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted accepted) {
      accepted.gatewayId().ifPresent(this::settle);
    }
  }

  private void settle(String gatewayId) {
    try {
      reports.settle(gatewayId);
    } catch (RuntimeException e) {
      warn("a delivery report could not be brought to its message", e);
    }
  }

  /**
   * What the gateway said cannot be asked for again: a database that is busy is tried some times, one that is away until
   * it is back.
   */
  private void keep(Call call, Map<PhoneNumber, SendOutcome> outcomes) {
    Instant end = clock.instant().plus(KEPT);
    for (int attempt = 1; ; attempt++) {
      try {
        outbox.end(call, outcomes);
        return;
      } catch (RuntimeException e) {
        boolean isAway = database.note(e).filter(DatabaseFault.AWAY::equals).isPresent();
        boolean goesOn =
            isAway ? clock.instant().isBefore(end) && pause() : attempt < MOST_ATTEMPTS_TO_KEEP;
        if (!goesOn) {
          throw e;
        }
      }
    }
  }

  /** False where the server ends. */
  private static boolean pause() {
    try {
      Thread.sleep(AWAY_PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
