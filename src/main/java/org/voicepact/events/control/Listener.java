package org.voicepact.events.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Roles;
import org.voicepact.events.entity.LiveEvent;
import org.voicepact.events.entity.LiveEvent.Type;
import org.voicepact.platform.control.DatabaseFault;

/**
 * One who listens: what this caller may see, how far it has got in the log, and what waits to leave. It sends one thing
 * after the other and holds a thread only while it hands one over.
 */
public final class Listener {

  private static final Logger LOG = Logger.getLogger(Listener.class.getName());

  /** With so much waiting it is given no more for now. */
  private static final int ENOUGH = 100;

  /** One who takes nothing for so long is dropped, and may come again for the rest. */
  private static final Duration LONGEST_SENDING = Duration.ofSeconds(30);

  private static final int MOST_FOLLOWED = 100;

  private final Line line;
  private final Supplier<Caller> again;
  private final Executor executor;
  private final Set<String> followed = ConcurrentHashMap.newKeySet();
  private final Queue<Supplier<CompletionStage<?>>> waiting = new ArrayDeque<>();

  private volatile Caller caller;
  private volatile long place;

  /** Whether something is being sent; true also until {@link #begin}, so that all that is told before waits. */
  private boolean sending = true;

  private Instant lastProgress;

  Listener(
      Line line,
      Caller caller,
      Supplier<Caller> again,
      long place,
      Executor executor,
      Instant now) {
    this.line = line;
    this.caller = caller;
    this.again = again;
    this.place = place;
    this.executor = executor;
    this.lastProgress = now;
  }

  /** The last place of the log that it has been told of. */
  long place() {
    return place;
  }

  public Caller caller() {
    return caller;
  }

  /**
   * Tells it of a contract that it may not list, but knows the id of.
   *
   * @return whether it follows not too many already
   */
  public boolean follow(String contract) {
    return followed.contains(contract)
        || (followed.size() < MOST_FOLLOWED && followed.add(contract));
  }

  boolean isClosed() {
    return line.isClosed();
  }

  synchronized boolean hasRoom() {
    return waiting.size() < ENOUGH;
  }

  /** Gives it what of a part of the log it may see and has not seen. */
  void tell(ReadingEvents.Part part) {
    for (LiveEvent event : part.events()) {
      if (event.id() > place && maySee(event)) {
        offer(() -> line.send(event));
      }
    }
    place = Math.max(place, part.upTo());
  }

  private boolean maySee(LiveEvent event) {
    Caller present = caller;
    if (present.phone().filter(event.parties()::contains).isPresent() || present.may(Roles.READ)) {
      return true;
    }
    return event.type() == Type.PAYMENT_UPDATE
        ? present.may(Roles.PAYMENTS)
        : present.may(Roles.PROGRESS) && followed.contains(event.contract());
  }

  /** From now on it is sent what it was told. */
  public void begin() {
    run();
  }

  void beat() {
    offer(line::beat);
  }

  /** Sends something else when what was told before has left. */
  public void offer(Supplier<CompletionStage<?>> message) {
    synchronized (this) {
      waiting.add(message);
      if (sending) {
        return;
      }
      sending = true;
    }
    run();
  }

  private void run() {
    try {
      executor.execute(this::sendAll);
    } catch (RejectedExecutionException | IllegalStateException e) {
      // The server ends.
      LOG.log(Level.FINE, "not sent", e);
    }
  }

  private void sendAll() {
    while (true) {
      Supplier<CompletionStage<?>> next;
      synchronized (this) {
        next = waiting.poll();
        if (next == null) {
          sending = false;
          return;
        }
      }
      CompletableFuture<?> sent = started(next);
      if (!sent.isDone()) {
        sent.whenComplete((nothing, failure) -> {
          end(failure);
          run();
        });
        return;
      }
      sent.whenComplete((nothing, failure) -> end(failure));
    }
  }

  private CompletableFuture<?> started(Supplier<CompletionStage<?>> message) {
    try {
      return line.isClosed()
          ? CompletableFuture.completedFuture(null)
          : message.get().toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void end(Throwable failure) {
    if (failure != null) {
      // The other end is gone.
      LOG.log(Level.FINE, "a listener is gone", failure);
      close();
    }
    synchronized (this) {
      lastProgress = Instant.MAX;
    }
  }

  /** Whether it has taken nothing for too long. */
  synchronized boolean isStuck(Instant now) {
    if (!sending || lastProgress.equals(Instant.MAX)) {
      lastProgress = now;
    }
    return sending && lastProgress.plus(LONGEST_SENDING).isBefore(now);
  }

  /** Looks whether the credential still counts, and for what; ends the connection where it does not. */
  void checkCredential() {
    try {
      Caller present = again.get();
      boolean same = present.id().equals(caller.id()) && present.phone().equals(caller.phone());
      if (!same || present.roles().isEmpty()) {
        close();
      }
      caller = present;
    } catch (AccessRefusal refusal) {
      close();
    } catch (RuntimeException e) {
      if (DatabaseFault.of(e).isEmpty()) {
        close();
        throw e;
      }
      // Nobody can say at present; it is asked again.
    }
  }

  void close() {
    try {
      line.close();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "a listener was gone already", e);
    }
  }
}
