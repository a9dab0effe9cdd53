package org.voicepact.terms.control;

import static org.voicepact.contract.entity.Terms.QUANTITY;
import static org.voicepact.contract.entity.Terms.TOTAL_AMOUNT;
import static org.voicepact.contract.entity.Terms.UNIT;
import static org.voicepact.contract.entity.Terms.UNIT_PRICE;
import static org.voicepact.contract.entity.Terms.UPFRONT_PAYMENT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PlainDecimal;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Figure;
import org.voicepact.terms.entity.Figure.Measure;
import org.voicepact.terms.entity.Figure.Role;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Question.Code;
import org.voicepact.terms.entity.Span;

/**
 * Brings the numbers of a deal together: quantity, price, total and what is paid before. Where a number can be read in two
 * ways and only one of them fits the others, that one is meant; where nothing decides, it is asked for.
 */
final class WeighingFigures {

  private static final int LONGEST_UNIT = 50;

  /** More readings of one number than these are not tried against each other. */
  private static final int MOST_READINGS = 6;

  private final Speech speech;
  private final Findings findings;
  private final List<Figure> figures;
  private final Currency currency;
  private final Map<String, Span> spans = new HashMap<>();
  private Optional<BigDecimal> fittingQuantity = Optional.empty();
  private Optional<BigDecimal> fittingPrice = Optional.empty();
  private Optional<BigDecimal> fittingTotal = Optional.empty();

  /**
   * @param currency of the amounts, to know how small they may be
   */
  WeighingFigures(Speech speech, Findings findings, List<Figure> figures, Currency currency) {
    this.speech = speech;
    this.findings = findings;
    this.figures = figures;
    this.currency = currency;
  }

  void weigh() {
    List<Figure> amounts = of(Role.AMOUNT);
    List<Figure> totals = of(Role.TOTAL);
    List<Figure> prices = of(Role.UNIT_PRICE);
    boolean undecided = amounts.size() == 1 && of(Role.QUANTITY).size() == 1;
    if (undecided && totals.isEmpty() && !prices.isEmpty()) {
      totals = amounts;
    } else if (undecided && prices.isEmpty() && !totals.isEmpty() && !isPartOf(totals, amounts)) {
      prices = amounts;
    } else if (!amounts.isEmpty() && totals.isEmpty() && prices.isEmpty()) {
      findings.ask(
          Code.PRICE_OR_TOTAL,
          TOTAL_AMOUNT,
          amounts.stream()
              .flatMap(each -> findings.candidates(each.number()).stream())
              .toList());
    }
    fit(of(Role.QUANTITY), prices, totals);
    take(QUANTITY, of(Role.QUANTITY), fittingQuantity);
    take(UNIT_PRICE, prices, fittingPrice);
    take(TOTAL_AMOUNT, totals, fittingTotal);
    takeUnit(prices);
    compareTotal(prices);
    takeUpfront();
  }

  /** An amount beside a total may be what is left of it. */
  private static boolean isPartOf(List<Figure> totals, List<Figure> amounts) {
    return totals.get(0).value().compareTo(amounts.get(0).value()) == 0;
  }

  private List<Figure> of(Role role) {
    return figures.stream().filter(figure -> figure.role() == role).toList();
  }

  /** Without those that are the same number, in their order. */
  private static List<BigDecimal> readings(List<Figure> of) {
    Set<BigDecimal> seen = new TreeSet<>();
    return of.stream()
        .flatMap(each -> each.number().values().stream())
        .filter(seen::add)
        .toList();
  }

  /** Of the numbers that are not clear, finds those that go together, if only they do. */
  private void fit(List<Figure> quantities, List<Figure> prices, List<Figure> totals) {
    List<BigDecimal> quantity = readings(quantities);
    List<BigDecimal> price = readings(prices);
    List<BigDecimal> total = readings(totals);
    int most = Math.max(quantity.size(), Math.max(price.size(), total.size()));
    int unclear = 0;
    for (List<BigDecimal> each : List.of(quantity, price, total)) {
      unclear += each.size() > 1 ? 1 : 0;
    }
    if (unclear == 0
        || most > MOST_READINGS
        || quantity.isEmpty()
        || price.isEmpty()
        || total.isEmpty()) {
      return;
    }
    int fitting = 0;
    for (BigDecimal q : quantity) {
      for (BigDecimal p : price) {
        for (BigDecimal t : total) {
          if (q.multiply(p).compareTo(t) == 0) {
            fitting++;
            fittingQuantity = Optional.of(q);
            fittingPrice = Optional.of(p);
            fittingTotal = Optional.of(t);
          }
        }
      }
    }
    if (fitting != 1) {
      fittingQuantity = Optional.empty();
      fittingPrice = Optional.empty();
      fittingTotal = Optional.empty();
    }
  }

  private void take(String field, List<Figure> of, Optional<BigDecimal> fitting) {
    if (of.isEmpty()) {
      return;
    }
    Figure meant = fitting
        .flatMap(value -> of.stream()
            .filter(each ->
                each.number().values().stream().anyMatch(other -> other.compareTo(value) == 0))
            .findFirst())
        .orElse(of.get(0));
    List<Candidate> candidates =
        of.stream().flatMap(each -> findings.candidates(each.number()).stream()).toList();
    if (fitting.isEmpty() && readings(of).size() > 1) {
      boolean several = of.stream().map(each -> each.number().span()).distinct().count() > 1;
      findings.ask(several ? Code.SEVERAL_VALUES : Code.AMBIGUOUS_NUMBER, field, candidates);
    } else if (of.stream().allMatch(Figure::approximate)) {
      findings.ask(Code.APPROXIMATE_NUMBER, field, candidates);
    } else {
      keep(field, fitting.orElse(meant.value()), meant.number().span());
    }
  }

