package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.access.control.Attempts.Tried;
import org.voicepact.access.entity.Attempt;
import org.voicepact.access.entity.RateLimit;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.TooManyRequests;

/**
 * Keeps strangers from finding out, by trying numbers, who is a party of what. Failures are counted for the
 * contract and for the number, wherever they come from; when one of them has too many, every further try is
 * refused unseen, the right one as well, until its window is over.
 */
@Singleton
public class Probing implements Configured {

  private final Attempts attempts;
  private final Clock clock;
  private final Optional<RateLimit> limit;

  /**
   * @throws IllegalStateException where the setting is no limit
   */
  @Inject
  public Probing(
      Attempts attempts, Clock clock, @ConfigProperty(name = "RATE_LIMIT_PROBE") String limit) {
    this.attempts = attempts;
    this.clock = clock;
    this.limit = RateLimitSetting.read("RATE_LIMIT_PROBE", limit);
  }

  /**
   * Makes one try. Tries at one contract follow each other, so that many at the same time win nothing.
   *
   * @param attempt reads from the database what the try finds; empty where it has failed
   * @throws TooManyRequests where too many have failed before
   */
  @Transactional(dontRollbackOn = TooManyRequests.class)
  public <T> Optional<T> attempt(
      String contractId, PhoneNumber named, Supplier<Optional<T>> attempt) {
    return counted(
        List.of(new Tried("probe contract", contractId), new Tried("probe number", named.e164())),
        attempt);
  }

  /**
   * Makes one try with a number and no contract. All numbers that are shown alike when they are masked are counted
   * together, because it is the hidden digits that somebody would try.
   *
   * @throws TooManyRequests where too many have failed before
   */
  @Transactional(dontRollbackOn = TooManyRequests.class)
  public <T> Optional<T> attempt(PhoneNumber named, Supplier<Optional<T>> attempt) {
    return counted(List.of(new Tried("probe masked", named.masked())), attempt);
  }

  /**
   * Makes one try of somebody who has proved the number and looks among the contracts of this number alone: what others
   * have tried does not count.
   *
   * @throws TooManyRequests where too many have failed before
   */
  @Transactional(dontRollbackOn = TooManyRequests.class)
  public <T> Optional<T> ownAttempt(PhoneNumber proved, Supplier<Optional<T>> attempt) {
    return counted(List.of(new Tried("probe own", proved.e164())), attempt);
  }

  private <T> Optional<T> counted(List<Tried> tried, Supplier<Optional<T>> attempt) {
    if (limit.isEmpty()) {
      return attempt.get();
    }
    Instant now = clock.instant();
    Map<Tried, Attempt> looked = attempts.look(tried);
    looked.values().forEach(count -> requireLeft(count, now));
    Collection<Attempt> counts = attempts.lock(tried, looked).values();
    counts.forEach(count -> requireLeft(count, now));
    Optional<T> found = attempt.get();
    if (found.isEmpty()) {
      counts.forEach(count -> count.add(limit.get(), now));
    }
    return found;
  }

  private void requireLeft(Attempt count, Instant now) {
    if (count.isExhausted(limit.orElseThrow(), now)) {
      throw new TooManyRequests(count.rest(now));
    }
  }
}
