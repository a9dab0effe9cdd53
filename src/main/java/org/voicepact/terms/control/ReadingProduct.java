package org.voicepact.terms.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Figure;
import org.voicepact.terms.entity.Figure.Role;
import org.voicepact.terms.entity.Span;

/** Finds what the deal is about: products that are known by name, and what stands behind a unit, as in "bags of ...". */
final class ReadingProduct {

  private static final int MOST_WORDS = 4;

  /**
   * @param key one for all names of the same thing
   */
  record Product(String key, Span span) {}

  private final Speech speech;
  private final Marks products;
  private final Marks variety;
  private final boolean[] taken;
  private final List<Phrases> ends = List.of(
      Vocabulary.cue("place end"),
      Vocabulary.cue("place verb"),
      Vocabulary.cue("is"),
      Vocabulary.cue("at"),
      Vocabulary.cue("each"),
      Vocabulary.cue("per"),
      Vocabulary.cue("per or not"),
      Vocabulary.cue("total"),
      Vocabulary.cue("upfront"),
      Vocabulary.cue("balance"),
      Vocabulary.cue("price"),
      Vocabulary.cue("place preposition"),
      Vocabulary.cue("quality cue"),
      Vocabulary.UNITS,
      Vocabulary.CURRENCIES,
      Vocabulary.CALENDAR);

  /**
   * @param taken tokens that belong to numbers, dates or times
   */
  ReadingProduct(Speech speech, Marks products, boolean[] taken) {
    this.speech = speech;
    this.products = products;
    this.variety = new Marks(speech, Vocabulary.cue("variety"));
    this.taken = taken;
  }

  List<Product> read(List<Figure> figures) {
    List<Product> found = new ArrayList<>();
    for (Found product : products.all()) {
      if (!taken[product.span().from()]) {
        found.add(new Product(product.key(), withVariety(product.span())));
      }
    }
    if (found.isEmpty()) {
      named().ifPresent(found::add);
    }
    for (Figure figure : figures) {
      if (found.isEmpty() && figure.role() == Role.QUANTITY && figure.unit().isPresent()) {
        behind(figure.span().to()).ifPresent(found::add);
      }
    }
    return found;
  }

  private Span withVariety(Span product) {
    return variety.to(product.from()).map(each -> each.span().with(product)).orElse(product);
  }

  /** "Product: ..." */
  private Optional<Product> named() {
    for (Found label : Vocabulary.cue("product").in(speech)) {
      if (speech.is(label.span().to(), ":")) {
        return run(label.span().to() + 1);
      }
    }
    return Optional.empty();
  }

  private Optional<Product> behind(int token) {
    return Vocabulary.cue("connector")
        .at(speech, token)
        .flatMap(connector -> run(connector.span().to()));
  }

  private Optional<Product> run(int from) {
    int to = from;
    while (to - from < MOST_WORDS && speech.isWord(to) && !taken[to] && !ends(to)) {
      to++;
    }
    return to > from
        ? Optional.of(new Product(speech.words(new Span(from, to)), new Span(from, to)))
        : Optional.empty();
  }

  private boolean ends(int token) {
    return ends.stream().anyMatch(end -> end.begin(speech, token));
  }
}
