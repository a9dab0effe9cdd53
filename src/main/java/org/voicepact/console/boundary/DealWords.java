package org.voicepact.console.boundary;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.control.Sha256;

/**
 * What the words of a deal say, beside what stands in the form for a new contract.
 *
 * @param found as {@code POST /terms/extract} answers
 * @param form as it was sent
 */
record DealWords(Map<String, Object> found, MultivaluedMap<String, String> form) {

  static final String TRANSCRIPT = "transcript";

  /** The field of the form that says for which words a person was shown what they say. */
  static final String REVIEWED = "reviewed";

  private static final String QUESTIONS = "questions";

  static boolean areIn(MultivaluedMap<String, String> form) {
    return !value(form, TRANSCRIPT).isBlank();
  }

  /** Whether somebody was shown what these very words say. A browser may send other line ends than it was given. */
  static boolean wereReviewed(MultivaluedMap<String, String> form) {
    return digest(form).equals(form.getFirst(REVIEWED));
  }

  static String digest(MultivaluedMap<String, String> form) {
    String words = value(form, TRANSCRIPT).strip().replaceAll("\\s+", " ");
    return Sha256.hex(words.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the form lacks something that the words say or ask about, or has no term at all. */
  boolean sayMore() {
    return Stream.concat(terms().keySet().stream(), questions().stream().map(DealWords::field))
            .anyMatch(this::isEmpty)
        || Terms.PUBLISHED.stream().allMatch(this::isEmpty);
  }

  boolean sayNothing() {
    return terms().isEmpty() && questions().isEmpty();
  }

  /** The form with what the words say in the place of what stood there; what they do not say stays. */
  MultivaluedMap<String, String> filled() {
    return filledWith(terms());
  }

  /** The form with what the words say where nothing stood; what somebody has typed stays. */
  MultivaluedMap<String, String> completed() {
    Map<String, String> missing = terms();
    missing.keySet().removeIf(name -> !isEmpty(name));
    return filledWith(missing);
  }

  private MultivaluedMap<String, String> filledWith(Map<String, String> terms) {
    MultivaluedMap<String, String> filled = new MultivaluedHashMap<>(form);
    terms.forEach((name, value) -> filled.putSingle("/" + name, value));
    return filled;
  }

  /**
   * What of it still holds for a form: a value that a person has put in the place of another comes from no words, and
   * answers the question about it.
   */
  Map<String, Object> heldBy(MultivaluedMap<String, String> shown) {
    Map<String, String> terms = terms();
    Map<String, Object> held = new LinkedHashMap<>(found);
    held.keySet()
        .removeIf(name -> terms.containsKey(name) && !terms.get(name).equals(value(shown, name)));
    held.put(
        QUESTIONS,
        questions().stream()
            .filter(question ->
                terms.getOrDefault(field(question), "").equals(value(shown, field(question))))
            .toList());
    return held;
  }

  private Map<String, String> terms() {
    Map<String, String> terms = new LinkedHashMap<>();
    found.forEach((name, term) -> {
      if (term instanceof Map<?, ?> told) {
        terms.put(name, text(told.get("value")));
      }
    });
    return terms;
  }

  private List<?> questions() {
    return (List<?>) found.get(QUESTIONS);
  }

  private static String field(Object question) {
    return ((Map<?, ?>) question).get("field").toString();
  }

  private boolean isEmpty(String name) {
    return value(form, name).isBlank();
  }

  private static String value(MultivaluedMap<String, String> form, String name) {
    String value = form.getFirst("/" + name);
    return value == null ? "" : value;
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
