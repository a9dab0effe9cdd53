package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.contract.entity.QuietHours;
import org.voicepact.contract.entity.ReminderTimes;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.SettingFaults;

/** When parties are reminded that have not answered, and when never. */
@Singleton
public class ReminderSettings implements Configured {

  private static final String OFF = "off";
  private static final String AFTER = "REMINDER_HOURS";
  private static final String BEFORE = "REMINDER_HOURS_BEFORE_EXPIRY";
  private static final String QUIET = "REMINDER_QUIET_HOURS";

  /** With the one before expiry three: each costs money, and the fourth is a nuisance. */
  private static final int MOST_AFTER = 2;

  private static final int LONGEST_HOURS = 8760;
  private static final Pattern HOURS = Pattern.compile("[0-9]{1,4}");
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");

  private final ReminderTimes times;
  private final Optional<QuietHours> quiet;

  /**
   * @param after hours after a party was asked, at most two of them, separated by commas, or {@code off}
   * @param before hours before its time is over, or {@code off}
   * @param quiet as {@code 21-7}, in the time of the number's country, or {@code off}
   * @throws IllegalStateException where one of them is something else
   */
  @Inject
  public ReminderSettings(
      @ConfigProperty(name = AFTER) String after,
      @ConfigProperty(name = BEFORE) String before,
      @ConfigProperty(name = QUIET) String quiet) {
    SettingFaults faults = new SettingFaults();
    List<Duration> afterAsking = faults.read(() -> after(after.strip()));
    Optional<Duration> beforeExpiry = faults.read(() -> before(before.strip()));
    this.quiet = faults.read(() -> quiet(quiet.strip()));
    faults.check();
    this.times = new ReminderTimes(afterAsking, beforeExpiry);
  }

  private static List<Duration> after(String value) {
    if (value.equals(OFF)) {
      return List.of();
    }
    List<Duration> hours = Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .map(each -> hours(each).orElseThrow(ReminderSettings::wrongAfter))
        .toList();
    if (hours.size() > MOST_AFTER) {
      throw wrongAfter();
    }
    return hours;
  }

  private static IllegalStateException wrongAfter() {
    return new IllegalStateException(AFTER
        + " must be one or two whole numbers of hours, separated by a comma, as 4,12, or off");
  }

  private static Optional<Duration> before(String value) {
    if (value.equals(OFF)) {
      return Optional.empty();
    }
    return Optional.of(hours(value)
        .orElseThrow(() -> new IllegalStateException(
            BEFORE + " must be a whole number of hours, 1 or more, or off")));
  }

  private static Optional<Duration> hours(String value) {
    return Optional.of(value)
        .filter(text -> HOURS.matcher(text).matches())
        .map(Integer::valueOf)
        .filter(hours -> hours >= 1 && hours <= LONGEST_HOURS)
        .map(Duration::ofHours);
  }

  private static Optional<QuietHours> quiet(String value) {
    if (value.equals(OFF)) {
      return Optional.empty();
    }
    Matcher matcher = RANGE.matcher(value);
    if (matcher.matches()) {
      QuietHours hours =
          new QuietHours(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      if (hours.from() < 24 && hours.until() < 24 && hours.from() != hours.until()) {
        return Optional.of(hours);
      }
    }
    throw new IllegalStateException(QUIET + " must be two hours of the day, as 21-7, or off");
  }

  public ReminderTimes times() {
    return times;
  }

  /** Empty where there are none. */
  public Optional<QuietHours> quiet() {
    return quiet;
  }
}
