package org.voicepact.contract.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.contract.entity.QuietHours;
import org.voicepact.contract.entity.ReminderTimes;

class ReminderSettingsTest {

  @Test
  void hoursAreRead() {
    ReminderSettings settings = new ReminderSettings("4, 12", "1", "21-7");

    assertThat(settings.times())
        .isEqualTo(new ReminderTimes(
            List.of(Duration.ofHours(4), Duration.ofHours(12)), Optional.of(Duration.ofHours(1))));
    assertThat(settings.quiet()).contains(new QuietHours(21, 7));
  }

  @Test
  void eachMayBeOff() {
    ReminderSettings settings = new ReminderSettings("off", "off", "off");

    assertThat(settings.times()).isEqualTo(new ReminderTimes(List.of(), Optional.empty()));
    assertThat(settings.quiet()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REMINDER_HOURS | 4,8,12 | 1 | 21-7",
        "REMINDER_HOURS | 0 | 1 | 21-7",
        "REMINDER_HOURS | 4, | 1 | 21-7",
        "REMINDER_HOURS | 4h | 1 | 21-7",
        "REMINDER_HOURS | 9999 | 1 | 21-7",
        "REMINDER_HOURS_BEFORE_EXPIRY | 4 | 0 | 21-7",
        "REMINDER_HOURS_BEFORE_EXPIRY | 4 | 1,2 | 21-7",
        "REMINDER_QUIET_HOURS | 4 | 1 | 21",
        "REMINDER_QUIET_HOURS | 4 | 1 | 21-24",
        "REMINDER_QUIET_HOURS | 4 | 1 | 7-7",
        "REMINDER_QUIET_HOURS | 4 | 1 | 21:00-07:00",
      })
  void theServerDoesNotStartWithHoursThatAreNone(
      String setting, String after, String before, String quiet) {
    assertThatThrownBy(() -> new ReminderSettings(after, before, quiet))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(setting + " must ");
  }
}
