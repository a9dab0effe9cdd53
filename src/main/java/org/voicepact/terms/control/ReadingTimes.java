package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.SpokenTime;

/**
 * Finds the times of day that a text names. Swahili counts the hours from sunrise and from sunset: {@code saa nne asubuhi}
 * is ten in the morning.
 */
final class ReadingTimes {

  private static final int HALF_DAY = 12;

  private final CalendarWords calendar;
  private final Speech speech;

  ReadingTimes(CalendarWords calendar) {
    this.calendar = calendar;
    this.speech = calendar.speech();
  }

  List<SpokenTime> all() {
    List<SpokenTime> times = new ArrayList<>();
    for (int i = 0; i < speech.size(); ) {
      SpokenTime time = speech.isSpeaker(i) ? null : at(i);
      if (time == null) {
        i++;
      } else {
        times.add(time);
        i = time.span().to();
      }
    }
    return times;
  }

  private SpokenTime at(int start) {
    if (calendar.is(start, "noon")) {
      return new SpokenTime(new Span(start, calendar.behind(start)), List.of(LocalTime.NOON));
    }
    if (calendar.is(start, "clock")) {
      return swahili(start);
    }
    int token = calendar.skip(start, "at");
    Numeral hour = calendar.number(token);
    return hour != null && hour.isWithin(1, HALF_DAY) ? english(start, hour) : null;
  }

  private SpokenTime swahili(int start) {
    int token = calendar.behind(start);
    Numeral hour = calendar.number(token);
    if (hour == null || !hour.isClear()) {
      return null;
    }
    int whole = hour.value().intValue();
    BigDecimal part = hour.value().subtract(BigDecimal.valueOf(whole));
    if (whole < 1 || whole > HALF_DAY) {
      return null;
    }
    int minutes =
        (whole + 6) % HALF_DAY * 60 + part.multiply(BigDecimal.valueOf(60)).intValue();
    int next = hour.span().to();
    if (part.signum() == 0 && hasMinutes(next)) {
      minutes += Integer.parseInt(speech.word(next + 1));
      next += 2;
    } else if (calendar.is(next, "less quarter")) {
      minutes = Math.floorMod(minutes - 15, HALF_DAY * 60);
      next = calendar.behind(next);
    }
    boolean early = whole < 6;
    return of(start, next, minutes, calendar.is(next, "night") && !early);
  }

  /** Whether they are written behind the hour, as in 4:30. */
  private boolean hasMinutes(int next) {
    return speech.is(next, ":")
        && speech.touches(next)
        && speech.isDigits(next + 1)
        && speech.word(next + 1).matches("[0-5][0-9]");
  }

  private SpokenTime english(int start, Numeral hour) {
    int next = hour.span().to();
    int minutes = hour.value().intValue() % HALF_DAY * 60;
    boolean clock = false;
    if (hasMinutes(next)) {
      minutes += Integer.parseInt(speech.word(next + 1));
      next += 2;
      clock = true;
    }
    if (calendar.is(next, "o'clock")) {
      next = calendar.behind(next);
      clock = true;
    }
    boolean half = calendar.is(next, "am") || calendar.is(next, "pm") || calendar.is(next, "night");
    return clock || half ? of(start, next, minutes, false) : null;
  }

  /**
   * @param minutes since midnight or noon
   * @param open whether the word behind does not decide: from midnight on the night is that of the next day
   */
  private SpokenTime of(int from, int token, int minutes, boolean open) {
    LocalTime morning = LocalTime.ofSecondOfDay(minutes * 60L);
    LocalTime afternoon = morning.plusHours(HALF_DAY);
    String kind = open ? "" : calendar.kind(token);
    int to = calendar.is(token, "am") || calendar.is(token, "pm") || calendar.is(token, "night")
        ? calendar.behind(token)
        : token;
    List<LocalTime> times = switch (kind) {
      case "am" -> List.of(morning);
      case "pm", "night" -> List.of(afternoon);
      default -> List.of(morning, afternoon);
    };
    return new SpokenTime(new Span(from, to), times);
  }
}
