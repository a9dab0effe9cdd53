package org.voicepact.access.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowDownTest {

  private final SlowDown slowing = new SlowDown(5);

  @Test
  void theFirstFailuresCostNothing() {
    assertThat(IntStream.range(0, 5).mapToObj(slowing::delay)).containsOnly(Duration.ZERO);
  }

  @Test
  void thenEachDoublesTheWait() {
    assertThat(IntStream.range(5, 9).mapToObj(slowing::delay).map(Duration::toSeconds))
        .containsExactly(2L, 4L, 8L, 16L);
  }

  @Test
  void nobodyWaitsLongerThanAQuarterOfAnHour() {
    assertThat(slowing.delay(13)).isEqualTo(Duration.ofSeconds(512));
    assertThat(slowing.delay(14)).isEqualTo(Duration.ofMinutes(15));
    assertThat(slowing.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
  }
}
