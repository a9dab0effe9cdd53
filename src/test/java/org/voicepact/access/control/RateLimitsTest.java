package org.voicepact.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voicepact.access.entity.Allowance;
import org.voicepact.access.entity.Counted;
import org.voicepact.access.entity.Limited;
import org.voicepact.access.entity.RateLimit;

class RateLimitsTest {

  private final Stopwatch time = new Stopwatch();
  private final RateLimits limits = limits(Map.of());

  @Test
  void whatIsLeftIsSaidUntilOneIsTooMany() {
    for (int left = 9; left >= 0; left--) {
      Allowance allowance = create("a");
      assertThat(allowance.retryAfter()).isEmpty();
      assertThat(allowance.remaining()).isEqualTo(left);
      assertThat(allowance.untilWhole()).isEqualTo(Duration.ofSeconds(6L * (10 - left)));
    }
    Allowance refused = create("a");
    assertThat(refused.remaining()).isZero();
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(6));
    assertThat(refused.policy()).isEqualTo("create");
    assertThat(refused.limit()).isEqualTo(RateLimit.parse("10/minute").orElseThrow());
  }

  @Test
  void timeGivesBackEvenlyAndARefusalCostsNothing() {
    exhaust("a");
    time.pass(Duration.ofMillis(5999));
    assertThat(create("a").retryAfter()).contains(Duration.ofMillis(1));
    time.pass(Duration.ofMillis(1));
    assertThat(create("a").retryAfter()).isEmpty();
    assertThat(create("a").retryAfter()).isPresent();
  }

  @Test
  void subjectsKindsAndWaysOfCountingAreApart() {
    exhaust("a");
    assertThat(create("b").remaining()).isEqualTo(9);
    assertThat(count(Limited.CONFIRM, Counted.CONTRACT, "a").remaining()).isEqualTo(9);
    assertThat(count(Limited.CONFIRM, Counted.NUMBER, "a").remaining()).isEqualTo(9);
    assertThat(count(Limited.OTP, Counted.NUMBER, "a").remaining()).isEqualTo(4);
  }

  @Test
  void anAddressMayDoTenTimesAsMuch() {
    Allowance allowance = count(Limited.OTP, Counted.ADDRESS, "192.0.2.1");
    assertThat(allowance.policy()).isEqualTo("otp-address");
    assertThat(allowance.limit().amount()).isEqualTo(50);
    assertThat(allowance.remaining()).isEqualTo(49);
  }

  @Test
  void whatIsOffIsNotCounted() {
    RateLimits off = limits(Map.of("RATE_LIMIT_CREATE", " Off "));
    assertThat(off.limit(Limited.CREATE)).isEmpty();
    assertThat(off.count(Limited.CREATE, Counted.CALLER, "a")).isEmpty();
    assertThat(off.limit(Limited.CONFIRM)).isPresent();
    assertThat(off.remembered()).isZero();
  }

  @Test
  void memoryIsBoundedAndOneWhoStaysIsNotForgottenForIt() {
    exhaust("a");
    for (int i = 0; i < RateLimits.MOST_REMEMBERED * 2; i++) {
      create("stranger " + i);
      if (i % 100 == 0) {
        assertThat(create("a").retryAfter()).isPresent();
      }
    }
    assertThat(limits.remembered()).isLessThanOrEqualTo(RateLimits.MOST_REMEMBERED);
  }

  @Test
  void whoHasNotBeenThereForAWholeWindowIsForgotten() {
    exhaust("a");
    assertThat(limits.remembered()).isEqualTo(1);
    time.pass(Duration.ofMinutes(1));
    assertThat(limits.remembered()).isZero();
    assertThat(create("a").remaining()).isEqualTo(9);
  }

  @Test
  void everyWrongSettingIsNamed() {
    assertThatThrownBy(
            () -> limits(Map.of("RATE_LIMIT_CREATE", "many", "RATE_LIMIT_OTP", "0/hour")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "RATE_LIMIT_CREATE must be off, or a number per", "RATE_LIMIT_OTP must be off")
        .hasMessageNotContainingAny("many", "0/hour", "RATE_LIMIT_CONFIRM");
  }

  private void exhaust(String subject) {
    for (int i = 0; i < 10; i++) {
      create(subject);
    }
  }

  private Allowance create(String subject) {
    return count(Limited.CREATE, Counted.CALLER, subject);
  }

  private Allowance count(Limited limited, Counted counted, String subject) {
    return limits.count(limited, counted, subject).orElseThrow();
  }

  private RateLimits limits(Map<String, String> changed) {
    Map<String, String> settings = new HashMap<>(Map.of(
        "RATE_LIMIT_CREATE", "10/minute",
        "RATE_LIMIT_CONFIRM", "10/minute",
        "RATE_LIMIT_OTP", "5/minute",
        "RATE_LIMIT_VERIFY", "60/minute",
        "RATE_LIMIT_DEFAULT", "6000/minute"));
    settings.putAll(changed);
    return new RateLimits(settings::get, time, new SharedBuckets(null, Clock.systemUTC()));
  }

  /** Time that passes when the test says so. */
  private static final class Stopwatch implements TimeMeter {

    private long nanos;

    void pass(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
