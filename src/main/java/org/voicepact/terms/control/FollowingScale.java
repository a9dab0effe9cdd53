package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.util.List;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;

/** Numbers as English says them: {@code three thousand five hundred}, a scale behind what it multiplies. */
final class FollowingScale {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  private final Speech speech;
  private final SmallNumbers small;
  private final int start;

  private BigDecimal sum = BigDecimal.ZERO;

  /** What no scale has multiplied yet; null where there is nothing. */
  private BigDecimal open;

  private BigDecimal lowestScale;
  private boolean afterHundred;
  private int at;

  private FollowingScale(Speech speech, int start) {
    this.speech = speech;
    this.small = new SmallNumbers(speech);
    this.start = start;
    this.at = start;
  }

  /** The number that begins with this token; null where none does. */
  static Numeral read(Speech speech, int token) {
    return new FollowingScale(speech, token).read();
  }

  private Numeral read() {
    Atom first = Atom.at(speech, at);
    if (first.is("half") || first.is("quarter")) {
      return partOfScale(first);
    }
    if (first.is("a")) {
      Atom next = Atom.at(speech, first.to());
      if (!next.is("hundred") && !next.is("scale") && !next.is("dozen")) {
        return null;
      }
      at = first.to();
    }
    while (readNext()) {
      // Each turn takes one part.
    }
    if (at == start || (sum.signum() == 0 && open == null)) {
      return null;
    }
    if (open == null) {
      return withHalf(sum, lowestScale);
    }
    Numeral colloquial = colloquial();
    return colloquial != null ? colloquial : withHalf(sum.add(open), BigDecimal.ONE);
  }

  /** "Half a million", "a quarter million" and the like. */
  private Numeral partOfScale(Atom part) {
    int next = Atom.at(speech, part.to()).is("a") ? part.to() + 1 : part.to();
    Atom scale = Atom.at(speech, next);
    BigDecimal share = part.is("half") ? HALF : QUARTER;
    boolean scaled = scale.is("scale")
        || scale.is("dozen")
        || (scale.is("lead") && scale.value().compareTo(HUNDRED) > 0);
    return scaled ? Numeral.of(start, scale.to(), share.multiply(scale.value())) : null;
  }

  private boolean readNext() {
    Atom atom = Atom.at(speech, at);
    if (atom.isSmall()) {
      return readSmall(at);
    }
    if (atom.is("hundred") && (open == null || open.compareTo(HUNDRED) < 0) && !afterHundred) {
      open = (open == null ? BigDecimal.ONE : open).multiply(HUNDRED);
      afterHundred = true;
      at = atom.to();
      return true;
    }
    if (isScaleBehind(atom) && (lowestScale == null || atom.value().compareTo(lowestScale) < 0)) {
      sum = sum.add((open == null ? BigDecimal.ONE : open).multiply(atom.value()));
      open = null;
      afterHundred = false;
      lowestScale = atom.value();
      at = atom.to();
      return true;
    }
    if (atom.is("dozen") && lowestScale == null) {
      sum = (open == null ? BigDecimal.ONE : open).multiply(atom.value());
      open = null;
      lowestScale = BigDecimal.ONE;
      at = atom.to();
      return false;
    }
    if (atom.is("and") && (afterHundred || (open == null && lowestScale != null))) {
      return readSmall(at + 1);
    }
    if (atom.is("and") && open != null && isHalfOfScale(at + 1)) {
      int half = Atom.at(speech, at + 1).is("a") ? at + 2 : at + 1;
      open = open.add(HALF);
      at = half + 1;
      return true;
    }
    return atom.is("point") && open != null && readFraction(atom.to());
  }

  /** A Swahili scale behind its number counts as one where nothing follows that it would multiply. */
  private boolean isScaleBehind(Atom atom) {
    if (atom.is("scale")) {
      return true;
    }
    if (!atom.is("lead") || open == null || atom.value().compareTo(THOUSAND) < 0) {
      return false;
    }
    Atom next = Atom.at(speech, atom.to());
    return !next.isSmall() && !next.is("digits") && !next.is("lead");
  }

  private boolean readSmall(int token) {
    Numeral number = small.at(token);
    boolean room = open == null
        ? lowestScale == null || lowestScale.compareTo(HUNDRED) > 0
        : afterHundred && open.remainder(HUNDRED).signum() == 0;
    if (number == null || !room) {
      return false;
    }
    open = open == null ? number.value() : open.add(number.value());
    at = number.span().to();
    return true;
  }

  private boolean isHalfOfScale(int token) {
    int half = Atom.at(speech, token).is("a") ? token + 1 : token;
    return Atom.at(speech, half).is("half") && Atom.at(speech, half + 1).is("scale");
  }

  private boolean readFraction(int token) {
    StringBuilder digits = new StringBuilder();
    int next = token;
    while (Atom.at(speech, next).is("ones") && digits.length() < 9) {
      digits.append(Atom.at(speech, next).value());
      next++;
    }
    if (digits.isEmpty()) {
      return false;
    }
    open = open.add(new BigDecimal("0." + digits));
    at = next;
    return true;
  }

  /** "Two and a half", "a million and a half", "mbili na nusu". */
  private Numeral withHalf(BigDecimal value, BigDecimal of) {
    Atom and = Atom.at(speech, at);
    if (and.is("and") || and.is("na")) {
      int next = Atom.at(speech, at + 1).is("a") ? at + 2 : at + 1;
      Atom part = Atom.at(speech, next);
      if (part.is("half") || part.is("quarter")) {
        BigDecimal share = part.is("half") ? HALF : QUARTER;
        return Numeral.of(start, part.to(), value.add(share.multiply(of)));
      }
    }
    return Numeral.of(start, at, value);
  }

  /** "Three fifty" is 350, or 3.50. */
  private Numeral colloquial() {
    Numeral tens = small.at(at);
    boolean said = lowestScale == null
        && !afterHundred
        && open.compareTo(BigDecimal.TEN) < 0
        && open.signum() > 0
        && tens != null
        && tens.value().compareTo(BigDecimal.TEN) >= 0;
    return said
        ? new Numeral(
            new Span(start, tens.span().to()),
            List.of(
                open.multiply(HUNDRED).add(tens.value()), open.add(tens.value().movePointLeft(2))),
            true)
        : null;
  }
}
