package org.voicepact.market;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.voicepact.testing.VoicePactServer;

/** Kills servers by turns and starts each again, so that one of them is always there. */
final class Killing {

  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final List<VoicePactServer> servers;
  private final Random random;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger kills = new AtomicInteger();
  private final Thread thread = new Thread(this::killByTurns, "killing");
  private volatile Throwable failure;

  private Killing(List<VoicePactServer> servers, Random random) {
    this.servers = servers;
    this.random = random;
  }

  /**
   * @param random when, and which one is the first
   */
  static Killing start(List<VoicePactServer> servers, Random random) {
    Killing killing = new Killing(servers, random);
    killing.thread.start();
    return killing;
  }

  private void killByTurns() {
    try {
      int turn = random.nextInt(servers.size());
      while (!ended.await(random.nextLong(LONGEST_REST.toMillis()), TimeUnit.MILLISECONDS)) {
        VoicePactServer server = servers.get(turn++ % servers.size());
        server.kill();
        kills.incrementAndGet();
        server.launch();
        server.awaitReady();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | AssertionError e) {
      failure = e;
    }
  }

  /**
   * Lets all servers be there again.
   *
   * @return how often one was killed
   */
  int end() {
    ended.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (failure != null) {
      throw new AssertionError("a server did not come back", failure);
    }
    return kills.get();
  }
}
