package org.voicepact.terms.control;

import java.util.List;
import java.util.Map;

/** The words that the rules know; the files beside this package have them. */
final class Vocabulary {

  static final Phrases NUMBERS = Phrases.all("numbers");
  static final Phrases UNITS = Phrases.all("units");
  static final Phrases PRODUCTS = Phrases.all("products");
  static final Phrases CURRENCIES = Phrases.all("currencies");
  static final Phrases CALENDAR = Phrases.all("calendar");

  private static final Map<String, Phrases> CUES = Phrases.each("cues");

  static final Phrases SPEAKER = cue("speaker name");

  private static final List<Phrases> NAMES_OF_TERMS = List.of(
      UNITS,
      CALENDAR,
      cue("price"),
      cue("total"),
      cue("upfront"),
      cue("balance"),
      cue("quantity"),
      cue("product"),
      cue("place"),
      cue("place verb"),
      cue("quality name"),
      cue("payment"),
      cue("deadline"));

  private Vocabulary() {}

  /**
   * @param name of a line of the file of cues
   */
  static Phrases cue(String name) {
    return CUES.get(name);
  }

  /** Whether the word before a colon names a term and not a person. */
  static boolean saysWhatFollows(Speech speech, int token) {
    return NAMES_OF_TERMS.stream().anyMatch(names -> names.begin(speech, token));
  }
}
