package org.voicepact.terms.control;

import static org.voicepact.contract.entity.Terms.CURRENCY;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.platform.entity.Money;
import org.voicepact.terms.control.Phrases.Found;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Figure;
import org.voicepact.terms.entity.Question.Code;

/** Says in which currency the amounts are. A name that several countries use is that of the installation, if it is among them. */
final class WeighingCurrency {

  private final Speech speech;
  private final Findings findings;
  private final Currency usual;

  WeighingCurrency(Speech speech, Findings findings, Currency usual) {
    this.speech = speech;
    this.findings = findings;
    this.usual = usual;
  }

  /** The currency of the amounts; the usual one where the text leaves it open. */
  Currency weigh(List<Figure> figures, Marks currencies) {
    boolean[] counted = new boolean[speech.size()];
    for (Figure figure : figures) {
      for (int i = figure.span().from(); i < figure.span().to(); i++) {
        counted[i] |= figure.currency().isPresent();
      }
    }
    List<Found> beside =
        currencies.all().stream().filter(each -> counted[each.span().from()]).toList();
    List<Found> named = beside.isEmpty() ? currencies.all() : beside;
    List<Found> certain =
        named.stream().filter(each -> !each.key().contains("|")).toList();
    List<Found> vague = named.stream().filter(each -> each.key().contains("|")).toList();
    List<String> codes = certain.stream().map(Found::key).distinct().toList();
    boolean contradicted =
        codes.size() == 1 && vague.stream().anyMatch(each -> !codes(each).contains(codes.get(0)));
    if (codes.size() > 1 || contradicted) {
      findings.ask(Code.SEVERAL_CURRENCIES, CURRENCY, candidates(named));
      return usual;
    }
    if (codes.size() == 1) {
      return put(codes.get(0), certain.get(0));
    }
    return vague.isEmpty() ? usual : fromVague(vague);
  }

  private Currency fromVague(List<Found> vague) {
    List<String> common = new ArrayList<>(codes(vague.get(0)));
    vague.forEach(each -> common.retainAll(codes(each)));
    if (common.isEmpty()) {
      findings.ask(Code.SEVERAL_CURRENCIES, CURRENCY, candidates(vague));
      return usual;
    }
    if (common.contains(usual.getCurrencyCode())) {
      return put(usual.getCurrencyCode(), vague.get(0));
    }
    findings.ask(Code.UNCLEAR_CURRENCY, CURRENCY, candidates(vague.subList(0, 1)));
    return usual;
  }

  private Currency put(String code, Found found) {
    Optional<Currency> currency = Money.currency(code);
    currency.ifPresent(known -> findings.put(CURRENCY, code, found.span()));
    return currency.orElse(usual);
  }

  private List<Candidate> candidates(List<Found> named) {
    return named.stream()
        .flatMap(each ->
            codes(each).stream().map(code -> new Candidate(code, speech.words(each.span()))))
        .toList();
  }

  private static List<String> codes(Found found) {
    return Stream.of(found.key().split("\\|")).toList();
  }
}
