package org.voicepact.payment.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.payment.control.ChosenProvider;
import org.voicepact.payment.control.KeepingAnswers;
import org.voicepact.payment.control.PayingOut;
import org.voicepact.payment.control.PayingOut.Due;
import org.voicepact.payment.control.PayoutCheck;
import org.voicepact.payment.control.PayoutCheck.Finding;
import org.voicepact.payment.control.ProviderCall;
import org.voicepact.payment.control.ReviewingForgotten;
import org.voicepact.payment.control.TakingOrders;
import org.voicepact.payment.entity.MoneyOrder.Turn;
import org.voicepact.payment.entity.MoneyWorkWanted;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.control.RequestIds;
import org.voicepact.platform.entity.DatabaseReady;

/**
 * Does what has to do with providers: pays out what is due, and tells and asks them of orders; right after a transaction
 * that wants it, and every second. No transaction is open while a provider is called.
 */
@Singleton
public class MoneyDispatcher {

  private static final Logger LOG = Logger.getLogger(MoneyDispatcher.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SWEEP_PAUSE = Duration.ofMinutes(1);

  /** A call ends within 15 seconds; with what else there is to do. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  @Resource
  private ManagedExecutorService executor;

  private final TakingOrders orders;
  private final ChosenProvider providers;
  private final KeepingAnswers answers;
  private final PayingOut payingOut;
  private final Instance<PayoutCheck> checks;
  private final RequestIds ids;
  private final AtomicBoolean wanted = new AtomicBoolean();

  @Inject
  public MoneyDispatcher(
      TakingOrders orders,
      ChosenProvider providers,
      KeepingAnswers answers,
      PayingOut payingOut,
      @Any Instance<PayoutCheck> checks,
      RequestIds ids) {
    this.orders = orders;
    this.providers = providers;
    this.answers = answers;
    this.payingOut = payingOut;
    this.checks = checks;
    this.ids = ids;
  }

  void schedule(
      @Observes DatabaseReady ready, RecurringWork recurring, ReviewingForgotten forgotten) {
    recurring.every(PAUSE, "the movement of money", this::dispatch);
    recurring.every(
        SWEEP_PAUSE,
        "the sweep of what is held for long",
        () -> RecurringWork.withEach(
            forgotten.due(),
            forgotten::review,
            id -> "payment " + id + " is held for long; a person will be told later"));
  }

  void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MoneyWorkWanted event) {
    if (wanted.compareAndSet(false, true)) {
      executor.execute(() -> ids.ownRun(this::dispatchAtOnce));
    }
  }

  private void dispatchAtOnce() {
    try {
      dispatch();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "what is to be done with money will be tried again in its turn", e);
    }
  }

  private synchronized void dispatch() {
    wanted.set(false);
    RecurringWork.withEach(
        payingOut.due(),
        this::payOut,
        due -> "payout " + due.payout() + " could not be ordered; it will be tried again");
    List<ProviderCall> calls = orders.take();
    while (!calls.isEmpty() && !isToEnd()) {
      call(calls);
      calls = orders.take();
    }
  }

  /** The server stops: what was taken is told or asked for by another. */
  private static boolean isToEnd() {
    return Thread.currentThread().isInterrupted();
  }

  private void payOut(Due due) {
    for (PayoutCheck check : checks) {
      Finding finding = check.look(due.numbers());
      if (finding instanceof Finding.Doubtful doubtful) {
        payingOut.doubt(due, doubtful.reason());
        return;
      }
      if (finding instanceof Finding.NoAnswer none) {
        payingOut.noAnswer(due, none.reason());
        return;
      }
    }
    payingOut.order(due);
  }

  /** Side by side, and waits for all: what was taken belongs to this server for a short time only. */
  private void call(List<ProviderCall> calls) {
    List<Future<Void>> running = new ArrayList<>();
    for (ProviderCall call : calls) {
      running.add(executor.submit(ids.carried(() -> {
        call(call);
        return null;
      })));
    }
    for (Future<Void> each : running) {
      await(each);
    }
  }

  /** An answer that cannot be kept is as good as lost: it is asked for. */
  private void call(ProviderCall call) {
    String order = call.instruction().id();
    if (call.turn() == Turn.TELL) {
      answers.told(order, providers.tell(call));
    } else {
      answers.answered(order, providers.ask(call));
    }
  }

  private static void await(Future<Void> call) {
    try {
      call.get(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      LOG.log(Level.WARNING, "what became of an order is not known; it is asked for", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
