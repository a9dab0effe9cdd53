package org.voicepact.platform.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs work again and again while the server is up; a run that fails is logged and the next one comes all the same. */
@Singleton
public class RecurringWork {

  private static final Logger LOG = Logger.getLogger(RecurringWork.class.getName());

  @Resource
  private ManagedScheduledExecutorService executor;

  private final List<ScheduledFuture<?>> running = new CopyOnWriteArrayList<>();

  /**
   * @param name what the log calls it
   * @param pause from the end of one run to the start of the next
   */
  public void every(Duration pause, String name, Work work) {
    Runnable guarded = () -> run(name, work);
    running.add(executor.scheduleWithFixedDelay(
        guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static void run(String name, Work work) {
    try {
      work.run();
    } catch (Throwable e) {
      // An error, too: what is thrown here would end all later runs in silence.
      LOG.log(Level.WARNING, e, () -> name + " failed and will be tried again");
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(future -> future.cancel(false));
  }

  /** A run may fail in any way. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }
}
