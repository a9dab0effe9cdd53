package org.voicepact.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"x\":{\"a\":1,\"a\":1}}",
        "{} {}",
        "{} x",
        "[1,]",
        "{'a':1}",
        "{a:1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "// comment\n{}",
        "{"
      })
  void textThatIsNotExactlyOneValueOfJsonIsRefused(String json) {
    assertThatThrownBy(() -> Json.read(json)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void nestingIsReadUpToItsLimitAndNotBeyond() {
    assertThat(Json.read(nested(Json.MAX_NESTING)).isArray()).isTrue();
    assertThatThrownBy(() -> Json.read(nested(Json.MAX_NESTING + 1)))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> Json.read("{\"a\":" + nested(Json.MAX_NESTING) + "}"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:30:00Z, 2026-11-24T09:30:00.000Z",
    "2026-11-24T09:30:00.5Z, 2026-11-24T09:30:00.500Z",
    "2026-11-24T09:30:00.123456789Z, 2026-11-24T09:30:00.123Z",
    "2026-11-24T09:30:00.9999Z, 2026-11-24T09:30:00.999Z",
    "2026-12-31T23:59:59.999Z, 2026-12-31T23:59:59.999Z"
  })
  void aTimeHasAlwaysThreeDigitsOfASecond(Instant time, String spelled) {
    assertThat(Json.time(time)).isEqualTo(spelled);
    assertThat(Json.write(Map.of("at", time))).isEqualTo("{\"at\":\"" + spelled + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"1E+3, 1000", "3.5E+5, 350000", "350000.00, 350000.00", "1e-7, 0.0000001"})
  void numbersAreWrittenWithoutAnExponent(BigDecimal number, String written) {
    assertThat(Json.write(Map.of("n", number))).isEqualTo("{\"n\":" + written + "}");
  }

  @Test
  void decimalsAreReadExactly() {
    JsonNode read = Json.read("{\"n\":12345678901234567890.12345678901234567890}");

    assertThat(read.get("n").decimalValue())
        .isEqualByComparingTo("12345678901234567890.12345678901234567890");
  }

  @Test
  void membersAreInSnakeCaseAndAbsentOnesAreLeftOut() {
    assertThat(Json.write(new Sample("a", null, Optional.empty(), Optional.of("b"))))
        .isEqualTo("{\"contract_id\":\"a\",\"known_optional\":\"b\"}");
  }

  @Test
  void anEnumerationIsWrittenAsTheApiSpellsIt() {
    assertThat(Json.write(Map.of("kind", Spelled.TWO_WORDS))).isEqualTo("{\"kind\":\"two-words\"}");
  }

  private record Sample(
      String contractId,
      String cancelReason,
      Optional<String> emptyOptional,
      Optional<String> knownOptional) {}

  private enum Spelled implements WireValue {
    TWO_WORDS;

    @Override
    public String wire() {
      return "two-words";
    }
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
