package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.access.control.Attempts.Tried;
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
   * @param tried what counts
   * @param free how many may fail before the first wait
   * @param isOneselfs whether one success shows that those before it were oneself's as well
   */
  record By(Tried tried, int free, boolean isOneselfs) {
    By(String kind, String subject, int free, boolean isOneselfs) {
      this(new Tried(kind, subject), free, isOneselfs);
    }
  }

  /**
   * Counts a try as failed before it is made, so that many at the same time win nothing.
   *
   * @throws TooManyRequests where it has to wait; then it is not counted, and must not be made
   */
  @Transactional(dontRollbackOn = TooManyRequests.class)
  public void begin(List<By> counted) {
    Instant now = clock.instant();
    List<Tried> tried = counted.stream().map(By::tried).toList();
    Map<Tried, Attempt> looked = attempts.look(tried);
    requireNoWait(counted, looked, now);
    Map<Tried, Attempt> counts = attempts.lock(tried, looked);
    requireNoWait(counted, counts, now);
    counts.values().forEach(count -> count.addSlowing(now));
  }

  private static void requireNoWait(List<By> counted, Map<Tried, Attempt> counts, Instant now) {
    Duration wait = counted.stream()
        .flatMap(by -> Optional.ofNullable(counts.get(by.tried()))
            .map(count -> count.waitUnder(new SlowDown(by.free()), now))
            .stream())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
    if (!wait.isZero()) {
      throw new TooManyRequests(wait);
    }
  }

  /** The try was right after all. */
  @Transactional
  public void succeeded(List<By> counted) {
    List<Tried> tried = counted.stream().map(By::tried).toList();
    Map<Tried, Attempt> counts = attempts.lock(tried, attempts.look(tried));
    for (By by : counted) {
      if (by.isOneselfs()) {
        counts.get(by.tried()).forgetAll();
      } else {
        counts.get(by.tried()).takeBack();
      }
    }
  }
}
