package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.voicepact.access.entity.Attempt;
import org.voicepact.access.entity.SlowDown;
import org.voicepact.platform.entity.TooManyRequests;

/** Makes those wait who try passwords. */
@Singleton
public class SlowingDown {

  private final Attempts attempts;
  private final Clock clock;

  @Inject
  public SlowingDown(Attempts attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * By what a try is counted.
   *
   * @param kind as {@link Attempts#lock} has it
   * @param free how many may fail before the first wait
   * @param isOneselfs whether one success shows that those before it were oneself's as well
   */
  record By(String kind, String subject, int free, boolean isOneselfs) {}

  /**
   * Counts a try as failed before it is made, so that many at the same time win nothing.
   *
   * @throws TooManyRequests where it has to wait; then it is not counted, and must not be made
   */
  @Transactional(dontRollbackOn = TooManyRequests.class)
  public void begin(List<By> counted) {
    Instant now = clock.instant();
    List<Attempt> counts = inOrder(counted).stream().map(this::lock).toList();
    Duration wait = Duration.ZERO;
    for (int i = 0; i < counts.size(); i++) {
      Duration each =
          counts.get(i).waitUnder(new SlowDown(inOrder(counted).get(i).free()), now);
      wait = each.compareTo(wait) > 0 ? each : wait;
    }
    if (!wait.isZero()) {
      throw new TooManyRequests(wait);
    }
    counts.forEach(count -> count.addSlowing(now));
  }

  /** The try was right after all. */
  @Transactional
  public void succeeded(List<By> counted) {
    for (By by : inOrder(counted)) {
      Attempt count = lock(by);
      if (by.isOneselfs()) {
        count.forgetAll();
      } else {
        count.takeBack();
      }
    }
  }

  private Attempt lock(By by) {
    return attempts.lock(by.kind(), by.subject());
  }

  /** In which {@link Attempts#lock} wants them. */
  private static List<By> inOrder(List<By> counted) {
    return counted.stream().sorted(Comparator.comparing(By::kind)).toList();
  }
}
