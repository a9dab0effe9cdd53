package org.voicepact.access.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

  @ParameterizedTest
  @CsvSource({
    "10/minute, 10, PT1M",
    "' 1 / SECOND ', 1, PT1S",
    "5/hour, 5, PT1H",
    "99999999/day, 99999999, P1D"
  })
  void aNumberAndAUnitAreALimit(String text, int amount, Duration window) {
    assertThat(RateLimit.parse(text)).contains(new RateLimit(amount, window));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "/minute",
        "0/minute",
        "-1/minute",
        "1.5/minute",
        "10/minutes",
        "10/week",
        "10/5 minutes",
        "100000000/second",
        "10/minute;5/hour"
      })
  void anythingElseIsNone(String text) {
    assertThat(RateLimit.parse(text)).isEmpty();
  }

  @Test
  void itIsWrittenAsItIsRead() {
    for (String text : new String[] {"1/second", "10/minute", "5/hour", "7/day"}) {
      assertThat(RateLimit.parse(text)).hasToString("Optional[" + text + "]");
    }
  }

  @Test
  void theGreatestLimitCanBeCountedTenfold() {
    RateLimit greatest = RateLimit.parse("99999999/second").orElseThrow();
    assertThat(Counted.ADDRESS.of(greatest).amount()).isEqualTo(999_999_990);
    assertThat(Counted.CALLER.of(greatest)).isEqualTo(greatest);
  }
}
