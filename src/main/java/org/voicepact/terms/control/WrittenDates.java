package org.voicepact.terms.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.SpokenDate;

/** Dates in digits: {@code 2026-12-15}, {@code 15/12/2026}, {@code 15.12.26}, and {@code by 15/12}. */
final class WrittenDates {

  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Pattern SHORT = Pattern.compile("[0-9]{1,2}");
  private static final Pattern POINTS =
      Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.((?:20)?[0-9]{2})");

  private final Speech speech;
  private final LocalDate today;

  WrittenDates(Speech speech, LocalDate today) {
    this.speech = speech;
    this.today = today;
  }

  /** The year that stands at this token; 0 where none does. */
  int year(int token) {
    return speech.isDigits(token) && YEAR.matcher(speech.word(token)).matches()
        ? Integer.parseInt(speech.word(token))
        : 0;
  }

  /** What begins with this token; null where none does. */
  SpokenDate at(int token) {
    if (!speech.isDigits(token)) {
      return null;
    }
    Matcher points = POINTS.matcher(speech.word(token));
    if (points.matches()) {
      return date(token, token + 1, points.group(1), points.group(2), points.group(3));
    }
    Optional<String> second = part(token + 1);
    Optional<String> third = second.flatMap(month -> part(token + 3));
    if (third.isPresent()) {
      return year(token) > 0
          ? iso(token, second.get(), third.get())
          : date(token, token + 5, speech.word(token), second.get(), third.get());
    }
    boolean introduced = token > 0
        && (Vocabulary.cue("place end").begin(speech, token - 1)
            || Vocabulary.cue("deadline").begin(speech, token - 1));
    return second.isPresent() && introduced && speech.is(token + 1, "/")
        ? withoutYear(token, second.get())
        : null;
  }

  /** The digits behind a dash or a slash at this token. */
  private Optional<String> part(int token) {
    boolean parted = (speech.is(token, "/") || speech.is(token, "-"))
        && speech.touches(token)
        && speech.isDigits(token + 1)
        && speech.touches(token + 1)
        && speech.word(token + 1).matches("[0-9]{1,4}");
    return parted ? Optional.of(speech.word(token + 1)) : Optional.empty();
  }

  private SpokenDate iso(int token, String month, String day) {
    List<LocalDate> days = new ArrayList<>();
    add(days, year(token), Integer.parseInt(month), Integer.parseInt(day));
    return new SpokenDate(new Span(token, token + 5), days);
  }

  /** Day and month may stand in either order. */
  private static SpokenDate date(int from, int to, String first, String second, String year) {
    if (!SHORT.matcher(first).matches()
        || !SHORT.matcher(second).matches()
        || !(SHORT.matcher(year).matches() || YEAR.matcher(year).matches())) {
      return null;
    }
    int number = Integer.parseInt(year);
    List<LocalDate> days = new ArrayList<>();
    add(
        days,
        number < 100 ? 2000 + number : number,
        Integer.parseInt(second),
        Integer.parseInt(first));
    add(
        days,
        number < 100 ? 2000 + number : number,
        Integer.parseInt(first),
        Integer.parseInt(second));
    return new SpokenDate(new Span(from, to), days);
  }

  private SpokenDate withoutYear(int token, String second) {
    if (!SHORT.matcher(speech.word(token)).matches() || !SHORT.matcher(second).matches()) {
      return null;
    }
    int a = Integer.parseInt(speech.word(token));
    int b = Integer.parseInt(second);
    List<LocalDate> days = new ArrayList<>();
    add(days, today.getYear(), b, a);
    add(days, today.getYear(), a, b);
    return new SpokenDate(
        new Span(token, token + 3),
        days.stream().map(day -> day.isBefore(today) ? day.plusYears(1) : day).toList());
  }

  private static void add(List<LocalDate> days, int year, int month, int day) {
    try {
      days.add(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      // No such day, so it is not meant.
    }
  }
}
