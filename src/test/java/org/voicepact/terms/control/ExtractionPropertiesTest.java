package org.voicepact.terms.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voicepact.platform.entity.PlainText;
import org.voicepact.terms.entity.Candidate;
import org.voicepact.terms.entity.Extraction;
import org.voicepact.terms.entity.Question.Code;

/** What holds for the words of any deal, and for texts that are none. */
class ExtractionPropertiesTest {

  private static final int LONGEST = 20_000;

  /** It takes some hundredths of that; what takes time by the square of the length would take longer. */
  private static final Duration LONG = Duration.ofSeconds(10);

  private static final List<String> PIECES = List.of(
      "100",
      "3,500",
      "1.500",
      "50k",
      "12 500",
      "30%",
      "half",
      "nusu",
      "a",
      "an",
      "and",
      "na",
      "hundred",
      "thousand",
      "elfu",
      "laki",
      "mia",
      "milioni",
      "tatu",
      "kumi",
      "moja",
      "point",
      "bags",
      "gunia",
      "kg",
      "90kg",
      "maize",
      "mahindi",
      "of",
      "za",
      "per",
      "each",
      "kila",
      "at",
      "@",
      "for",
      "kwa",
      "total",
      "jumla",
      "deposit",
      "balance",
      "KES",
      "shillings",
      "$",
      "naira",
      "deliver",
      "to",
      "Nakuru",
      "kupeleka",
      "by",
      "before",
      "tarehe",
      "15th",
      "December",
      "next",
      "Friday",
      "kesho",
      "in",
      "two",
      "weeks",
      "saa",
      "nne",
      "asubuhi",
      "10am",
      "grade",
      "A",
      "dry",
      ",",
      ".",
      "?",
      ":",
      "\n",
      "-",
      "/",
      "Seller:",
      "Price:",
      "or",
      "about",
      "<script>",
      "'",
      "\"",
      "0712345678",
      "2026-12-15",
      "3/4/2027",
      "99999999999999999999",
      "0",
      "0.0000000001");

  @Provide
  Arbitrary<String> deals() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(0)
        .ofMaxSize(40)
        .map(all -> String.join(" ", all));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        deals(),
        Arbitraries.strings()
            .ofMaxLength(200)
            .map(text -> PlainText.clean(text, true).text()));
  }

  @Property(tries = 1000)
  void theWordsStandInTheText(@ForAll("texts") String text) {
    Extraction extraction = ExtractingTermsTest.EXTRACTING.extract(text);
    Stream.concat(
            extraction.terms().values().stream(),
            extraction.questions().stream().flatMap(each -> each.candidates().stream()))
        .map(Candidate::words)
        .forEach(words -> assertThat(text).contains(words));
  }

  @Property(tries = 1000)
  void quantityPriceAndTotalFitOrAreAskedAbout(@ForAll("deals") String text) {
    Extraction extraction = ExtractingTermsTest.EXTRACTING.extract(text);
    Map<String, Candidate> terms = extraction.terms();
    if (Stream.of("quantity", "unit_price", "total_amount").allMatch(terms::containsKey)) {
      boolean fits = number(terms, "quantity")
              .multiply(number(terms, "unit_price"))
              .compareTo(number(terms, "total_amount"))
          == 0;
      boolean asked = extraction.questions().stream()
          .anyMatch(each -> each.code() == Code.TOTAL_DIFFERS || each.code() == Code.UNITS_DIFFER);
      assertThat(fits || asked).isTrue();
    }
  }

  private static BigDecimal number(Map<String, Candidate> terms, String name) {
    return (BigDecimal) terms.get(name).value();
  }

  /** What was said in plain numbers is found again, whatever the numbers are. */
  @Property(tries = 300)
  void plainDealsAreFound(
      @ForAll @IntRange(min = 1, max = 9_999) int bags,
      @ForAll @IntRange(min = 1, max = 99_999) int price) {
    Extraction extraction = ExtractingTermsTest.EXTRACTING.extract(
        bags + " bags of maize at KES " + price + " per bag");
    assertThat(number(extraction.terms(), "quantity"))
        .isEqualByComparingTo(BigDecimal.valueOf(bags));
    assertThat(number(extraction.terms(), "unit_price"))
        .isEqualByComparingTo(BigDecimal.valueOf(price));
    assertThat(number(extraction.terms(), "total_amount"))
        .isEqualByComparingTo(BigDecimal.valueOf((long) bags * price));
    assertThat(extraction.questions()).isEmpty();
  }

  /** Numbers in words mean what they say, in both languages, up to what Swahili leaves open. */
  @Property(tries = 300)
  void numbersInWords(@ForAll @IntRange(min = 1, max = 99) int thousands) {
    BigDecimal meant = BigDecimal.valueOf(thousands * 1000L + 500);
    assertThat(price(Words.english(thousands) + " thousand five hundred shillings each"))
        .isEqualByComparingTo(meant);
    assertThat(price("shilingi elfu " + Words.swahili(thousands) + " na mia tano kila moja"))
        .isEqualByComparingTo(meant);
  }

  private static BigDecimal price(String words) {
    return number(ExtractingTermsTest.EXTRACTING.extract("maize, " + words).terms(), "unit_price");
  }

  /** Ten thousand texts of the pieces that deals are made of, in any order, and none fails. */
  @Test
  void hostileTexts() {
    Random random = new Random(20261128);
    Assertions.assertThatCode(() -> {
          for (int i = 0; i < 10_000; i++) {
            String text = IntStream.range(0, random.nextInt(120))
                .mapToObj(each ->
                    PIECES.get(random.nextInt(PIECES.size())) + (random.nextInt(4) == 0 ? "" : " "))
                .collect(Collectors.joining());
            ExtractingTermsTest.EXTRACTING.extract(text);
          }
        })
        .doesNotThrowAnyException();
  }

  static Stream<String> pieces() {
    return Stream.concat(
        PIECES.stream(),
        Stream.of("kwa gunia 40 za ", "per bag 3 or ", "in two weeks ", "a and a "));
  }

  /** The longest text that is taken, of one piece over and over, is read in a moment. */
  @ParameterizedTest
  @MethodSource("pieces")
  void repetitionsTakeNoLonger(String piece) {
    String unit = piece + " ";
    String text = unit.repeat(LONGEST / unit.length());
    Assertions.assertThat(elapsed(text)).isLessThan(LONG);
    Assertions.assertThat(elapsed("9".repeat(LONGEST))).isLessThan(LONG);
  }

  private static Duration elapsed(String text) {
    long start = System.nanoTime();
    ExtractingTermsTest.EXTRACTING.extract(text);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** A second way to say numbers, to compare with. */
  private static final class Words {

    private static final List<String> ENGLISH = List.of(
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen");
    private static final List<String> ENGLISH_TENS = List.of(
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> SWAHILI =
        List.of("", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa");
    private static final List<String> SWAHILI_TENS = List.of(
        "",
        "kumi",
        "ishirini",
        "thelathini",
        "arobaini",
        "hamsini",
        "sitini",
        "sabini",
        "themanini",
        "tisini");

    static String english(int number) {
      return number < 20
          ? ENGLISH.get(number)
          : (ENGLISH_TENS.get(number / 10) + " " + ENGLISH.get(number % 10)).strip();
    }

    static String swahili(int number) {
      String tens = SWAHILI_TENS.get(number / 10);
      String ones = SWAHILI.get(number % 10);
      return tens.isEmpty() || ones.isEmpty() ? tens + ones : tens + " na " + ones;
    }
  }
}
