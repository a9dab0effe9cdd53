package org.voicepact.access.control;

import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderCapacityStage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.voicepact.access.entity.RateLimit;
import org.voicepact.platform.control.DatabaseProduct;
import org.voicepact.platform.control.Pseudonyms;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/**
 * The token buckets of all servers that share a PostgreSQL. Their table is not logged there: its rows need not outlive a
 * breakdown of the database, and no caller waits for a disk because it was counted. Callers are known by pseudonyms.
 */
@Singleton
public class SharedBuckets {

  private static final String PURPOSE = "rate/1";
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int FORGOTTEN_AT_ONCE = 1000;

  // Not shareable, so that a request gives it back before it needs one for what it does.
  @Resource(lookup = "jdbc/voicepact", shareable = false)
  private DataSource dataSource;

  private final Pseudonyms pseudonyms;
  private final TimeMeter time;
  private volatile PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  /**
   * @param clock the database's, because servers with different clocks would take from each other
   */
  @Inject
  public SharedBuckets(Pseudonyms pseudonyms, Clock clock) {
    this.pseudonyms = pseudonyms;
    this.time = meter(clock);
  }

  private static TimeMeter meter(Clock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return Duration.ofMillis(clock.millis()).toNanos();
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  void open(@Observes DatabaseReady ready, RecurringWork recurring) throws SQLException {
    if (!DatabaseProduct.isH2(dataSource)) {
      buckets = new Bucket4jPostgreSQL.PostgreSQLSelectForUpdateBasedProxyManagerBuilder<>(
              dataSource, PrimaryKeyMapper.STRING)
          .table("rate_bucket")
          .idColumn("id")
          .stateColumn("state")
          .expiresAtColumn("expires_at")
          .expirationAfterWrite(
              // A bucket that is full again says nothing.
              ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
          .clientClock(time)
          .build();
      recurring.every(PAUSE, "forgetting counted requests", this::forget);
    }
  }

  /**
   * The bucket of one who is counted; empty where servers do not share a database.
   *
   * @param policy the name of the limit, for which everybody has a bucket of its own
   */
  Optional<Bucket> bucket(String policy, String subject, RateLimit limit) {
    return Optional.ofNullable(buckets)
        .map(shared -> shared.getProxy(
            // A bucket keeps its limit; where another one is set, the count begins anew.
            pseudonyms.of(PURPOSE, policy + " " + limit + " " + subject),
            () -> configuration(limit)));
  }

  private static BucketConfiguration configuration(RateLimit limit) {
    return BucketConfiguration.builder()
        .addLimit(bandwidth -> bandwidth(limit, bandwidth))
        .build();
  }

  /** Full at first, and refilled evenly. */
  static BandwidthBuilderBuildStage bandwidth(
      RateLimit limit, BandwidthBuilderCapacityStage bandwidth) {
    return bandwidth.capacity(limit.amount()).refillGreedy(limit.amount(), limit.window());
  }

  private void forget() {
    while (buckets.removeExpired(FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
      // There may be more.
    }
  }
}
