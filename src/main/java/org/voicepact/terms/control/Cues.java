package org.voicepact.terms.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Figure;
import org.voicepact.terms.entity.Figure.Measure;
import org.voicepact.terms.entity.Figure.Role;
import org.voicepact.terms.entity.Span;

/** Says of the numbers whose role is open what the words around them make of them. */
final class Cues {

  private static final Map<String, Role> ROLES = Map.of(
      "total", Role.TOTAL,
      "upfront", Role.UPFRONT,
      "balance", Role.BALANCE,
      "price", Role.UNIT_PRICE,
      "quantity", Role.QUANTITY);

  /** So many clauses after a question its answer may stand. */
  private static final int LONGEST_PAUSE = 3;

  private record Cue(Role role, Span span) {}

  private record Pair(int figure, Cue cue, int distance, boolean wrongSide) {}

  private record Carried(Role role, Optional<Measure> unit, int clause) {}

  private final Speech speech;
  private final ReadingFigures reading;
  private final List<Figure> figures;
  private final Map<Integer, List<Cue>> cuesByClause = new TreeMap<>();
  private final Marks at;
  private final Marks forAll;
  private final Marks forOrAt;
  private final Marks ranges;

  private Cues(Speech speech, ReadingFigures reading, List<Figure> figures) {
    this.speech = speech;
    this.reading = reading;
    this.figures = new ArrayList<>(figures);
    this.at = new Marks(speech, Vocabulary.cue("at"));
    this.forAll = new Marks(speech, Vocabulary.cue("for"));
    this.forOrAt = new Marks(speech, Vocabulary.cue("for or at"));
    this.ranges = new Marks(speech, Vocabulary.cue("range"));
    Marks quality = new Marks(speech, Vocabulary.cue("quality cue"));
    ROLES.forEach((name, role) -> {
      for (Found found : Vocabulary.cue(name).in(speech)) {
        if (quality.from(found.span().from()).isEmpty()) {
          cuesByClause
              .computeIfAbsent(speech.clause(found.span().from()), clause -> new ArrayList<>())
              .add(new Cue(role, found.span()));
        }
      }
    });
    cuesByClause
        .values()
        .forEach(cues -> cues.sort(Comparator.comparingInt(cue -> cue.span().from())));
  }

  /** The same figures in their order, with the roles that were found. */
  static List<Figure> apply(Speech speech, ReadingFigures reading, List<Figure> figures) {
    Cues cues = new Cues(speech, reading, figures);
    cues.applyPrepositions();
    cues.applyClauses();
    cues.applyRanges();
    return cues.figures;
  }

