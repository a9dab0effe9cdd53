package org.voicepact.terms.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Span;

/** Finds where the goods shall go, or be fetched: what follows words as "deliver to" and "kupeleka". */
final class ReadingPlace {

  private static final int MOST_WORDS = 7;
  private static final int FARTHEST = 20;

  private static final Phrases PREPOSITION = Vocabulary.cue("place preposition");
  private static final Phrases FILLER = Vocabulary.cue("place filler");
  private static final Phrases END = Vocabulary.cue("place end");
  private static final Phrases INSIDE = Vocabulary.cue("place inside");

  /** What stands between "deliver" and the place, and is none. */
  private static final List<Phrases> NO_PLACES = List.of(
      Vocabulary.PRODUCTS,
      Vocabulary.UNITS,
      Vocabulary.CURRENCIES,
      Vocabulary.CALENDAR,
      Vocabulary.cue("price"),
      Vocabulary.cue("total"),
      Vocabulary.cue("upfront"),
      Vocabulary.cue("balance"),
      Vocabulary.cue("payment"),
      Vocabulary.cue("place verb"),
      Vocabulary.cue("quality cue"),
      Vocabulary.cue("connector"));

  private final Speech speech;
  private final boolean[] taken;

  /**
   * @param taken tokens that belong to numbers, dates or times
   */
  ReadingPlace(Speech speech, boolean[] taken) {
    this.speech = speech;
    this.taken = taken;
  }

  List<Span> read() {
    List<Span> places = new ArrayList<>();
    for (Found label : Vocabulary.cue("place").in(speech)) {
      after(label.span().to()).ifPresent(places::add);
    }
    for (Found verb : Vocabulary.cue("place verb").in(speech)) {
      after(verb.span().to()).ifPresent(places::add);
    }
    if (places.isEmpty()) {
      atClause().ifPresent(places::add);
    }
    return places;
  }

  /** "To Lodwar", at the beginning of a clause. */
  private Optional<Span> atClause() {
    for (int i = 1; i < speech.size(); i++) {
      if (speech.is(i, "to") && !speech.sameClause(i - 1, i) && speech.isCapital(i + 1)) {
        return run(i + 1);
      }
    }
    return Optional.empty();
  }

  /** The first words behind the verb that can be a place; far from it a preposition or a capital must show that they are. */
  private Optional<Span> after(int start) {
    boolean shown = true;
    int limit = Math.min(speech.size(), start + FARTHEST);
    for (int i = start; i < limit && sameClause(start, i); ) {
      if (PREPOSITION.begin(speech, i)) {
        shown = true;
        i = behind(PREPOSITION, i);
      } else if (FILLER.begin(speech, i)) {
        i = behind(FILLER, i);
      } else if (taken[i] || isNoPlace(i)) {
        shown = false;
        i = behindOrigin(i);
      } else if (END.begin(speech, i) || !speech.isWord(i)) {
        shown = false;
        i++;
      } else if (shown || speech.isCapital(i)) {
        return run(i);
      } else {
        i++;
      }
    }
    return Optional.empty();
  }

  /** "Mchele wa Mbeya" says where the rice is from. */
  private int behindOrigin(int token) {
    int product =
        Vocabulary.PRODUCTS.at(speech, token).map(each -> each.span().to()).orElse(token);
    boolean origin = product > token
        && Vocabulary.cue("connector").begin(speech, product)
        && speech.isCapital(product + 1);
    return origin ? product + 2 : Math.max(product, token + 1);
  }

  private boolean sameClause(int start, int token) {
    return speech.sameClause(start - 1, token);
  }

  private int behind(Phrases phrases, int token) {
    return phrases.at(speech, token).map(each -> each.span().to()).orElse(token + 1);
  }

  private Optional<Span> run(int from) {
    int to = from;
    int last = from;
    while (to - from < MOST_WORDS
        && speech.isWord(to)
        && !taken[to]
        && speech.sameClause(from, to)) {
      boolean inside = to > from && INSIDE.begin(speech, to);
      if (!inside && (END.begin(speech, to) || isNoPlace(to))) {
        break;
      }
      to++;
      if (!inside || !PREPOSITION.begin(speech, to - 1)) {
        last = to;
      }
    }
    return last > from ? Optional.of(new Span(from, last)) : Optional.empty();
  }

  private boolean isNoPlace(int token) {
    return NO_PLACES.stream().anyMatch(each -> each.begin(speech, token));
  }
}
