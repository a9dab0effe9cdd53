package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.control.Rates.Rate;
import org.voicepact.terms.entity.Figure;
import org.voicepact.terms.entity.Figure.Measure;
import org.voicepact.terms.entity.Figure.Role;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;

/** Gives the numbers of a text their currencies, units and rates; what only a cue can say is the work of {@link Cues}. */
final class ReadingFigures {

  private static final BigDecimal ONE_THIRD = new BigDecimal("0.333333333333");

  private final Speech speech;
  private final CalendarWords numbers;
  private final Marks units;
  private final Marks currencies;
  private final Marks products;
  private final Marks connectors;
  private final Marks adjectives;
  private final Marks approximate;
  private final Marks says;
  private final Marks quality;
  private final Rate[] rateFrom;
  private final Rate[] rateTo;
  private final boolean[] inRate;
  private final boolean[] inQuality;

  /** Those that belong to a number already. */
  private final Set<Rate> used = new HashSet<>();

  ReadingFigures(Speech speech, CalendarWords numbers, Marks currencies, Marks products) {
    this.speech = speech;
    this.numbers = numbers;
    this.currencies = currencies;
    this.products = products;
    this.units = new Marks(speech, Vocabulary.UNITS);
    this.connectors = new Marks(speech, Vocabulary.cue("connector"));
    this.adjectives = new Marks(speech, Vocabulary.cue("adjective"));
    this.approximate = new Marks(speech, Vocabulary.cue("approximate"));
    this.says = new Marks(speech, Vocabulary.cue("is"));
    this.quality = new Marks(speech, Vocabulary.cue("quality cue"));
    this.rateFrom = new Rate[speech.size() + 1];
    this.rateTo = new Rate[speech.size() + 1];
    this.inRate = new boolean[speech.size()];
    this.inQuality = new boolean[speech.size()];
    quality.all().forEach(each -> mark(inQuality, each.span()));
    for (Rate rate : Rates.in(speech, numbers, units)) {
      rateFrom[rate.span().from()] = rate;
      rateTo[rate.span().to()] = rate;
      mark(inRate, rate.span());
    }
  }

  private static void mark(boolean[] tokens, Span span) {
    Arrays.fill(tokens, span.from(), span.to(), true);
  }

  /** The rate that ends with the sentence of a question, as in "How much per bag?". */
  Optional<Measure> askedUnit(int from, int to) {
    for (int i = from; i < to; i++) {
      if (rateFrom[i] != null && rateFrom[i].unit().isPresent()) {
        return rateFrom[i].unit();
      }
    }
    return Optional.empty();
  }

  /**
   * @param free numbers that belong to no date and no time
   */
  List<Figure> read(List<Numeral> free) {
    List<Figure> figures = new ArrayList<>();
    int claimed = 0;
    for (Numeral number : free) {
      if (number.counts() && !inRate[number.span().from()]) {
        Figure figure = figure(number, claimed);
        figures.add(isAbout(figure) ? figure.asApproximate() : figure);
        claimed = figure.span().to();
      }
    }
    addShares(figures);
    return figures;
  }

  private Figure figure(Numeral number, int claimed) {
    Figure bare = Figure.of(number, Role.NONE);
    int from = number.span().from();
    int to = number.span().to();
    if (Vocabulary.cue("percent").begin(speech, to) || isPercentBefore(from)) {
      return new Figure(
          new Numeral(number.span(), percent(number), true),
          isPercentBefore(from)
              ? new Span(from - 1, to)
              : new Span(
                  from,
                  Vocabulary.cue("percent").at(speech, to).orElseThrow().span().to()),
          Optional.empty(),
          Optional.empty(),
          Role.SHARE,
          false);
    }
    if (inQuality[from] || (quality.to(from).isPresent() && speech.sameClause(from - 1, from))) {
      return bare;
    }
    Optional<Found> currency = currencies
        .from(to)
        .or(() -> currencies.to(from).filter(each -> each.span().from() >= claimed));
    Figure amount = currency.map(each -> bare.in(each.key(), each.span())).orElse(bare);
    Optional<Figure> price = price(amount, claimed);
    return price.orElseGet(() -> currency.isPresent() ? amount : counted(bare, claimed));
  }

  private boolean isPercentBefore(int from) {
    return from > 0 && Vocabulary.cue("percent before").begin(speech, from - 1);
  }

  private static List<BigDecimal> percent(Numeral number) {
    return number.values().stream().map(value -> value.movePointLeft(2)).toList();
  }

  /** What a rate beside the amount makes a price. A weight beside a rate is what one of them holds. */
  private Optional<Figure> price(Figure amount, int claimed) {
    int to = amount.span().to();
    Rate behind = rateTo[beforeWords(amount.span().from())];
    Rate rate = rateFrom[to] != null || used.contains(behind) ? rateFrom[to] : behind;
    if (rate != null) {
      used.add(rate);
    }
    boolean money = amount.currency().isPresent();
    Optional<Found> own = ownUnit(amount.span(), claimed);
    if (rate != null && (money || own.isEmpty())) {
      return Optional.of(amount.asPriceOf(rate.unit()));
    }
    if (rate != null) {
      return Optional.of(amount.measuredIn(measure(own.get()), Role.PACK));
    }
    return money && units.from(to).isPresent()
        ? Optional.of(amount.asPriceOf(units.from(to).map(ReadingFigures::measure)))
        : Optional.empty();
  }

