package org.voicepact.terms.control;

import java.time.LocalDate;
import java.util.List;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.SpokenDate;

/** Days so many days, weeks or months from now: "in two weeks", "ndani ya siku kumi", "siku kumi zijazo". */
final class StepsFromToday {

  private static final int MOST_STEPS = 1000;

  private final CalendarWords calendar;
  private final Speech speech;
  private final LocalDate today;

  StepsFromToday(CalendarWords calendar, LocalDate today) {
    this.calendar = calendar;
    this.speech = calendar.speech();
    this.today = today;
  }

  /** What begins with this token; null where none does. */
  SpokenDate at(int start) {
    boolean introduced = calendar.is(start, "within");
    int token = calendar.skip(start, "within");
    boolean unitFirst = isUnit(token);
    int unit = unitFirst ? token : behindCount(token);
    if (!isUnit(unit) || (unit == token && !unitFirst)) {
      return null;
    }
    int count = unitFirst ? calendar.behind(unit) : token;
    int to = unitFirst ? behindCount(count) : calendar.behind(unit);
    if (unitFirst && to == count) {
      return null;
    }
    boolean one = Atom.at(speech, count).is("a") || calendar.is(unit, "fortnight");
    Numeral number = calendar.number(count);
    int apostrophe = speech.is(to, "'") ? to + 1 : to;
    int behind = calendar.skip(apostrophe, unitFirst ? "next" : "from now");
    if (!introduced && behind == apostrophe) {
      return null;
    }
    if (!one && (number == null || !number.isWithin(1, MOST_STEPS))) {
      return null;
    }
    return new SpokenDate(
        new Span(start, behind == apostrophe ? to : behind),
        List.of(plus(one ? 1 : number.value().intValue(), unit)));
  }

  private int behindCount(int token) {
    if (Atom.at(speech, token).is("a")) {
      return token + 1;
    }
    Numeral number = calendar.number(token);
    return number == null ? token : number.span().to();
  }

  private boolean isUnit(int token) {
    return calendar.is(token, "days")
        || calendar.is(token, "weeks")
        || calendar.is(token, "months")
        || calendar.is(token, "fortnight");
  }

  private LocalDate plus(int count, int unit) {
    return switch (calendar.kind(unit)) {
      case "days" -> today.plusDays(count);
      case "weeks" -> today.plusWeeks(count);
      case "fortnight" -> today.plusWeeks(2);
      default -> today.plusMonths(count);
    };
  }
}
