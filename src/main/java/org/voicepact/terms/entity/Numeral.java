package org.voicepact.terms.entity;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number in digits or words.
 *
 * @param values what it can mean, the most usual first; more than one where it can be read in several ways
 * @param counts whether it says how many, and not the how manieth, as {@code 15th} does
 */
public record Numeral(Span span, List<BigDecimal> values, boolean counts) {

  public Numeral {
    values = List.copyOf(values);
  }

  public static Numeral of(int from, int to, BigDecimal value) {
    return new Numeral(new Span(from, to), List.of(value), true);
  }

  public BigDecimal value() {
    return values.get(0);
  }

  public boolean isClear() {
    return values.size() == 1;
  }

  /** Whether it is this whole number and nothing else. */
  public boolean is(int number) {
    return isClear() && value().compareTo(BigDecimal.valueOf(number)) == 0;
  }

  /** Whether it is a whole number between both, and nothing else. */
  public boolean isWithin(int least, int most) {
    return isClear()
        && value().stripTrailingZeros().scale() <= 0
        && value().compareTo(BigDecimal.valueOf(least)) >= 0
        && value().compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  /** The same multiplied, up to a later token. */
  public Numeral times(BigDecimal factor, int to) {
    return new Numeral(
        new Span(span.from(), to),
        values.stream().map(value -> value.multiply(factor)).toList(),
        counts);
  }
}