  /** Before "is", "at" and the like. */
  private int beforeWords(int token) {
    int before = token;
    for (int i = 0; i < 3; i++) {
      before = says.to(before).map(each -> each.span().from()).orElse(before);
      if (before > 0 && speech.is(before - 1, ",")) {
        before--;
      }
    }
    return before;
  }

  /** The unit in which the number counts, unless it is that of a rate. */
  private Optional<Found> ownUnit(Span number, int claimed) {
    int to = number.to();
    int behind = speech.is(to, "-") && speech.touches(to) ? to + 1 : to;
    behind = adjectives.from(behind).map(each -> each.span().to()).orElse(behind);
    Optional<Found> after =
        units.from(behind).filter(each -> !inRate[each.span().from()]);
    return after.isPresent()
        ? after
        : units
            .to(number.from())
            .filter(each -> !inRate[each.span().from()] && each.span().from() >= claimed);
  }

  private static Measure measure(Found unit) {
    return new Measure(unit.key(), unit.span());
  }

  private Figure counted(Figure bare, int claimed) {
    Span number = bare.number().span();
    Optional<Figure> packed = packed(bare);
    if (packed.isPresent()) {
      return packed.get();
    }
    Optional<Found> unit = ownUnit(number, claimed);
    if (unit.isPresent()) {
      Figure measured = bare.measuredIn(measure(unit.get()), Role.QUANTITY);
      return isPack(measured) ? measured.as(Role.PACK) : withPack(measured);
    }
    int product = adjectives.from(number.to()).map(each -> each.span().to()).orElse(number.to());
    product = Vocabulary.cue("variety")
        .at(speech, product)
        .map(each -> each.span().to())
        .orElse(product);
    boolean animals =
        products.from(product).isPresent() || products.to(number.from()).isPresent();
    return animals ? bare.as(Role.QUANTITY) : bare;
  }

  /** "50 90kg bags": the number before what each holds. */
  private Optional<Figure> packed(Figure bare) {
    Numeral content = numbers.number(bare.number().span().to());
    if (content == null) {
      return Optional.empty();
    }
    return units
        .from(content.span().to())
        .flatMap(weight -> units.from(weight.span().to()))
        .map(outer -> bare.measuredIn(
            new Measure(
                outer.key(), new Span(content.span().from(), outer.span().to())),
            Role.QUANTITY));
  }

  /** "Bags of 90 kg", "90 kg bags", "90 kg each". */
  private boolean isPack(Figure measured) {
    int from = measured.span().from();
    Rate each = rateFrom[measured.span().to()];
    if (each != null && each.unit().isEmpty()) {
      return true;
    }
    boolean behindUnit = connectors.to(from).isPresent()
        && (units.to(from - 1).isPresent() || (from > 1 && isNumberBefore(from - 1)));
    return behindUnit || units.from(measured.span().to()).isPresent();
  }

  private boolean isNumberBefore(int token) {
    for (int i = token - 1; i >= 0 && i > token - 8; i--) {
      Numeral number = numbers.number(i);
      if (number != null) {
        return number.span().to() == token && units.to(i).isPresent();
      }
    }
    return false;
  }

  /** A unit with what one holds, as "bags of 90 kg", is one unit. */
  private Figure withPack(Figure measured) {
    int to = measured.span().to();
    int content = connectors.from(to).map(each -> each.span().to()).orElse(-1);
    if (content < 0) {
      return measured;
    }
    Optional<Found> first = units.from(content);
    Numeral number = numbers.number(first.map(each -> each.span().to()).orElse(content));
    if (number == null) {
      return measured;
    }
    Optional<Found> weight =
        first.isPresent() ? first : units.from(number.span().to());
    return weight
        .map(each -> new Measure(
            measured.unit().orElseThrow().key(),
            measured.unit().get().span().with(each.span()).with(number.span())))
        .map(unit -> measured.measuredIn(unit, Role.QUANTITY))
        .orElse(measured);
  }

  private boolean isAbout(Figure figure) {
    return approximate.to(figure.span().from()).isPresent()
        || approximate.to(figure.number().span().from()).isPresent();
  }

  /** "Half" and "nusu", where they are no part of a number. */
  private void addShares(List<Figure> figures) {
    boolean[] taken = new boolean[speech.size()];
    figures.forEach(figure -> mark(taken, figure.number().span()));
    for (String name : List.of("share 1", "share 0.5", "share 0.25", "share 0.75", "third")) {
      BigDecimal share = name.equals("third") ? ONE_THIRD : new BigDecimal(name.substring(6));
      for (Found found : Vocabulary.cue(name).in(speech)) {
        Span span = found.span();
        if (!taken[span.from()]) {
          figures.add(Figure.of(Numeral.of(span.from(), span.to(), share), Role.SHARE));
        }
      }
    }
    figures.sort((a, b) -> Integer.compare(a.span().from(), b.span().from()));
  }
}
