package org.voicepact.terms.control;

import java.util.List;
import java.util.Optional;
import org.voicepact.terms.control.Phrases.Found;

/** Where phrases of one sort begin and end in a text. */
final class Marks {

  private final List<Found> all;
  private final Found[] beginning;
  private final Found[] ending;

  Marks(Speech speech, Phrases phrases) {
    this(speech, phrases.in(speech));
  }

  Marks(Speech speech, List<Found> found) {
    this.all = List.copyOf(found);
    this.beginning = new Found[speech.size() + 1];
    this.ending = new Found[speech.size() + 1];
    for (Found each : found) {
      beginning[each.span().from()] = each;
      ending[each.span().to()] = each;
    }
  }

  List<Found> all() {
    return all;
  }

  /** The phrase whose first token this is. */
  Optional<Found> from(int token) {
    return token >= 0 && token < beginning.length
        ? Optional.ofNullable(beginning[token])
        : Optional.empty();
  }

  /** The phrase behind whose last token this one stands. */
  Optional<Found> to(int token) {
    return token >= 0 && token < ending.length
        ? Optional.ofNullable(ending[token])
        : Optional.empty();
  }
}
