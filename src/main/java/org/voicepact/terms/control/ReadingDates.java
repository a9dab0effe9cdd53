package org.voicepact.terms.control;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.SpokenDate;

/** Finds the days that a text names by words; those in digits alone are the work of {@link WrittenDates}. */
final class ReadingDates {

  /** Further ahead nobody means a day without saying the year. */
  private static final int MOST_MONTHS_AHEAD = 9;

  private final CalendarWords calendar;
  private final Speech speech;
  private final WrittenDates written;
  private final StepsFromToday steps;
  private final LocalDate today;

  ReadingDates(CalendarWords calendar, LocalDate today) {
    this.calendar = calendar;
    this.speech = calendar.speech();
    this.written = new WrittenDates(calendar.speech(), today);
    this.steps = new StepsFromToday(calendar, today);
    this.today = today;
  }

  /** All of them, in their order. */
  List<SpokenDate> all() {
    List<SpokenDate> dates = new ArrayList<>();
    for (int i = 0; i < speech.size(); ) {
      SpokenDate date = speech.isSpeaker(i) ? null : at(i);
      if (date == null) {
        i++;
      } else {
        dates.add(date);
        i = date.span().to();
      }
    }
    return dates;
  }

  private SpokenDate at(int token) {
    return Stream.<Reading>of(
            written::at,
            this::dayOfMonth,
            this::monthAndDay,
            this::weekday,
            this::relative,
            steps::at,
            this::end,
            this::noDay)
        .map(reading -> reading.at(token))
        .filter(date -> date != null)
        .findFirst()
        .orElse(null);
  }

  private interface Reading {
    SpokenDate at(int token);
  }

  /** "15th of December 2026", "tarehe 5 mwezi wa kumi na mbili", "the 20th". */
  private SpokenDate dayOfMonth(int start) {
    boolean named = calendar.is(start, "date");
    int token = named ? calendar.skip(calendar.behind(start), "the") : start;
    Numeral day = calendar.number(token);
    if (day == null || !day.isWithin(1, 31)) {
      return null;
    }
    int next = calendar.skip(day.span().to(), "of");
    int number = day.value().intValue();
    if (calendar.is(next, "month") && !isVerb(next)) {
      return inMonth(start, number, calendar.value(next), calendar.behind(next));
    }
    if (calendar.is(next, "months") && calendar.is(next + 1, "of")) {
      Numeral month = calendar.number(next + 2);
      if (month != null && month.isWithin(1, 12)) {
        return inMonth(start, number, month.value().intValue(), month.span().to());
      }
    }
    int months = relativeMonth(next);
    if (months >= 0) {
      LocalDate first = today.withDayOfMonth(1).plusMonths(months);
      return day(start, behindRelative(next), first, number);
    }
    boolean said = named || (!day.counts() && speech.isDigits(token) && isAfterPreposition(start));
    return said && next == day.span().to() ? nextSuchDay(start, next, number) : null;
  }

  /** "May be" and "march to" are no months. */
  private boolean isVerb(int month) {
    return speech.is(month + 1, "be")
        || speech.is(month + 1, "have")
        || speech.is(month + 1, "not");
  }

  private boolean isAfterPreposition(int token) {
    int before = token > 0 && calendar.is(token - 1, "the") ? token - 2 : token - 1;
    return before >= 0 && Vocabulary.cue("place end").begin(speech, before);
  }

  private SpokenDate nextSuchDay(int from, int to, int day) {
    LocalDate month = today.withDayOfMonth(1);
    return day(from, to, day < today.getDayOfMonth() ? month.plusMonths(1) : month, day);
  }

  private static SpokenDate day(int from, int to, LocalDate first, int day) {
    return new SpokenDate(
        new Span(from, to),
        day <= first.lengthOfMonth() ? List.of(first.withDayOfMonth(day)) : List.of());
  }

  private SpokenDate inMonth(int from, int day, int month, int behindMonth) {
    int token = speech.is(behindMonth, ",") ? behindMonth + 1 : behindMonth;
    int year = written.year(token);
    if (year > 0) {
      return day(from, token + 1, LocalDate.of(year, month, 1), day);
    }
    LocalDate first = LocalDate.of(today.getYear(), month, 1);
    LocalDate past = today.minusDays(1);
    boolean over = day <= first.lengthOfMonth() && !first.withDayOfMonth(day).isAfter(past);
    LocalDate meant = over ? first.plusYears(1) : first;
    return meant.isAfter(today.plusMonths(MOST_MONTHS_AHEAD))
        ? new SpokenDate(
            new Span(from, behindMonth),
            Stream.of(first, first.plusYears(1))
                .filter(each -> day <= each.lengthOfMonth())
                .map(each -> each.withDayOfMonth(day))
                .toList())
        : day(from, behindMonth, meant, day);
  }

  /** "December 15th, 2026". */
  private SpokenDate monthAndDay(int token) {
    if (!calendar.is(token, "month")) {
      return null;
    }
    int next = calendar.skip(calendar.behind(token), "the");
    Numeral day = calendar.number(next);
    boolean goods = day != null
        && day.counts()
        && (Vocabulary.UNITS.begin(speech, day.span().to())
            || Vocabulary.PRODUCTS.begin(speech, day.span().to())
            || Vocabulary.CURRENCIES.begin(speech, day.span().to()));
    return day == null || !day.isWithin(1, 31) || goods
        ? null
        : inMonth(
            token, day.value().intValue(), calendar.value(token), day.span().to());
  }

