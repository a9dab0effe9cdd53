package org.voicepact.terms.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.PlainDecimal;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Extraction;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Question;
import org.voicepact.terms.entity.Question.Code;
import org.voicepact.terms.entity.Span;

/** Collects terms and questions. A term that is asked about because its words are not clear is not there. */
final class Findings {

  /** More are no help to anybody. */
  private static final int MOST_CANDIDATES = 10;

  private final Speech speech;
  private final Map<String, Candidate> terms = new LinkedHashMap<>();
  private final List<Question> questions = new ArrayList<>();

  Findings(Speech speech) {
    this.speech = speech;
  }

  void put(String field, Object value, Span span) {
    terms.put(field, new Candidate(value, speech.words(span)));
  }

  void text(String field, String value, Span span, int longest) {
    if (value.codePointCount(0, value.length()) <= longest && !value.isBlank()) {
      put(field, value, span);
    }
  }

  void number(String field, BigDecimal value, Span span) {
    put(field, spelled(value), span);
  }

  Optional<BigDecimal> number(String field) {
    return Optional.ofNullable(terms.get(field)).map(term -> (BigDecimal) term.value());
  }

  boolean isEmpty() {
    return terms.isEmpty() && questions.isEmpty();
  }

  void ask(Code code, String field, List<Candidate> candidates) {
    questions.add(new Question(
        code, field, candidates.stream().distinct().limit(MOST_CANDIDATES).toList()));
  }

  /** Asks about a term that is there. */
  void askAbout(Code code, String field) {
    ask(code, field, List.of(terms.get(field)));
  }

  List<Candidate> candidates(Numeral number) {
    String words = speech.words(number.span());
    return number.values().stream()
        .map(value -> new Candidate(spelled(value), words))
        .toList();
  }

  static BigDecimal spelled(BigDecimal value) {
    return PlainDecimal.tooLarge(value).isPresent()
        ? value
        : new BigDecimal(PlainDecimal.spelled(value));
  }

  /** All of it, the terms in the order of the API. */
  Extraction extraction() {
    Map<String, Candidate> ordered = new LinkedHashMap<>();
    for (String field : Terms.PUBLISHED) {
      if (terms.containsKey(field)) {
        ordered.put(field, terms.get(field));
      }
    }
    return new Extraction(ordered, questions);
  }
}
