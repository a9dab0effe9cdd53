package org.voicepact.access.entity;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done.
 *
 * @param amount times, from 1 on
 * @param window within this time
 */
public record RateLimit(int amount, Duration window) {

  // A greater number would be more than one in a nanosecond where it is multiplied, which no bucket
  // can count.
  private static final Pattern SPELLING =
      Pattern.compile("([1-9][0-9]{0,7})\\s*/\\s*(second|minute|hour|day)");

  /** Reads {@code 10/minute}; empty where the text is nothing of the kind. */
  public static Optional<RateLimit> parse(String text) {
    Matcher matcher = SPELLING.matcher(text.strip().toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(new RateLimit(Integer.parseInt(matcher.group(1)), unit(matcher.group(2))))
        : Optional.empty();
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "second" -> Duration.ofSeconds(1);
      case "minute" -> Duration.ofMinutes(1);
      case "hour" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  public RateLimit times(int factor) {
    return new RateLimit(Math.multiplyExact(amount, factor), window);
  }

  /** In the form that {@link #parse} reads where the window is one of its units. */
  @Override
  public String toString() {
    return amount + "/" + unitName();
  }

  private String unitName() {
    return switch ((int) window.toSeconds()) {
      case 1 -> "second";
      case 60 -> "minute";
      case 3600 -> "hour";
      case 86_400 -> "day";
      default -> window.toString();
    };
  }
}