  /** "At 3,500" is a price, "200 bags for 500,000" a total. */
  private void applyPrepositions() {
    int goods = -1;
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      int from = figure.span().from();
      if (figure.role() == Role.QUANTITY) {
        goods = speech.sentence(from);
      }
      if (!figure.isOpen() || figure.role() == Role.SHARE || hasCueBeside(figure)) {
        continue;
      }
      boolean counted = i + 1 < figures.size()
          && figures.get(i + 1).role() == Role.QUANTITY
          && isFor(figure.span().to(), figures.get(i + 1).span().from());
      if (at.to(from).isPresent()) {
        figures.set(i, figure.as(Role.UNIT_PRICE));
      } else if (counted || (forAll.to(from).isPresent() && goods == speech.sentence(from))) {
        figures.set(i, figure.as(Role.TOTAL));
      } else if (forOrAt.to(from).isPresent() && goods >= 0) {
        figures.set(i, figure.as(Role.AMOUNT));
      }
    }
  }

  private boolean isFor(int behind, int next) {
    return forAll.from(behind).or(() -> forOrAt.from(behind)).stream()
        .anyMatch(each -> each.span().to() == next);
  }

  private boolean hasCueBeside(Figure figure) {
    return cues(figure).stream()
        .anyMatch(cue -> cue.role() != Role.UNIT_PRICE && cue.span().distance(figure.span()) == 0);
  }

  private List<Cue> cues(Figure figure) {
    return cuesByClause.getOrDefault(speech.clause(figure.span().from()), List.of());
  }

  private void applyClauses() {
    Carried carried = null;
    Map<Integer, List<Integer>> open = new TreeMap<>();
    for (int i = 0; i < figures.size(); i++) {
      open.computeIfAbsent(speech.clause(figures.get(i).span().from()), clause -> new ArrayList<>())
          .add(i);
    }
    Set<Integer> clauses = new HashSet<>(cuesByClause.keySet());
    clauses.addAll(open.keySet());
    for (int clause : clauses.stream().sorted().toList()) {
      List<Cue> cues = cuesByClause.getOrDefault(clause, List.of());
      List<Integer> here = open.getOrDefault(clause, List.of());
      List<Integer> left = here.stream().filter(i -> figures.get(i).isOpen()).toList();
      if (!cues.isEmpty() && !left.isEmpty()) {
        match(left, cues);
      } else if (!left.isEmpty() && carried != null && clause - carried.clause() <= LONGEST_PAUSE) {
        answer(left.get(0), carried);
      }
      carried = !cues.isEmpty() && here.isEmpty() ? carried(cues, clause) : null;
    }
  }

  private Carried carried(List<Cue> cues, int clause) {
    Cue last = cues.get(cues.size() - 1);
    int from = cues.get(0).span().from();
    int to = last.span().to();
    while (speech.has(to) && speech.clause(to) == clause) {
      to++;
    }
    return new Carried(last.role(), reading.askedUnit(from, to), clause);
  }

  private void answer(int index, Carried carried) {
    Figure figure = figures.get(index);
    if (figure.role() == Role.SHARE) {
      figures.set(index, figure.as(carried.role().asShare()));
    } else if (carried.role() == Role.UNIT_PRICE) {
      figures.set(index, figure.asPriceOf(carried.unit()));
    } else {
      figures.set(index, figure.as(carried.role()));
    }
  }

  /** Each cue says of one number what it is: of the nearest, on the side on which the clause has them. */
  private void match(List<Integer> open, List<Cue> cues) {
    boolean numberFirst =
        figures.get(open.get(0)).span().from() < cues.get(0).span().from();
    List<Pair> pairs = new ArrayList<>();
    int next = 0;
    for (int index : open) {
      Span span = figures.get(index).span();
      while (next < cues.size() && cues.get(next).span().from() < span.from()) {
        next++;
      }
      if (next > 0) {
        pairs.add(pair(index, cues.get(next - 1), span, numberFirst));
      }
      if (next < cues.size()) {
        pairs.add(pair(index, cues.get(next), span, !numberFirst));
      }
    }
    pairs.sort(Comparator.comparingInt(Pair::distance).thenComparing(Pair::wrongSide));
    Set<Cue> used = new HashSet<>();
    for (Pair pair : pairs) {
      Figure figure = figures.get(pair.figure());
      boolean fits = figure.role() == Role.SHARE
          ? pair.cue().role().asShare() != Role.SHARE
          : figure.currency().isEmpty() || pair.cue().role() != Role.QUANTITY;
      if (figure.isOpen() && fits && used.add(pair.cue())) {
        figures.set(
            pair.figure(),
            figure.role() == Role.SHARE
                ? figure.as(pair.cue().role().asShare())
                : figure.as(pair.cue().role()));
      }
    }
  }

  private static Pair pair(int figure, Cue cue, Span span, boolean wrongSide) {
    return new Pair(figure, cue, cue.span().distance(span), wrongSide);
  }

  /** "50 to 60 bags": what one of both is, the other is, too. */
  private void applyRanges() {
    for (int i = 0; i + 1 < figures.size(); i++) {
      Figure first = figures.get(i);
      Figure second = figures.get(i + 1);
      int behind = first.span().to();
      boolean range = ranges
          .from(behind)
          .filter(each -> each.span().to() == second.span().from())
          .isPresent();
      if (range && first.isOpen() && !second.isOpen()) {
        figures.set(i, first.as(second.role()));
      } else if (range && second.isOpen() && !first.isOpen()) {
        figures.set(i + 1, second.as(first.role()));
      }
    }
  }
}
