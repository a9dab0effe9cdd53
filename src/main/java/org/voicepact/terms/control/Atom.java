package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.voicepact.terms.control.Phrases.Found;

/**
 * The smallest part of a number: one word, or digits.
 *
 * @param kind as the file of numbers names it, or {@code digits}
 * @param to behind it
 */
record Atom(String kind, List<BigDecimal> values, int to) {

  static final Atom NONE = new Atom("", List.of(BigDecimal.ZERO), 0);

  /** What begins with this token; {@link #NONE} where it is no part of a number. */
  static Atom at(Speech speech, int token) {
    if (speech.isDigits(token)) {
      List<BigDecimal> values = Digits.values(speech.word(token));
      return values.isEmpty() ? NONE : new Atom("digits", values, token + 1);
    }
    Optional<Found> word = Vocabulary.NUMBERS.at(speech, token);
    if (word.isEmpty()) {
      return NONE;
    }
    String[] key = word.get().key().split(" ");
    BigDecimal value = key.length > 1 ? new BigDecimal(key[1]) : BigDecimal.ZERO;
    return new Atom(key[0], List.of(value), word.get().span().to());
  }

  boolean is(String wanted) {
    return kind.equals(wanted);
  }

  /** Whether it is a number below a hundred that stands alone, in words. */
  boolean isSmall() {
    return is("ones") || is("teens") || is("tens");
  }

  BigDecimal value() {
    return values.get(0);
  }
}
