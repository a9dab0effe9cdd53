package org.voicepact.terms.control;

import static org.voicepact.contract.entity.Terms.DELIVERY_LOCATION;
import static org.voicepact.contract.entity.Terms.PRODUCT;
import static org.voicepact.contract.entity.Terms.QUALITY_REQUIREMENTS;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.PhoneTimeZones;
import org.voicepact.platform.entity.Money;
import org.voicepact.terms.control.ReadingProduct.Product;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Extraction;
import org.voicepact.terms.entity.Figure;
import org.voicepact.terms.entity.Figure.Role;
import org.voicepact.terms.entity.Numeral;
import org.voicepact.terms.entity.Question.Code;
import org.voicepact.terms.entity.Span;
import org.voicepact.terms.entity.SpokenDate;
import org.voicepact.terms.entity.SpokenTime;

/**
 * Finds the terms of a deal in its words. Each step goes once over the text, so that the time grows with its length alone.
 */
@Singleton
public class ExtractingTerms {

  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_QUALITY = 1000;

  private final Clock clock;
  private final ZoneId zone;
  private final Currency defaultCurrency;

  /**
   * @param clock says what day it is, which "tomorrow" needs
   * @param region ISO 3166 code of the country whose days count
   * @param currency ISO 4217 code of amounts that name none
   */
  @Inject
  public ExtractingTerms(
      Clock clock,
      PhoneTimeZones zones,
      @ConfigProperty(name = "DEFAULT_REGION") String region,
      @ConfigProperty(name = "DEFAULT_CURRENCY") String currency) {
    this.clock = clock;
    this.zone = zones.ofRegion(region).get(0);
    this.defaultCurrency = Money.currency(currency).orElseThrow();
  }

  /**
   * @param text cleaned, of a length that the caller has bounded
   */
  public Extraction extract(String text) {
    Speech speech = new Speech(text);
    Findings findings = new Findings(speech);
    List<Numeral> numbers = new ReadingNumbers(speech).all();
    CalendarWords calendar = new CalendarWords(speech, numbers);
    List<SpokenTime> times = new ReadingTimes(calendar).all();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<SpokenDate> dates = new ReadingDates(calendar, today).all();
    boolean[] timed = taken(
        speech,
        Stream.concat(times.stream().map(SpokenTime::span), dates.stream().map(SpokenDate::span)));
    List<Numeral> free =
        numbers.stream().filter(each -> !timed[each.span().from()]).toList();

    Marks currencies = new Marks(speech, Vocabulary.CURRENCIES);
    Marks products = new Marks(speech, Vocabulary.PRODUCTS);
    ReadingFigures reading = new ReadingFigures(speech, calendar, currencies, products);
    List<Figure> figures = Cues.apply(speech, reading, reading.read(free));
    Currency currency =
        new WeighingCurrency(speech, findings, defaultCurrency).weigh(figures, currencies);
    new WeighingFigures(speech, findings, figures, currency).weigh();

    boolean[] known = taken(
        speech,
        Stream.of(
                times.stream().map(SpokenTime::span),
                dates.stream().map(SpokenDate::span),
                figures.stream()
                    .filter(each -> each.role() != Role.NONE && each.role() != Role.SHARE)
                    .map(Figure::span))
            .flatMap(spans -> spans));
    putProduct(findings, speech, new ReadingProduct(speech, products, timed).read(figures));
    putPlace(findings, speech, new ReadingPlace(speech, known).read());
    new WeighingDeadline(speech, findings, today).weigh(dates, times);
    putQuality(findings, speech, new ReadingQuality(speech, known).read());
    return findings.extraction();
  }

  private static boolean[] taken(Speech speech, Stream<Span> spans) {
    boolean[] taken = new boolean[speech.size()];
    spans.forEach(span -> {
      for (int i = span.from(); i < span.to(); i++) {
        taken[i] = true;
      }
    });
    return taken;
  }

  private static void putProduct(Findings findings, Speech speech, List<Product> products) {
    if (products.stream().map(Product::key).distinct().count() > 1) {
      findings.ask(
          Code.SEVERAL_VALUES,
          PRODUCT,
          products.stream().map(each -> candidate(speech, each.span())).toList());
    } else if (!products.isEmpty()) {
      Span span = products.get(0).span();
      findings.text(PRODUCT, oneLine(speech, span), span, LONGEST_TEXT);
    }
  }

  private static void putPlace(Findings findings, Speech speech, List<Span> places) {
    long different = places.stream()
        .map(each -> oneLine(speech, each).toLowerCase(Locale.ROOT))
        .distinct()
        .count();
    if (different > 1) {
      findings.ask(
          Code.SEVERAL_VALUES,
          DELIVERY_LOCATION,
          places.stream().map(each -> candidate(speech, each)).toList());
    } else if (different == 1) {
      Span span = places.get(0);
      findings.text(DELIVERY_LOCATION, oneLine(speech, span), span, LONGEST_TEXT);
    }
  }

  private static void putQuality(Findings findings, Speech speech, List<Span> parts) {
    if (!parts.isEmpty()) {
      Span all = parts.get(0).with(parts.get(parts.size() - 1));
      String value = parts.stream()
          .map(each -> oneLine(speech, each))
          .distinct()
          .collect(Collectors.joining(", "));
      findings.text(QUALITY_REQUIREMENTS, value, all, LONGEST_QUALITY);
    }
  }

  private static Candidate candidate(Speech speech, Span span) {
    return new Candidate(oneLine(speech, span), speech.words(span));
  }

  /** As the API takes texts: without line ends. */
  private static String oneLine(Speech speech, Span span) {
    return speech.words(span).replaceAll("\\s+", " ");
  }
}
