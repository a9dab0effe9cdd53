package org.voicepact.terms.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in a text.
 *
 * @param terms by their names in the API, in its order; each value has the form that a new contract takes
 */
public record Extraction(Map<String, Candidate> terms, List<Question> questions) {

  public Extraction {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    questions = List.copyOf(questions);
  }
}
