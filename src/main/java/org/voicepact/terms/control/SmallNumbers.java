package org.voicepact.terms.control;

import org.voicepact.terms.entity.Numeral;

/** Numbers below a hundred in words: {@code twenty-five}, {@code ishirini na tano}. */
final class SmallNumbers {

  private final Speech speech;

  SmallNumbers(Speech speech) {
    this.speech = speech;
  }

  /** What begins with this token; null where none does. */
  Numeral at(int token) {
    Atom first = Atom.at(speech, token);
    if (!first.isSmall()) {
      return null;
    }
    if (first.is("tens")) {
      int next = speech.is(first.to(), "-") || Atom.at(speech, first.to()).is("na")
          ? first.to() + 1
          : first.to();
      Atom ones = Atom.at(speech, next);
      if (ones.is("ones") && ones.value().signum() > 0) {
        return Numeral.of(token, ones.to(), first.value().add(ones.value()));
      }
    }
    return Numeral.of(token, first.to(), first.value());
  }
}
