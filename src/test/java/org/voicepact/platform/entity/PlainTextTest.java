package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void composedAndDecomposedLettersBecomeTheSameText() {
    assertThat(oneLine("Cafe\u0301")).isEqualTo("Caf\u00E9").isEqualTo(oneLine("Caf\u00E9"));
  }

  @Test
  void compatibilityFormsStayAsTheyAreWritten() {
    assertThat(oneLine("\uFF21\u00BD")).isEqualTo("\uFF21\u00BD");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x2061, 0x2062, 0x2063,
        0x2064, 0xFEFF
      })
  void charactersWithoutWidthAreLeftOut(int invisible) {
    assertThat(oneLine("ma" + Character.toString(invisible) + "ize")).isEqualTo("maize");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x200A, 0x2010, 0x2065, 0x00AC, 0x00AE, 0xFEFE, 0x1F600})
  void charactersBesideTheInvisibleOnesStay(int visible) {
    assertThat(PlainText.isInvisible(visible)).isFalse();
  }

  @Test
  void blanksAtTheEndsGoAndThoseWithinStay() {
    assertThat(oneLine(" \u3000 two  bags \u2003")).isEqualTo("two  bags");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0x00, 0x07, 0x08, '\n', '\r', '\t', 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029
      })
  void aTextOfOneLineHasNoControlCharactersAndNoLineEnds(int control) {
    assertRefused(
        "ma" + Character.toString(control) + "ize",
        false,
        "must not contain control characters or line ends");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x2028, 0x2029})
  void aTextOfSeveralLinesHasNoOtherControlCharacters(int control) {
    assertRefused(
        "ma" + Character.toString(control) + "ize",
        true,
        "must not contain control characters or line ends");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
  void overridesOfTheDirectionOfWritingAreRefused(int override) {
    String text = "pay " + Character.toString(override) + "001";
    assertRefused(
        text, false, "must not contain characters that override the direction of writing");
    assertRefused(text, true, "must not contain characters that override the direction of writing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db", "\uD83D\uD83D\uDE00"})
  void halfOfASurrogatePairIsRefused(String broken) {
    assertRefused(broken, false, "must not contain half of a surrogate pair");
  }

  @Test
  void wholeSurrogatePairsStay() {
    assertThat(oneLine("\uD83C\uDF3D maize")).isEqualTo("\uD83C\uDF3D maize");
  }

  @Test
  void everyKindOfLineEndBecomesOneLineFeed() {
    PlainText.Cleaned cleaned = PlainText.clean("\na\r\nb\rc\n\td\r\n", true);

    assertThat(cleaned.refusal()).isEmpty();
    assertThat(cleaned.text()).isEqualTo("a\nb\nc\n\td");
  }

  @Property
  void cleaningAgainChangesNothing(@ForAll String raw, @ForAll boolean multiline) {
    String once = PlainText.clean(raw, multiline).text();
    PlainText.Cleaned twice = PlainText.clean(once, multiline);

    assertThat(twice.refusal()).isEmpty();
    assertThat(twice.text()).isEqualTo(once);
  }

  @Property
  void whateverIsCleanIsNfcAndHasNothingInvisible(@ForAll String raw) {
    String text = PlainText.clean(raw, false).text();

    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    assertThat(text.codePoints().noneMatch(PlainText::isInvisible)).isTrue();
    assertThat(text.chars().noneMatch(Character::isISOControl)).isTrue();
    assertThat(text).isEqualTo(text.strip());
  }

  private static String oneLine(String raw) {
    PlainText.Cleaned cleaned = PlainText.clean(raw, false);
    assertThat(cleaned.refusal()).isEmpty();
    return cleaned.text();
  }

  private static void assertRefused(String raw, boolean multiline, String reason) {
    PlainText.Cleaned cleaned = PlainText.clean(raw, multiline);
    assertThat(cleaned.refusal()).contains(reason);
    assertThat(cleaned.text()).isEmpty();
  }
}
