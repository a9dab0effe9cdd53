package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7Test {

  /** GSM 03.38 has 128 codes: 127 letters and the escape to the 10 of the extension. */
  @Test
  void theAlphabetHasAllOfItsLetters() {
    long single = count(1);
    long escaped = count(2);

    assertThat(single).isEqualTo(127);
    assertThat(escaped).isEqualTo(10);
  }

  private static long count(int septets) {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Gsm7.septets(c) == septets)
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Maize, grade 1 @ KES 5",
        "d\u00E9j\u00E0 \u00C9t\u00E9 \u00D1",
        "{a}[b]~\\^|\u20AC"
      })
  void whatTheAlphabetHasIsKnown(String text) {
    assertThat(Gsm7.has(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00E7",
        "\u00EA",
        "`",
        "\u2019",
        "\u1300",
        "\uD83C\uDF3D",
        "\u001B",
        "\t",
        "\u00E1"
      })
  void whatItDoesNotHaveIsKnown(String text) {
    assertThat(Gsm7.has(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
      \u2018a\u2019 \u201Cb\u201D|'a' "b"
      1\u20132 \u2014 3\u22124|1-2 - 3-4
      and so on\u2026|and so on...
      350\u00A0000\u202FKES|350 000 KES
      n\u2019a|n'a
      10 \u00D7 90 kg|10 x 90 kg
      \u00BD bag|1/2 bag
      e\u0301cole|\u00E9cole
      zero\u200Bwidth\uFEFF|zerowidth
      Ny\u0254ng\u00EA|Ny\u0254ng\u00EA
      """)
  void typesettingIsReplacedAndLettersStay(String typeset, String plain) {
    assertThat(Gsm7.normalised(typeset)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      gar\u00E7on \u00EAtre | garcon etre
      \u0257an Ka\u0257una | dan Kaduna
      \u014B\u0254 \u0152uf | ngo OEuf
      \u00E9\u00E8\u00F1 | \u00E9\u00E8\u00F1
      \u1293 teff \uD83C\uDF3D! | teff !
      """)
  void theNearestLettersAreOfTheAlphabet(String text, String nearest) {
    assertThat(Gsm7.nearest(text).strip()).isEqualTo(nearest);
  }

  @Property
  void normalisingTwiceChangesNothingMore(@ForAll("texts") String text) {
    String once = Gsm7.normalised(text);

    assertThat(Gsm7.normalised(once)).isEqualTo(once);
  }

  @Property
  void whatTheAlphabetHasIsNotChanged(@ForAll("plain") String text) {
    assertThat(Gsm7.normalised(text)).isEqualTo(text);
    assertThat(Gsm7.nearest(text)).isEqualTo(text);
  }

  @Property
  void theNearestTextIsAlwaysOfTheAlphabet(@ForAll("texts") String text) {
    assertThat(Gsm7.has(Gsm7.nearest(text))).isTrue();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings()
            .withChars(
                "aeiouxI '\u2019\u00B4\u0301\u0308\u0327\uFB01\u00D7\u00BD\u2026\u200B\u0254\u1FEF\u00A0")
            .ofMaxLength(12));
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.integers()
        .between(0, 0x20AC)
        .filter(c -> Gsm7.septets(c) > 0)
        .map(Character::toString)
        .list()
        .ofMaxSize(40)
        .map(letters -> String.join("", letters));
  }
}
