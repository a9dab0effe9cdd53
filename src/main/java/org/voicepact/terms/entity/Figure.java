package org.voicepact.terms.entity;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number of a text with what stands beside it.
 *
 * @param number in digits or words, or a share
 * @param span of the number with its currency or unit
 * @param currency its codes as the vocabulary has them, where one stands beside it
 * @param unit its key, where the number counts or weighs something
 * @param role what the number says of the deal
 * @param approximate whether the words say that it is only about right
 */
public record Figure(
    Numeral number,
    Span span,
    Optional<String> currency,
    Optional<Measure> unit,
    Role role,
    boolean approximate) {

  /** What a number says of the deal. */
  public enum Role {
    QUANTITY,
    /** What one bag or box holds. */
    PACK,
    UNIT_PRICE,
    TOTAL,
    UPFRONT,
    BALANCE,
    /** A part of the whole price, and not said yet which. */
    SHARE,
    UPFRONT_SHARE,
    BALANCE_SHARE,
    /** An amount of money, and it is not said of what. */
    AMOUNT,
    /** Not known yet, or nothing of the deal. */
    NONE;

    /** What of the price a share of it is. */
    public Role asShare() {
      return switch (this) {
        case UPFRONT -> UPFRONT_SHARE;
        case BALANCE -> BALANCE_SHARE;
        default -> SHARE;
      };
    }
  }

  /**
   * A unit that stands in the text.
   *
   * @param key one for all words that mean the same
   */
  public record Measure(String key, Span span) {}

  public static Figure of(Numeral number, Role role) {
    return new Figure(number, number.span(), Optional.empty(), Optional.empty(), role, false);
  }

  public Figure as(Role other) {
    return new Figure(number, span, currency, unit, other, approximate);
  }

  public Figure asPriceOf(Optional<Measure> measure) {
    return new Figure(number, span, currency, measure, Role.UNIT_PRICE, approximate);
  }

  public Figure in(String code, Span of) {
    return new Figure(number, span.with(of), Optional.of(code), unit, Role.AMOUNT, approximate);
  }

  public Figure measuredIn(Measure measure, Role other) {
    return new Figure(
        number, span.with(measure.span()), currency, Optional.of(measure), other, approximate);
  }

  public Figure asApproximate() {
    return new Figure(number, span, currency, unit, role, true);
  }

  /** Whether a word beside it can still say what it is. */
  public boolean isOpen() {
    return role == Role.AMOUNT || role == Role.SHARE || role == Role.NONE;
  }

  public BigDecimal value() {
    return number.value();
  }
}
