package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {

  private static final String SIZES =
      "must have at most 15 digits before the decimal point and 12 after it";

  @ParameterizedTest
  @CsvSource({
    "100, 100",
    "1E+2, 100",
    "100.00, 100",
    "3500.50, 3500.5",
    "0.10, 0.1",
    "1e-7, 0.0000001",
    "-2.50, -2.5",
    "0, 0",
    "0.000, 0",
    "-0.0, 0",
    "0E+5, 0"
  })
  void aNumberHasOneSpelling(BigDecimal number, String spelled) {
    assertThat(PlainDecimal.spelled(number)).isEqualTo(spelled);
  }

  @Property
  void aSpellingHasNoExponentNoPlusAndNoZerosAtTheEndOfItsFraction(
      @ForAll @BigRange(min = "-1000000000", max = "1000000000") @Scale(8) BigDecimal number,
      @ForAll @IntRange(min = -9, max = 9) int powerOfTen) {
    String spelled = PlainDecimal.spelled(number.scaleByPowerOfTen(powerOfTen));

    assertThat(spelled).matches("0|-?([1-9][0-9]*|0)(\\.[0-9]*[1-9])?").isNotEqualTo("-0");
    assertThat(new BigDecimal(spelled)).isEqualByComparingTo(number.scaleByPowerOfTen(powerOfTen));
  }

  @Property
  void equalNumbersHaveEqualSpellings(
      @ForAll @Scale(6) BigDecimal number, @ForAll @IntRange(min = 0, max = 20) int zeros) {
    assertThat(PlainDecimal.spelled(number.setScale(number.scale() + zeros)))
        .isEqualTo(PlainDecimal.spelled(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3500", "3500.50", "-1", "007", "0.000000000001"})
  void plainDecimalsAreReadFromText(String text) {
    assertThat(PlainDecimal.typed(text)).contains(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1e3",
        "1E3",
        "+1",
        ".5",
        "5.",
        "1,000",
        "1 000",
        "0x10",
        "NaN",
        "Infinity",
        "--1",
        "1.2.3",
        "\u0661",
        "\uFF11",
        "1\n"
      })
  void nothingElseIsReadFromText(String text) {
    assertThat(PlainDecimal.typed(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 1000, 100_000})
  void longTextsAreNoNumbers(int digits) {
    assertThat(PlainDecimal.typed("9".repeat(digits))).isEmpty();
    assertThat(PlainDecimal.typed("0." + "9".repeat(digits))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "999999999999999",
        "-999999999999999",
        "0.000000000001",
        "999999999999999.999999999999",
        "1e14",
        "0",
        "0.00",
        "1.0000000000000000000000",
        "1e-12"
      })
  void numbersOfASensibleSizeAreNotTooLarge(BigDecimal number) {
    assertThat(PlainDecimal.tooLarge(number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000",
        "-1000000000000000",
        "1e15",
        "0.0000000000001",
        "1.0000000000001",
        "1e-13"
      })
  void numbersBeyondTheLimitsAreTooLarge(BigDecimal number) {
    assertThat(PlainDecimal.tooLarge(number)).contains(SIZES);
  }

  /** To write one of these out would take a gigabyte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "1e-2147483647",
        "0e999999999",
        "0e-999999999",
        "12345678901234567890e2147483600"
      })
  void absurdExponentsAreRefusedWithoutWritingTheNumberOut(BigDecimal number) {
    assertThat(PlainDecimal.tooLarge(number)).contains(SIZES);
  }

  @Property
  void aNumberIsTooLargeExactlyWhenItsSpellingIs(
      @ForAll long unscaled, @ForAll @IntRange(min = -20, max = 30) int scale) {
    BigDecimal number = BigDecimal.valueOf(unscaled, scale);
    String[] halves = PlainDecimal.spelled(number.abs()).split("\\.");
    boolean tooLong = halves[0].length() > 15 || (halves.length == 2 && halves[1].length() > 12);

    assertThat(PlainDecimal.tooLarge(number).isPresent()).isEqualTo(tooLong);
  }
}