  /** "Friday", "next Friday", "Ijumaa ya wiki ijayo". */
  private SpokenDate weekday(int start) {
    boolean next = calendar.is(start, "next");
    int token = next ? calendar.behind(start) : calendar.skip(start, "this");
    if (!calendar.is(token, "weekday")) {
      return null;
    }
    DayOfWeek weekday = DayOfWeek.of(calendar.value(token));
    int behind = calendar.behind(token);
    LocalDate ofNextWeek =
        today.plusWeeks(1).with(DayOfWeek.MONDAY).with(TemporalAdjusters.nextOrSame(weekday));
    int week = calendar.skip(behind, "of");
    if (relativeWeek(week) == 1) {
      return new SpokenDate(new Span(start, behindRelative(week)), List.of(ofNextWeek));
    }
    LocalDate coming = today.with(TemporalAdjusters.next(weekday));
    if (next || calendar.is(behind, "next")) {
      return new SpokenDate(
          new Span(start, calendar.skip(behind, "next")), List.of(coming, ofNextWeek));
    }
    int to = calendar.skip(behind, "this");
    LocalDate first = today.with(TemporalAdjusters.nextOrSame(weekday));
    return new SpokenDate(
        new Span(start, to),
        token == start && to == behind ? List.of(first, coming) : List.of(first));
  }

  private SpokenDate relative(int token) {
    return calendar.is(token, "day")
        ? new SpokenDate(
            new Span(token, calendar.behind(token)), List.of(today.plusDays(calendar.value(token))))
        : null;
  }

  /** "End of the month", "mwisho wa Desemba", "month end". */
  private SpokenDate end(int start) {
    if (calendar.is(start, "months") && speech.is(calendar.behind(start), "end")) {
      return endOf(start, calendar.behind(start) + 1, today);
    }
    if (!calendar.is(start, "end")) {
      return null;
    }
    int token = calendar.skip(calendar.behind(start), "the");
    if (calendar.is(token, "month")) {
      int behind = calendar.behind(token);
      int year = written.year(behind);
      LocalDate first = LocalDate.of(year > 0 ? year : today.getYear(), calendar.value(token), 1);
      boolean over = year == 0 && first.plusMonths(1).minusDays(1).isBefore(today);
      return endOf(start, year > 0 ? behind + 1 : behind, over ? first.plusYears(1) : first);
    }
    int months = relativeMonth(token);
    if (months >= 0) {
      return endOf(start, behindRelative(token), today.plusMonths(months));
    }
    if (calendar.is(token, "months")) {
      return endOf(start, calendar.behind(token), today);
    }
    if (calendar.is(token, "year")) {
      return new SpokenDate(
          new Span(start, calendar.skip(calendar.behind(token), "this")),
          List.of(today.with(TemporalAdjusters.lastDayOfYear())));
    }
    // Some end it on Friday, some on Sunday.
    int behind = relativeWeek(token) >= 0 ? behindRelative(token) : calendar.behind(token);
    return behind > token && (calendar.is(token, "weeks") || relativeWeek(token) >= 0)
        ? new SpokenDate(new Span(start, behind), List.of())
        : null;
  }

  private static SpokenDate endOf(int from, int to, LocalDate month) {
    return new SpokenDate(
        new Span(from, to), List.of(month.with(TemporalAdjusters.lastDayOfMonth())));
  }

  /** What names no day: "next week", "mid December", "soon". */
  private SpokenDate noDay(int token) {
    int behind = token;
    if (relativeWeek(token) >= 0 || relativeMonth(token) >= 0) {
      behind = behindRelative(token);
    } else if (calendar.is(token, "vague")) {
      behind = calendar.behind(token);
    } else if (calendar.is(token, "middle")) {
      int next = calendar.skip(calendar.behind(token), "the");
      next = speech.is(next, "-") ? next + 1 : next;
      behind =
          calendar.is(next, "month") || calendar.is(next, "months") ? calendar.behind(next) : token;
    }
    return behind > token ? new SpokenDate(new Span(token, behind), List.of()) : null;
  }

  private int relativeMonth(int token) {
    return steps(token, "months");
  }

  private int relativeWeek(int token) {
    return steps(token, "weeks");
  }

  /** 0 for "this month" and "mwezi huu", 1 for "next month" and "mwezi ujao", -1 for all else. */
  private int steps(int token, String unit) {
    int word = calendar.is(token, unit) ? calendar.behind(token) : token;
    boolean unitThere = word > token || calendar.is(calendar.behind(token), unit);
    if (!unitThere) {
      return -1;
    }
    return calendar.is(word, "next") ? 1 : calendar.is(word, "this") ? 0 : -1;
  }

  /** Both of the words that {@code steps} has read. */
  private int behindRelative(int token) {
    return calendar.behind(calendar.behind(token));
  }
}
