package org.voicepact.terms.control;

import static org.voicepact.contract.entity.Terms.DELIVERY_DEADLINE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Question.Code;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.SpokenDate;
import org.voicepact.terms.entity.SpokenTime;

/** Says by when the goods must be there, of the days and times that a text names. */
final class WeighingDeadline {

  /** So many tokens may stand between a day and its time. */
  private static final int NEAR = 2;

  private final Speech speech;
  private final Findings findings;
  private final LocalDate today;

  WeighingDeadline(Speech speech, Findings findings, LocalDate today) {
    this.speech = speech;
    this.findings = findings;
    this.today = today;
  }

  void weigh(List<SpokenDate> dates, List<SpokenTime> times) {
    Set<Integer> payments = clauses("payment");
    Set<Integer> deliveries = clauses("place verb");
    List<SpokenDate> meant = new ArrayList<>();
    for (SpokenDate date : dates) {
      int clause = clause(date);
      if (!payments.contains(clause) || deliveries.contains(clause)) {
        meant.add(date);
      }
    }
    boolean delivered = meant.stream().anyMatch(each -> deliveries.contains(clause(each)));
    if (meant.isEmpty() || (findings.isEmpty() && !delivered)) {
      // Nothing, or talk of the day and not of a deal.
      return;
    }
    List<LocalDate> days =
        meant.stream().flatMap(each -> each.days().stream()).distinct().toList();
    if (days.size() > 1 && common(meant).isPresent()) {
      put(common(meant).get(), meant, times);
    } else if (days.size() == 1 && meant.stream().allMatch(each -> each.days().size() == 1)) {
      put(days.get(0), meant, times);
    } else {
      boolean several = meant.stream().filter(each -> each.days().size() == 1).count() > 1;
      findings.ask(
          several ? Code.SEVERAL_VALUES : Code.UNCLEAR_DATE, DELIVERY_DEADLINE, candidates(meant));
    }
  }

  /** The day that all of several mean, as "next Friday, 4 December". */
  private static Optional<LocalDate> common(List<SpokenDate> dates) {
    if (dates.size() < 2) {
      return Optional.empty();
    }
    List<LocalDate> common = new ArrayList<>(dates.get(0).days());
    dates.forEach(each -> common.retainAll(each.days()));
    return common.size() == 1 ? Optional.of(common.get(0)) : Optional.empty();
  }

  private int clause(SpokenDate date) {
    return speech.clause(date.span().from());
  }

  private Set<Integer> clauses(String cue) {
    Set<Integer> clauses = new HashSet<>();
    for (Found found : Vocabulary.cue(cue).in(speech)) {
      clauses.add(speech.clause(found.span().from()));
    }
    return clauses;
  }

  private List<Candidate> candidates(List<SpokenDate> dates) {
    return dates.stream()
        .flatMap(date -> {
          String words = speech.words(date.span());
          return date.days().isEmpty()
              ? Stream.of(new Candidate(words, words))
              : date.days().stream().map(day -> new Candidate(day.toString(), words));
        })
        .toList();
  }

  private void put(LocalDate day, List<SpokenDate> dates, List<SpokenTime> times) {
    Span span = dates.get(0).span();
    Optional<SpokenTime> time = times.stream()
        .filter(each -> each.span().distance(span) <= NEAR
            && speech.sameSentence(each.span().from(), span.from()))
        .findFirst();
    Optional<LocalTime> clear =
        time.filter(each -> each.times().size() == 1).map(each -> each.times().get(0));
    String value = clear.map(each -> day + " " + each).orElse(day.toString());
    findings.put(
        DELIVERY_DEADLINE, value, clear.isPresent() ? span.with(time.get().span()) : span);
    if (day.isBefore(today)) {
      findings.askAbout(Code.DATE_IN_PAST, DELIVERY_DEADLINE);
    }
    if (time.isPresent() && clear.isEmpty()) {
      String words = speech.words(span.with(time.get().span()));
      findings.ask(
          Code.UNCLEAR_TIME,
          DELIVERY_DEADLINE,
          time.get().times().stream()
              .map(each -> new Candidate(day + " " + each, words))
              .toList());
    }
  }
}
