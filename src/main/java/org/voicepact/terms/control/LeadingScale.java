package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;

/**
 * Numbers as Swahili says them: {@code elfu tatu na mia tano}, a scale before what it multiplies. {@code Elfu kumi na mbili}
 * can be 12,000 or 10,002; where nothing behind it decides, it has both meanings.
 */
final class LeadingScale {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  private final Speech speech;
  private final SmallNumbers small;
  private BigDecimal sum = BigDecimal.ZERO;
  private int at;

  LeadingScale(Speech speech) {
    this.speech = speech;
    this.small = new SmallNumbers(speech);
  }

  /** The number that begins with the scale at this token. */
  static Numeral read(Speech speech, int token) {
    return new LeadingScale(speech).read(token);
  }

  private Numeral read(int start) {
    at = start;
    BigDecimal above = null;
    while (true) {
      Atom scale = Atom.at(speech, at);
      if (!scale.is("lead") || (above != null && scale.value().compareTo(above) >= 0)) {
        break;
      }
      at = scale.to();
      above = scale.value();
      List<BigDecimal> other = readMultiplier(above);
      if (!other.isEmpty()) {
        return new Numeral(new Span(start, at), other, true);
      }
      Optional<Numeral> end = readEnd(start, above);
      if (end.isPresent()) {
        return end.get();
      }
      int next = Atom.at(speech, at).is("na") ? at + 1 : at;
      if (!isLead(next, above)) {
        break;
      }
      at = next;
    }
    return Numeral.of(start, at, sum);
  }

  /** Adds the scale times what follows it; the values of the whole number where there are two and it ends here. */
  private List<BigDecimal> readMultiplier(BigDecimal scale) {
    Atom first = Atom.at(speech, at);
    BigDecimal multiplier = BigDecimal.ONE;
    if (first.is("digits")) {
      at = first.to();
      if (first.values().size() > 1) {
        return first.values().stream().map(scale::multiply).map(sum::add).toList();
      }
      multiplier = first.value();
    } else if (first.is("lead")
        && first.value().compareTo(HUNDRED) == 0
        && scale.compareTo(HUNDRED) > 0) {
      multiplier = hundreds(first);
    } else if (first.isSmall() && (scale.compareTo(HUNDRED) > 0 || first.is("ones"))) {
      multiplier = first.value();
      at = first.to();
    }
    return withRest(scale, multiplier);
  }

  private BigDecimal hundreds(Atom hundred) {
    Atom ones = Atom.at(speech, hundred.to());
    at = ones.is("ones") ? ones.to() : hundred.to();
    return ones.is("ones") ? HUNDRED.multiply(ones.value()) : HUNDRED;
  }

  /** The small number that comes next, with "na" or without. */
  private Numeral rest() {
    Atom next = Atom.at(speech, at);
    return next.is("na") ? small.at(at + 1) : next.isSmall() ? small.at(at) : null;
  }

  /** A small number that comes next may belong to what is multiplied, or follow it. */
  private List<BigDecimal> withRest(BigDecimal scale, BigDecimal multiplier) {
    boolean canGrow = scale.compareTo(HUNDRED) > 0
        && multiplier.remainder(BigDecimal.TEN).signum() == 0
        && multiplier.signum() > 0;
    boolean large = scale.compareTo(THOUSAND) > 0;
    Numeral rest = rest();
    boolean fits = rest != null
        && (!canGrow
            || multiplier.compareTo(HUNDRED) >= 0
            || rest.value().compareTo(BigDecimal.TEN) < 0);
    if (!fits || !(canGrow || large)) {
      sum = sum.add(scale.multiply(multiplier));
      return List.of();
    }
    BigDecimal grown = canGrow
        ? scale.multiply(multiplier.add(rest.value()))
        : scale.multiply(multiplier).add(rest.value().multiply(THOUSAND));
    int after = rest.span().to();
    int next = Atom.at(speech, after).is("na") ? after + 1 : after;
    at = after;
    if (canGrow && isLead(next, scale)) {
      sum = sum.add(grown);
      return List.of();
    }
    return List.of(sum.add(grown), sum.add(scale.multiply(multiplier)).add(rest.value()));
  }

  /** A half, or what is below the last scale. */
  private Optional<Numeral> readEnd(int start, BigDecimal scale) {
    boolean and = Atom.at(speech, at).is("na");
    int next = and ? at + 1 : at;
    Atom atom = Atom.at(speech, next);
    if (and && (atom.is("half") || atom.is("quarter"))) {
      BigDecimal part = scale.multiply(atom.is("half") ? HALF : QUARTER);
      return Optional.of(Numeral.of(start, atom.to(), sum.add(part)));
    }
    if (and
        && atom.is("lead")
        && atom.value().compareTo(HUNDRED) == 0
        && scale.compareTo(MILLION) == 0) {
      at = atom.to();
      BigDecimal hundreds = hundreds(atom);
      return Optional.of(new Numeral(
          new Span(start, at),
          List.of(sum.add(hundreds.multiply(THOUSAND)), sum.add(hundreds)),
          true));
    }
    Numeral rest = small.at(next);
    if (rest != null && (scale.compareTo(HUNDRED) == 0 || and)) {
      return Optional.of(Numeral.of(start, rest.span().to(), sum.add(rest.value())));
    }
    if (rest != null && atom.isSmall()) {
      // Without "na" it may be a number of its own.
      return Optional.of(new Numeral(
          new Span(start, rest.span().to()), List.of(sum.add(rest.value()), sum), true));
    }
    return Optional.empty();
  }

  private boolean isLead(int token, BigDecimal below) {
    Atom atom = Atom.at(speech, token);
    return atom.is("lead") && atom.value().compareTo(below) < 0;
  }
}
