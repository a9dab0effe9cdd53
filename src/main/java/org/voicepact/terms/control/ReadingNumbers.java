package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Span;

/** Finds the numbers of a text, in digits, in words or in both, as {@code 2.5 million} and {@code elfu 3}. */
final class ReadingNumbers {

  private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");

  private static final Map<String, BigDecimal> SUFFIXES = Map.of(
      "k", BigDecimal.valueOf(1000),
      "m", BigDecimal.valueOf(1_000_000),
      "mn", BigDecimal.valueOf(1_000_000),
      "bn", BigDecimal.valueOf(1_000_000_000));

  /** From so many digits on a whole number that begins with 0 or a country's code is one to call. */
  private static final int SHORTEST_PHONE = 9;

  private static final Set<String> COUNTRY_CODES = Set.of(
      "211", "221", "225", "229", "233", "234", "237", "243", "250", "251", "252", "254", "255",
      "256", "257", "258", "260", "265");

  private final Speech speech;

  /** What of an "each" looks like a number, as "moja" in "kila moja". */
  private final List<Span> eaches;

  ReadingNumbers(Speech speech) {
    this.speech = speech;
    this.eaches =
        Vocabulary.cue("each").in(speech).stream().map(Phrases.Found::span).toList();
  }

  /** All of them, in their order. */
  List<Numeral> all() {
    List<Numeral> numbers = new ArrayList<>();
    int each = 0;
    for (int i = 0; i < speech.size(); ) {
      while (each < eaches.size() && eaches.get(each).to() <= i) {
        each++;
      }
      if (each < eaches.size() && eaches.get(each).contains(i)) {
        i = eaches.get(each).to();
        continue;
      }
      int phone = behindPhone(i);
      if (phone > i) {
        i = phone;
        continue;
      }
      Numeral number = at(i);
      if (number == null) {
        i++;
      } else {
        numbers.add(number);
        i = number.span().to();
      }
    }
    return numbers;
  }

  private Numeral at(int token) {
    Atom atom = Atom.at(speech, token);
    return switch (atom.kind()) {
      case "" -> null;
      case "digits" -> digits(atom, token);
      case "ordinal" -> new Numeral(new Span(token, atom.to()), atom.values(), false);
      case "lead" -> LeadingScale.read(speech, token);
      default -> FollowingScale.read(speech, token);
    };
  }

  private Numeral digits(Atom atom, int token) {
    Numeral number = grouped(token, atom);
    int to = number.span().to();
    if (speech.touches(to) && speech.isWord(to)) {
      if (ORDINAL_ENDINGS.contains(speech.word(to))) {
        return new Numeral(new Span(token, to + 1), number.values(), false);
      }
      BigDecimal factor = SUFFIXES.get(speech.word(to));
      if (factor != null) {
        return number.times(factor, to + 1);
      }
    }
    return scaled(number);
  }

  private Numeral scaled(Numeral number) {
    int to = number.span().to();
    Atom next = Atom.at(speech, to);
    if (next.is("hundred") && Atom.at(speech, next.to()).is("scale")) {
      Atom scale = Atom.at(speech, next.to());
      return number.times(next.value().multiply(scale.value()), scale.to());
    }
    if (next.is("scale") || next.is("hundred") || next.is("dozen")) {
      return number.times(next.value(), next.to());
    }
    if (next.is("lead") && next.value().compareTo(BigDecimal.valueOf(100)) > 0) {
      Atom behind = Atom.at(speech, next.to());
      return behind.isSmall() || behind.is("digits") || behind.is("lead")
          ? number
          : number.times(next.value(), next.to());
    }
    boolean half = (next.is("and") && Atom.at(speech, to + 1).is("a") && isHalf(to + 2))
        || (next.is("na") && isHalf(to + 1));
    if (half && number.isClear()) {
      return Numeral.of(
          number.span().from(),
          next.is("and") ? to + 3 : to + 2,
          number.value().add(new BigDecimal("0.5")));
    }
    return number;
  }

  private boolean isHalf(int token) {
    return Atom.at(speech, token).is("half");
  }

  /** "12 500" as French groups it. Before a unit it may be 12 of what has 500. */
  private Numeral grouped(int token, Atom first) {
    String digits = speech.word(token);
    int next = token + 1;
    StringBuilder all = new StringBuilder(digits);
    if (digits.length() <= 3 && digits.matches("[1-9][0-9]*")) {
      while (speech.isDigits(next)
          && speech.isApart(next)
          && speech.word(next).matches("[0-9]{3}")
          && all.length() < 15) {
        all.append(speech.word(next));
        next++;
      }
    }
    if (next == token + 1) {
      return new Numeral(new Span(token, next), first.values(), true);
    }
    BigDecimal whole = new BigDecimal(all.toString());
    boolean measured = Vocabulary.UNITS.begin(speech, next);
    return new Numeral(
        new Span(token, next),
        measured && whole.remainder(BigDecimal.valueOf(1000)).signum() != 0
            ? List.of(whole, new BigDecimal(digits))
            : List.of(whole),
        true);
  }

  /** The token behind a telephone number that begins here; the same token where none does. */
  private int behindPhone(int token) {
    boolean plus = speech.is(token, "+") && speech.isDigits(token + 1);
    int first = plus ? token + 1 : token;
    if (!speech.isDigits(first) || !speech.word(first).matches("[0-9]+")) {
      return token;
    }
    int next = first;
    int digits = 0;
    while (speech.isDigits(next) && (next == first || speech.isApart(next)) && digits < 15) {
      digits += speech.word(next).length();
      next++;
    }
    String begin = speech.word(first);
    boolean country =
        digits >= 12 && begin.length() >= 3 && COUNTRY_CODES.contains(begin.substring(0, 3));
    boolean zero = begin.startsWith("0") && digits >= SHORTEST_PHONE;
    return plus || zero || country ? next : token;
  }
}
