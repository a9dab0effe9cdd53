package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisualTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "Wanjiku Kamau", "Ọ̀ṣun (ẹ́) ŋɛɔ", "አበበ በቂላ", "👍🏽"})
  void whatIsWrittenFromLeftToRightStaysAsItIs(String text) {
    assertThat(VisualText.of(text)).isEqualTo(text);
  }

  /** The forms are those of the Unicode Standard, chapter 9.2 and the block Arabic Presentation Forms-B. */
  @ParameterizedTest
  @CsvSource({
    // Beh alone, two, three: isolated; initial and final; with a medial one between.
    "\u0628, \uFE8F",
    "\u0628\u0628, \uFE90\uFE91",
    "\u0628\u0628\u0628, \uFE90\uFE92\uFE91",
    // Dal does not join what comes after it.
    "\u0628\u062F\u0628, \uFE8F\uFEAA\uFE91",
    // Lam and alef are one: salam.
    "\u0633\u0644\u0627\u0645, \uFEE1\uFEFC\uFEB3",
    "\u0644\u0627, \uFEFB",
    // Letters of Persian and Urdu, and a tatweel, join as well.
    "\u067E\u06A9, \uFB8F\uFB58",
    "\u0628\u0640\u0628, \uFE90\u0640\uFE91",
    // Hamza joins nothing.
    "\u0628\u0621, \uFE80\uFE8F"
  })
  void arabicLettersGetTheFormsInWhichTheyJoin(String text, String drawn) {
    assertThat(VisualText.of(text)).isEqualTo(drawn);
  }

  @Test
  void aMarkStaysBehindItsLetter() {
    assertThat(VisualText.of("\u0628\u064E\u0628")).isEqualTo("\uFE90\uFE91\u064E");
  }

  @Test
  void numbersAndLatinWordsKeepTheirDirection() {
    assertThat(VisualText.of("\u05D0\u05D1 42 \u05D2")).isEqualTo("\u05D2 42 \u05D1\u05D0");
    assertThat(VisualText.of("Ali \u05D0\u05D1 Otieno")).isEqualTo("Ali \u05D1\u05D0 Otieno");
  }

  @Test
  void bracketsAreTurnedRound() {
    assertThat(VisualText.of("\u05D0 (\u05D1)")).isEqualTo("(\u05D1) \u05D0");
  }
}
