package org.voicepact.terms.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Figure.Measure;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;

/** Finds the words that make a number beside them the price of one: {@code each}, {@code per bag}, {@code kwa gunia}. */
final class Rates {

  /**
   * @param unit that the price is for, where it is named
   */
  record Rate(Span span, Optional<Measure> unit) {}

  private final Speech speech;
  private final CalendarWords numbers;
  private final Marks units;
  private final Marks certain;
  private final Marks possible;
  private final Marks connectors;
  private final Marks says;

  private Rates(Speech speech, CalendarWords numbers, Marks units) {
    this.speech = speech;
    this.numbers = numbers;
    this.units = units;
    this.certain = new Marks(speech, Vocabulary.cue("per"));
    this.possible = new Marks(speech, Vocabulary.cue("per or not"));
    this.connectors = new Marks(speech, Vocabulary.cue("connector"));
    this.says = new Marks(speech, Vocabulary.cue("is"));
  }

  /** All of them, in their order. */
  static List<Rate> in(Speech speech, CalendarWords numbers, Marks units) {
    Rates rates = new Rates(speech, numbers, units);
    List<Rate> found = new ArrayList<>();
    for (Found unit : units.all()) {
      rates.of(unit).ifPresent(found::add);
    }
    for (Found per : rates.certain.all()) {
      Vocabulary.PRODUCTS
          .at(speech, per.span().to())
          .ifPresent(one -> found.add(new Rate(per.span().with(one.span()), Optional.empty())));
    }
    boolean[] known = new boolean[speech.size()];
    for (Rate rate : found) {
      Arrays.fill(known, rate.span().from(), rate.span().to(), true);
    }
    for (Found each : Vocabulary.cue("each").in(speech)) {
      if (units.from(each.span().to()).isEmpty()
          && !known[each.span().from()]
          && !known[each.span().to() - 1]) {
        found.add(new Rate(each.span(), Optional.empty()));
      }
    }
    return found;
  }

  private Optional<Rate> of(Found unit) {
    Measure measure = new Measure(unit.key(), unit.span());
    int from = unit.span().from();
    int to = behindOne(unit.span().to());
    int before = beforePack(from);
    Optional<Found> per = certain.to(before);
    if (per.isPresent()) {
      return Optional.of(new Rate(new Span(per.get().span().from(), to), Optional.of(measure)));
    }
    per = possible.to(before);
    boolean goods = connectors.from(to).isPresent() || countsGoods(to);
    if (per.isPresent() && !goods) {
      return Optional.of(new Rate(new Span(per.get().span().from(), to), Optional.of(measure)));
    }
    boolean priced = says.from(to).isPresent() || Atom.at(speech, to).is("lead");
    if (to > unit.span().to() && priced) {
      return Optional.of(new Rate(new Span(from, to), Optional.of(measure)));
    }
    Numeral one = from > 0 ? numbers.number(from - 1) : null;
    return one != null && one.is(1) && priced
        ? Optional.of(new Rate(new Span(from - 1, to), Optional.of(measure)))
        : Optional.empty();
  }

  /** "Per 90 kg bag": the token of the number where one stands before this unit with a unit of its own. */
  private int beforePack(int from) {
    Optional<Found> inner = units.to(from);
    if (inner.isPresent() && inner.get().span().from() > 0) {
      int number = inner.get().span().from() - 1;
      return numbers.number(number) == null ? from : number;
    }
    return from;
  }

  /** Behind a "moja" that belongs to the unit. */
  private int behindOne(int token) {
    Numeral number = numbers.number(token);
    return number != null && number.is(1) && speech.isWord(token)
        ? number.span().to()
        : token;
  }

  /** "Kwa gunia 40 za viazi" is no price, "kwa gunia 3500" is one. */
  private boolean countsGoods(int token) {
    Numeral number = numbers.number(token);
    return number != null && connectors.from(number.span().to()).isPresent();
  }
}
