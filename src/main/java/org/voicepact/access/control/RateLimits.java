package org.voicepact.access.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.voicepact.access.entity.Allowance;
import org.voicepact.access.entity.Counted;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.RateLimit;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.SettingFaults;

/**
 * Counts who does what how often, with a token bucket for each: it is full at first, every request takes one
 * token, and they come back evenly over the window. Where several servers share a database, they count together in
 * {@link SharedBuckets}; the one server of a file of H2 counts in memory, and its start begins anew. What must hold
 * whatever happens, as the tries of a one-time code, is counted elsewhere, by {@link Attempts}.
 */
@Singleton
public class RateLimits implements Configured {

  /** For each policy. Beyond it those are forgotten first that were seen seldom, so the rest of memory is safe. */
  static final int MOST_REMEMBERED = 100_000;

  private record Policy(Limited limited, Counted counted) {}

  /** @param buckets in memory, by subject */
  private record Count(RateLimit limit, Cache<String, Bucket> buckets) {}

  private final Map<Limited, RateLimit> limits = new EnumMap<>(Limited.class);
  private final Map<Policy, Count> counts = new ConcurrentHashMap<>();
  private final TimeMeter time;
  private final SharedBuckets shared;

  /**
   * @throws IllegalStateException where a setting is no limit
   */
  @Inject
  public RateLimits(Config config, SharedBuckets shared) {
    // Only the time that has passed counts, and that must not stand still where the clock is set
    // back.
    this(name -> config.getValue(name, String.class), TimeMeter.SYSTEM_NANOTIME, shared);
  }

  RateLimits(UnaryOperator<String> settings, TimeMeter time, SharedBuckets shared) {
    this.time = time;
    this.shared = shared;
    SettingFaults faults = new SettingFaults();
    for (Limited limited : Limited.values()) {
      String name = limited.setting();
      faults.run(() -> RateLimitSetting.read(name, settings.apply(name))
          .ifPresent(limit -> limits.put(limited, limit)));
    }
    faults.check();
  }

  /** The limit as it is set; empty where it is off. */
  public Optional<RateLimit> limit(Limited limited) {
    return Optional.ofNullable(limits.get(limited));
  }

  /**
   * Counts one time.
   *
   * @param subject who or what is counted, unique within {@code counted}
   * @return what is left, and whether this was one too many; empty where the limit is off
   */
  public Optional<Allowance> count(Limited limited, Counted counted, String subject) {
    return limit(limited).map(limit -> {
      String policy = counted.policy(limited);
      RateLimit each = counted.of(limit);
      Bucket bucket = shared
          .bucket(policy, subject, each)
          .orElseGet(() -> inMemory(new Policy(limited, counted), each, subject));
      return allowance(policy, each, bucket.tryConsumeAndReturnRemaining(1));
    });
  }

  private Bucket inMemory(Policy policy, RateLimit limit, String subject) {
    return count(policy, limit).buckets().get(subject, key -> bucket(limit));
  }

  private static Allowance allowance(String policy, RateLimit limit, ConsumptionProbe probe) {
    return new Allowance(
        policy,
        limit,
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        probe.isConsumed()
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())));
  }

  private Count count(Policy policy, RateLimit limit) {
    return counts.computeIfAbsent(policy, key -> new Count(limit, memory(limit)));
  }

  /** A bucket that nobody has touched for a whole window is full, so that to forget it changes nothing. */
  private Cache<String, Bucket> memory(RateLimit limit) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_REMEMBERED)
        .expireAfterAccess(limit.window())
        .ticker(time::currentTimeNanos)
        .build();
  }

  private Bucket bucket(RateLimit limit) {
    return Bucket.builder()
        .addLimit(bandwidth -> SharedBuckets.bandwidth(limit, bandwidth))
        .withCustomTimePrecision(time)
        .build();
  }

  /** How many subjects are in memory, after those are dropped that are over. */
  long remembered() {
    return counts.values().stream()
        .map(Count::buckets)
        .peek(Cache::cleanUp)
        .mapToLong(Cache::estimatedSize)
        .sum();
  }
}
