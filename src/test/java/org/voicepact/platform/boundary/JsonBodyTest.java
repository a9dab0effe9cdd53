package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.PayloadTooLarge;
import org.voicepact.platform.entity.UnreadableInput;

/** What {@link JsonFields#read} takes as a body at all. */
class JsonBodyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "{}"})
  void noBodyIsTheEmptyObject(String body) {
    assertThat(read(body).names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "\"text\"", "1", "true", "null"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnreadableInput.class)
        .hasMessage("The body must be a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':'b'}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{} {}",
        "{}]",
        "<xml/>",
        "a=b&c=d",
        "{\"a\":\"\u0001\"}"
      })
  void aBodyThatIsNoJsonIsRefusedWithThePlace(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageMatching("The body is not well-formed JSON, at line 1, column \\d+");
  }

  @Test
  void aMemberThatStandsTwiceIsNamedAsTheReason() {
    assertThatThrownBy(() -> read("{\"a\": 1,\n \"a\": 2}"))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageMatching(
            "The body is not well-formed JSON \\(a member stands in it twice\\), at line 2, column \\d+");
  }

  @Test
  void theMessageNeverHoldsTheCallersText() {
    assertThatThrownBy(() -> read("{\"a\": hostile}"))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageNotContaining("hostile");
    assertThatThrownBy(() -> read("{\"hostile\": 1, \"hostile\": 2}"))
        .isInstanceOf(UnreadableInput.class)
        .hasMessageNotContaining("hostile");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(read("{\"a\": " + "[".repeat(49) + "]".repeat(49) + "}").names())
        .containsExactly("a");
    assertTooMuch("{\"a\": " + "[".repeat(50) + "]".repeat(50) + "}");
    assertTooMuch("{\"a\":".repeat(100_000));
  }

  @Test
  void numbersAndNamesOfAbsurdLengthAreRefused() {
    assertTooMuch("{\"a\": " + "9".repeat(2000) + "}");
    assertTooMuch("{\"" + "a".repeat(60_000) + "\": 1}");
  }

  /** ISO 8859-1, a cut sequence, a surrogate half (CESU-8), an overlong slash, a lone continuation byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7b2261223a22e4227d",
        "7b2261223a22c3227d",
        "7b2261223a22eda080227d",
        "7b2261223a22c0af227d",
        "7b2261223a2280227d"
      })
  void aBodyThatIsNotUtf8IsRefused(String hex) {
    byte[] body = HexFormat.of().parseHex(hex);

    assertThatThrownBy(() -> JsonFields.read(new ByteArrayInputStream(body)).text("a", 10))
        .isInstanceOf(UnreadableInput.class);
  }

  @Test
  void aByteOrderMarkIsNoFault() {
    assertThat(read("\uFEFF{\"a\": 1}").names()).containsExactly("a");
  }

  @Test
  void aRefusalWhileReadingStaysWhatItIs() {
    assertThatThrownBy(() -> JsonFields.read(new ByteArrayInputStream(new byte[10]) {
          @Override
          public int read(byte[] buffer, int offset, int length) {
            throw new PayloadTooLarge(1);
          }
        }))
        .isInstanceOf(PayloadTooLarge.class);
  }

  private static void assertTooMuch(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnreadableInput.class)
        .hasMessage(
            "The JSON is nested more than 50 deep, or one of its numbers or names is too long");
  }

  private static JsonFields read(String body) {
    return JsonFields.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