  /** Keeps the value where a contract takes it. */
  private void keep(String field, BigDecimal value, Span span) {
    List<Candidate> said = List.of(new Candidate(Findings.spelled(value), speech.words(span)));
    if (value.signum() <= 0 || PlainDecimal.tooLarge(value).isPresent()) {
      findings.ask(Code.OUT_OF_RANGE, field, said);
    } else if (!field.equals(QUANTITY) && !Money.fits(value, currency)) {
      findings.ask(Code.TOO_PRECISE, field, said);
    } else {
      findings.number(field, value, span);
      spans.put(field, span);
    }
  }

  private void takeUnit(List<Figure> prices) {
    List<Figure> counted =
        of(Role.QUANTITY).stream().filter(each -> each.unit().isPresent()).toList();
    List<Figure> from = counted.isEmpty()
        ? prices.stream().filter(each -> each.unit().isPresent()).toList()
        : counted;
    List<String> keys =
        from.stream().map(each -> each.unit().orElseThrow().key()).distinct().toList();
    if (keys.size() == 1) {
      Figure first = from.get(0);
      Measure unit = first.unit().orElseThrow();
      findings.text(UNIT, name(unit, first.number()), unit.span(), LONGEST_UNIT);
    } else if (keys.size() > 1) {
      findings.ask(
          Code.SEVERAL_VALUES,
          UNIT,
          from.stream()
              .map(each -> each.unit().orElseThrow())
              .map(unit -> new Candidate(speech.words(unit.span()), speech.words(unit.span())))
              .toList());
    }
  }

  /** The unit without the number that stands in the middle of it, as in "gunia 25 za kilo 90". */
  private String name(Measure unit, Numeral number) {
    Span span = unit.span();
    Span inner = number.span();
    String name = span.from() < inner.from() && inner.to() < span.to()
        ? speech.words(new Span(span.from(), inner.from())) + " "
            + speech.words(new Span(inner.to(), span.to()))
        : speech.words(span);
    return name.replaceAll("\\s+", " ");
  }

  private void compareTotal(List<Figure> prices) {
    Optional<BigDecimal> quantity = findings.number(QUANTITY);
    Optional<BigDecimal> price = findings.number(UNIT_PRICE);
    if (quantity.isEmpty() || price.isEmpty()) {
      return;
    }
    Optional<String> counted = unitKey(of(Role.QUANTITY));
    Optional<String> priced = unitKey(prices);
    BigDecimal product = quantity.get().multiply(price.get());
    Optional<BigDecimal> total = findings.number(TOTAL_AMOUNT);
    boolean fits = total.isPresent() && total.get().compareTo(product) == 0;
    if (!fits && priced.isPresent() && !priced.equals(counted)) {
      findings.askAbout(Code.UNITS_DIFFER, UNIT_PRICE);
    } else if (total.isPresent() && !fits) {
      findings.ask(
          Code.TOTAL_DIFFERS,
          TOTAL_AMOUNT,
          List.of(
              new Candidate(total.get(), speech.words(spans.get(TOTAL_AMOUNT))),
              new Candidate(Findings.spelled(product), speech.words(ofBoth()))));
    } else if (total.isEmpty() && of(Role.TOTAL).isEmpty()) {
      keep(TOTAL_AMOUNT, product, ofBoth());
    }
  }

  private Span ofBoth() {
    return spans.get(QUANTITY).with(spans.get(UNIT_PRICE));
  }

  private static Optional<String> unitKey(List<Figure> of) {
    return of.stream().flatMap(each -> each.unit().stream()).map(Measure::key).findFirst();
  }

  private void takeUpfront() {
    List<Figure> shares = of(Role.UPFRONT_SHARE);
    List<Figure> amounts = of(Role.UPFRONT);
    if (amounts.isEmpty() && !shares.isEmpty()) {
      takeShare(shares);
    } else {
      take(UPFRONT_PAYMENT, amounts, Optional.empty());
    }
    Optional<BigDecimal> upfront = findings.number(UPFRONT_PAYMENT);
    Optional<BigDecimal> total = findings.number(TOTAL_AMOUNT);
    if (upfront.isPresent() && total.isPresent() && upfront.get().compareTo(total.get()) > 0) {
      findings.askAbout(Code.UPFRONT_OVER_TOTAL, UPFRONT_PAYMENT);
    }
  }

  private void takeShare(List<Figure> shares) {
    List<String> words = shares.stream().map(each -> speech.words(each.span())).toList();
    List<Candidate> said = words.stream().map(each -> new Candidate(each, each)).toList();
    if (readings(shares).size() > 1) {
      findings.ask(Code.SEVERAL_VALUES, UPFRONT_PAYMENT, said);
      return;
    }
    Optional<BigDecimal> total = findings.number(TOTAL_AMOUNT);
    if (total.isEmpty()) {
      findings.ask(Code.SHARE_OF_UNKNOWN, UPFRONT_PAYMENT, said);
      return;
    }
    BigDecimal exact = total.get().multiply(shares.get(0).value());
    BigDecimal rounded = exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
    if (exact.compareTo(rounded) != 0) {
      findings.ask(
          Code.TOO_PRECISE,
          UPFRONT_PAYMENT,
          List.of(new Candidate(Findings.spelled(rounded), words.get(0))));
    } else {
      keep(UPFRONT_PAYMENT, exact, shares.get(0).span());
    }
  }
}
