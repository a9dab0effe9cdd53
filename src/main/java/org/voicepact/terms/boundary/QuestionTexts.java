package org.voicepact.terms.boundary;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.Language;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Question;

/** The questions in the words of a language. */
final class QuestionTexts {

  private static final int MOST_WORDS_SHOWN = 80;

  private final Texts texts;

  QuestionTexts(Language language) {
    this.texts = new Texts("org.voicepact.terms.questions", language);
  }

  String text(Question question) {
    String values = question.candidates().stream()
        .map(QuestionTexts::shown)
        .distinct()
        .collect(Collectors.joining(" / "));
    String words = question.candidates().stream()
        .map(Candidate::words)
        .map(QuestionTexts::shortened)
        .distinct()
        .collect(Collectors.joining(" / "));
    return texts.get(question.code().wire(), texts.get("field." + question.field()), words, values);
  }

  private static String shown(Candidate candidate) {
    return candidate.value() instanceof BigDecimal number
        ? number.precision() - number.scale() > 40 ? candidate.words() : number.toPlainString()
        : candidate.value().toString();
  }

  private static String shortened(String words) {
    String line = words.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= MOST_WORDS_SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_WORDS_SHOWN)) + "…";
  }
}
