package org.voicepact.contract.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReminderTimesTest {

  private static final Instant ASKED = Instant.parse("2026-11-24T06:00:00Z");
  private static final Instant EXPIRES = ASKED.plus(Duration.ofHours(24));

  private final ReminderTimes times = new ReminderTimes(
      List.of(Duration.ofHours(4), Duration.ofHours(12)), Optional.of(Duration.ofHours(1)));

  private static Optional<Instant> after(int hours) {
    return Optional.of(ASKED.plus(Duration.ofHours(hours)));
  }

  private Optional<Instant> next(Duration sinceAsked) {
    return times.next(ASKED, EXPIRES, ASKED.plus(sinceAsked));
  }

  @Test
  void aPartyThatNeverAnswersIsRemindedThreeTimes() {
    assertThat(times.first(ASKED, EXPIRES)).isEqualTo(after(4));
    assertThat(next(Duration.ofHours(4))).isEqualTo(after(12));
    assertThat(next(Duration.ofHours(12))).isEqualTo(after(23));
    assertThat(next(Duration.ofHours(23))).isEmpty();
  }

  @Test
  void oneThatWasPutOffTakesThePlaceOfThoseThatItMeets() {
    assertThat(next(Duration.ofMinutes(11 * 60 + 1))).isEqualTo(after(23));
    assertThat(next(Duration.ofHours(13))).isEqualTo(after(23));
    assertThat(next(Duration.ofHours(22))).isEmpty();
  }

  @Test
  void nobodyIsRemindedBeforeBeingAskedOrWhenItIsTooLate() {
    assertThat(times.first(ASKED, ASKED.plusSeconds(1800))).isEmpty();
    assertThat(times.first(ASKED, ASKED.plus(Duration.ofHours(2)))).isEqualTo(after(1));
    assertThat(times.first(ASKED, ASKED.plus(Duration.ofHours(4)))).isEqualTo(after(3));
    assertThat(new ReminderTimes(List.of(), Optional.empty()).first(ASKED, EXPIRES))
        .isEmpty();
  }
}
