package org.voicepact.platform.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs work again and again while the server is up; a run that fails is logged and the next one comes all the same. */
@Singleton
public class RecurringWork {

  private static final Logger LOG = Logger.getLogger(RecurringWork.class.getName());

  /** Work that the database kept from being done shall not wait long for its next turn once it is back. */
  private static final Duration LONGEST_PAUSE_WHILE_AWAY = Duration.ofSeconds(2);

  @Resource
  private ManagedScheduledExecutorService executor;

  private final DatabaseAvailability database;
  private final RequestIds ids;
  private final Map<Turn, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  @Inject
  public RecurringWork(DatabaseAvailability database, RequestIds ids) {
    this.database = database;
    this.ids = ids;
  }

  /**
   * Each run has an id of its own, see {@link RequestIds}.
   *
   * @param name what the log calls it
   * @param pause from the end of one run to the start of the next
   */
  public void every(Duration pause, String name, Work work) {
    schedule(pause, () -> {
      boolean wasPossible = run(name, work);
      boolean isSooner = !wasPossible && pause.compareTo(LONGEST_PAUSE_WHILE_AWAY) > 0;
      return isSooner ? LONGEST_PAUSE_WHILE_AWAY : pause;
    });
  }

  private void schedule(Duration pause, Turn turn) {
    try {
      ScheduledFuture<?> next = executor.schedule(
          () -> ids.ownRun(() -> schedule(turn.run(), turn)),
          pause.toMillis(),
          TimeUnit.MILLISECONDS);
      waiting.put(turn, next);
      if (stopped) {
        next.cancel(false);
      }
    } catch (RejectedExecutionException | IllegalStateException e) {
      // The server ends, and the executor has ended before this bean.
      LOG.log(Level.FINE, "no further turns", e);
    }
  }

  /** False where the database kept it from being done. */
  private boolean run(String name, Work work) {
    try {
      work.run();
    } catch (Throwable e) {
      // An error, too: what is thrown here would end all later runs in silence.
      if (database.note(e).isPresent()) {
        return false;
      }
      LOG.log(Level.WARNING, e, () -> name + " failed and will be tried again");
    }
    return true;
  }

  /**
   * Does the same with each item: one with which it fails must not keep the others from it, unless the database is
   * away, which would fail all of them.
   *
   * @param failed what the log says of an item with which it failed
   */
  public static <T> void withEach(
      Collection<T> items, Consumer<T> act, Function<T, String> failed) {
    for (T item : items) {
      try {
        act.accept(item);
      } catch (RuntimeException e) {
        if (DatabaseFault.of(e).filter(DatabaseFault.AWAY::equals).isPresent()) {
          throw e;
        }
        LOG.log(Level.WARNING, e, () -> failed.apply(item));
      }
    }
  }

  @PreDestroy
  void stop() {
    stopped = true;
    waiting.values().forEach(next -> next.cancel(false));
  }

  /** A run may fail in any way. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** Returns the pause to the next. */
  @FunctionalInterface
  private interface Turn {
    Duration run();
  }
}
