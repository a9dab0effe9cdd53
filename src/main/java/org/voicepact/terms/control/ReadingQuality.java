package org.voicepact.terms.control;

import java.util.ArrayList;
import java.util.List;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Span;

/** Finds what is said of the quality: words as "grade", "dry" and "safi" with what belongs to them. */
final class ReadingQuality {

  private static final Phrases CUE = Vocabulary.cue("quality cue");
  private static final Phrases PART = Vocabulary.cue("quality part");
  private static final Phrases LOOSE = Vocabulary.cue("quality loose");
  private static final int MOST_WORDS = 40;

  private final Speech speech;

  /** Tokens of amounts, quantities, dates and times. */
  private final boolean[] taken;

  ReadingQuality(Speech speech, boolean[] taken) {
    this.speech = speech;
    this.taken = taken;
  }

  List<Span> read() {
    List<Span> found = new ArrayList<>();
    for (Found label : Vocabulary.cue("quality name").in(speech)) {
      if (speech.is(label.span().to(), ":") && label.span().to() + 1 < speech.size()) {
        int to = label.span().to() + 1;
        while (speech.has(to)
            && speech.sameSentence(to, label.span().from())
            && !speech.is(to, ".")
            && to - label.span().to() < MOST_WORDS) {
          to++;
        }
        add(found, new Span(label.span().to() + 1, to));
      }
    }
    int behind = 0;
    for (Found cue : CUE.in(speech)) {
      if (cue.span().from() >= behind
          && !speech.is(cue.span().to(), ":")
          && !taken[cue.span().from()]
          && isOutside(found, cue.span())) {
        Span span = around(cue.span());
        behind = span.to();
        add(found, span);
      }
    }
    return found;
  }

  private static void add(List<Span> found, Span span) {
    if (span.to() > span.from()) {
      found.add(span);
    }
  }

  private static boolean isOutside(List<Span> found, Span span) {
    return found.stream().limit(8).noneMatch(each -> each.contains(span.from()));
  }

  private Span around(Span cue) {
    int to = cue.to();
    int solid = to;
    while (to - cue.from() < MOST_WORDS && belongs(to) && speech.sameClause(cue.from(), to)) {
      boolean loose = LOOSE.begin(speech, to) && !CUE.begin(speech, to);
      to = CUE.at(speech, to).map(each -> each.span().to()).orElse(to + 1);
      if (!loose) {
        solid = to;
      }
    }
    int from = cue.from();
    while (from > 0
        && cue.from() - from < 3
        && speech.sameClause(from - 1, cue.from())
        && Vocabulary.cue("quality before").begin(speech, from - 1)) {
      from--;
    }
    return new Span(from, solid);
  }

  private boolean belongs(int token) {
    return speech.has(token)
        && !taken[token]
        && (CUE.begin(speech, token) || PART.begin(speech, token) || speech.isDigits(token));
  }
}
