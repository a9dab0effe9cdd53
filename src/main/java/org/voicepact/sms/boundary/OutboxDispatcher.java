package org.voicepact.sms.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.platform.control.DatabaseAvailability;
import org.voicepact.platform.control.DatabaseFault;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.control.RequestIds;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.ChosenGateway;
import org.voicepact.sms.control.DeliveryReports;
import org.voicepact.sms.control.GatewayCall;
import org.voicepact.sms.control.GatewayCall.Ended;
import org.voicepact.sms.control.SendingOutbox;
import org.voicepact.sms.control.SendingOutbox.Claim;
import org.voicepact.sms.control.SendingOutbox.MessagesAreLocked;
import org.voicepact.sms.entity.GatewayAnswered;
import org.voicepact.sms.entity.MessageQueued;
import org.voicepact.sms.entity.OutboundMessage;

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

  /** A gateway waits 10 seconds for its answer; with what else there is to do. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  /** A gateway that is slow must not hold up all that wait. */
  private static final int CALLS_AT_ONCE = 8;

  @Resource
  private ManagedExecutorService executor;

  private final SendingOutbox outbox;
  private final ChosenGateway gateway;
  private final DeliveryReports reports;
  private final DatabaseAvailability database;
  private final Clock clock;
  private final RequestIds ids;
  private final Event<GatewayAnswered> answered;
  private final AtomicBoolean wanted = new AtomicBoolean();

  @Inject
  public OutboxDispatcher(
      SendingOutbox outbox,
      ChosenGateway gateway,
      DeliveryReports reports,
      DatabaseAvailability database,
      Clock clock,
      RequestIds ids,
      Event<GatewayAnswered> answered) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.reports = reports;
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.answered = answered;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    recurring.every(PAUSE, "the outbox", this::dispatch);
    recurring.every(SWEEP_PAUSE, "messages with a lost answer", this::sweepLost);
  }

  private void sweepLost() {
    decideLost(outbox.lost());
    outbox.giveUpUnknown();
    reports.forgetNumbers();
  }

  void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageQueued event) {
    if (wanted.compareAndSet(false, true)) {
      executor.execute(() -> ids.ownRun(this::dispatchAtOnce));
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
    while (!claim.isEmpty() && !isToEnd()) {
      decideLost(claim.lost());
      send(claim.calls());
      claim = outbox.claim();
    }
  }

  /** Brings them to the gateway, some at once, and waits for all: then no server keeps what it has taken for long. */
  private void send(List<List<OutboundMessage>> calls) {
    for (int from = 0; from < calls.size() && !isToEnd(); from += CALLS_AT_ONCE) {
      List<GatewayCall> begun =
          begin(calls.subList(from, Math.min(from + CALLS_AT_ONCE, calls.size())));
      CompletionService<Ended> answers = new ExecutorCompletionService<>(executor);
      begun.forEach(call -> answers.submit(ids.carried(() -> send(call))));
      awaitAll(answers, begun.size());
    }
  }

  private List<GatewayCall> begin(List<List<OutboundMessage>> calls) {
    try {
      return outbox.begin(calls);
    } catch (MessagesAreLocked e) {
      return calls.stream()
          .flatMap(call -> outbox.begin(List.of(call)).stream())
          .toList();
    }
  }

  private Ended send(GatewayCall call) {
    return new Ended(call, gateway.send(List.copyOf(call.ids().keySet()), call.text()));
  }

  /** The server stops: what was called for is still kept, and nothing more is called for. */
  private static boolean isToEnd() {
    return Thread.currentThread().isInterrupted();
  }

  /** What has come at the same time is kept in one transaction; nothing waits for a call that is slow. */
  private void awaitAll(CompletionService<Ended> answers, int calls) {
    boolean interrupted = false;
    int open = calls;
    while (open > 0) {
      try {
        List<Future<Ended>> together = nextOf(answers);
        if (together.isEmpty()) {
          LOG.warning(
              "calls of the gateway did not end; what became of their messages is not known");
          break;
        }
        open -= together.size();
        keep(together.stream()
            .map(OutboxDispatcher::ended)
            .flatMap(Optional::stream)
            .toList());
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for one and takes all that are there; none where the gateway takes longer than it may. */
  private static List<Future<Ended>> nextOf(CompletionService<Ended> answers)
      throws InterruptedException {
    List<Future<Ended>> together = new ArrayList<>();
    Future<Ended> next = answers.poll(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS);
    while (next != null) {
      together.add(next);
      next = answers.poll();
    }
    return together;
  }

  private static Optional<Ended> ended(Future<Ended> call) {
    try {
      return Optional.of(call.get());
    } catch (ExecutionException | CancellationException e) {
      LOG.log(Level.WARNING, "what became of a message is not known", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** One that cannot be kept must not take the others with it. */
  private void keep(List<Ended> calls) {
    try {
      outbox.end(calls);
    } catch (RuntimeException e) {
      calls.forEach(this::keep);
    }
    calls.forEach(
        call -> answered.fire(new GatewayAnswered(List.copyOf(call.outcomes().values()))));
    settle(calls.stream().map(Ended::gatewayIds).flatMap(List::stream).toList());
    decideLost(
        calls.stream().flatMap(each -> each.call().ids().keySet().stream()).toList());
  }

  /**
   * What the gateway said cannot be asked for again: a database that is busy is tried some times, one that is away until
   * it is back.
   */
  private void keep(Ended call) {
    Instant end = clock.instant().plus(KEPT);
    for (int attempt = 2; ; attempt++) {
      try {
        outbox.end(List.of(call));
        return;
      } catch (RuntimeException e) {
        boolean isAway = database.note(e).filter(DatabaseFault.AWAY::equals).isPresent();
        boolean goesOn =
            isAway ? clock.instant().isBefore(end) && pause() : attempt < MOST_ATTEMPTS_TO_KEEP;
        if (!goesOn) {
          warn("what became of a message could not be kept", e);
          return;
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

  private void settle(List<String> gatewayIds) {
    try {
      reports.settle(gatewayIds);
    } catch (RuntimeException e) {
      warn("delivery reports could not be brought to their messages", e);
    }
  }

  /** A report may have come while its message was under way: it waits for the message by its number. */
  private void decideLost(List<PhoneNumber> phones) {
    try {
      reports.withWaitingReports(phones).forEach(reports::decideLost);
    } catch (RuntimeException e) {
      warn("delivery reports could not be brought to messages with a lost answer", e);
    }
  }
}
