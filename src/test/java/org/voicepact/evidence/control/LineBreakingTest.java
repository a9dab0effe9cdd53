package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineBreakingTest {

  /** Every letter is as wide as every other. */
  private static List<String> lines(String text, int width, int most) {
    return LineBreaking.lines(text, width, most, String::length);
  }

  @Test
  void linesEndBetweenWords() {
    assertThat(lines("One hundred bags of maize", 12, 9))
        .containsExactly("One hundred", "bags of", "maize");
    assertThat(lines("  Maize\ngrade 1 ", 20, 9)).containsExactly("Maize grade 1");
    assertThat(lines("", 20, 9)).containsExactly("");
  }

  @Test
  void aWordThatIsLongerThanALineIsBroken() {
    assertThat(lines("a " + "x".repeat(12) + " b", 5, 9))
        .containsExactly("a", "xxxxx", "xxxxx", "xx b");
  }

  @Test
  void whatIsMoreThanTheLinesEndsWithADot() {
    assertThat(lines("One hundred bags of maize", 12, 2))
        .containsExactly("One hundred", "bags of…");
    assertThat(lines("aaaa bbbb", 4, 1)).containsExactly("aaa…");
    assertThat(lines("x".repeat(100), 5, 2)).containsExactly("xxxxx", "xxxx…");
  }

  @Test
  void aMarkStaysOnItsLetter() {
    assertThat(lines("e\u0301".repeat(3), 3, 9)).containsExactly("e\u0301", "e\u0301", "e\u0301");
  }

  @Property
  void nothingIsLostNorWiderThanALine(
      @ForAll
          @CharRange(from = 'a', to = 'c')
          @CharRange(from = ' ', to = ' ')
          @StringLength(max = 80)
          String text,
      @ForAll @IntRange(min = 1, max = 20) int width) {
    List<String> lines = lines(text, width, 100);

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
  }
}
