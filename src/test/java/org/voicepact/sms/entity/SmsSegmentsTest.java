package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSegmentsTest {

  private static final String CORN = "\uD83C\uDF3D";

  @ParameterizedTest
  @CsvSource({
    "a, 0, 1",
    "a, 1, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "a, 459, 3",
    "a, 460, 4",
    "\u20AC, 80, 1",
    "\u20AC, 81, 2",
    "\u20AC, 152, 2",
    "\u20AC, 153, 3",
    "\u1293, 70, 1",
    "\u1293, 71, 2",
    "\u1293, 134, 2",
    "\u1293, 135, 3",
    "\uD83C\uDF3D, 35, 1",
    "\uD83C\uDF3D, 36, 2",
    "\uD83C\uDF3D, 66, 2",
    "\uD83C\uDF3D, 67, 3"
  })
  void textsAreCountedAsTheNetworkDoes(String letter, int times, int segments) {
    assertThat(SmsSegments.count(letter.repeat(times))).isEqualTo(segments);
  }

  @Test
  void oneLetterOutsideOfTheAlphabetMakesAllOfThemLong() {
    assertThat(SmsSegments.count("a".repeat(69) + "\u00E7")).isEqualTo(1);
    assertThat(SmsSegments.count("a".repeat(70) + "\u00E7")).isEqualTo(2);
  }

  @Test
  void anEscapedCharacterGoesWholeIntoTheNextSegment() {
    List<String> segments = SmsSegments.split("a".repeat(152) + "\u20AC" + "b".repeat(151));

    assertThat(segments).containsExactly("a".repeat(152), "\u20AC" + "b".repeat(151));
    assertThat(SmsSegments.count("a".repeat(152) + "\u20AC" + "b".repeat(152))).isEqualTo(3);
  }

  @Test
  void aSurrogatePairGoesWholeIntoTheNextSegment() {
    assertThat(SmsSegments.split("\u1293".repeat(66) + CORN + "\u1293".repeat(65)))
        .containsExactly("\u1293".repeat(66), CORN + "\u1293".repeat(65));
  }

  @Property
  void theSegmentsTogetherAreTheTextAndNoneIsTooLong(@ForAll("texts") String text) {
    List<String> segments = SmsSegments.split(text);
    boolean plain = Gsm7.has(text);
    int most = segments.size() == 1 ? (plain ? 160 : 70) : (plain ? 153 : 67);

    assertThat(String.join("", segments)).isEqualTo(text);
    assertThat(segments).allSatisfy(segment -> {
      int size = plain ? segment.codePoints().map(Gsm7::septets).sum() : segment.length();
      assertThat(size).isLessThanOrEqualTo(most);
      assertThat(segment.codePoints()).noneMatch(SmsSegmentsTest::isHalf);
    });
  }

  @Property
  void noSegmentCouldHaveTakenTheFirstCharacterOfTheNext(@ForAll("texts") String text) {
    List<String> segments = SmsSegments.split(text);
    boolean plain = Gsm7.has(text);

    for (int i = 0; i + 1 < segments.size(); i++) {
      int next = segments.get(i + 1).codePointAt(0);
      String fuller = segments.get(i) + Character.toString(next);
      assertThat(plain ? fuller.codePoints().map(Gsm7::septets).sum() : fuller.length())
          .isGreaterThan(plain ? 153 : 67);
    }
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        letters("a", "Z", "\u20AC", "[", "\n", "\u00E9"),
        letters("a", "\u1293", CORN, "\u20AC", "\u00E7"));
  }

  private static Arbitrary<String> letters(String... each) {
    return Arbitraries.of(each).list().ofMaxSize(500).map(all -> String.join("", all));
  }
}
