package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.WireValue;

class JsonFieldsTest {

  private enum Colour implements WireValue {
    RED,
    GREEN;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Test
  void allFaultsAreToldAtOnceEachWithItsPlace() {
    JsonFields fields = read(
        "{\"name\": 5, \"size\": \"big\", \"colour\": \"blue\", \"version\": 0, \"inner\": {\"note\": \"\\u0007\"},"
            + " \"parts\": [{\"n\": true}, 7, {}]}");

    fields.text("name", 10);
    fields.decimal("size");
    fields.value("colour", Colour.class);
    fields.count("version");
    fields.object("inner").text("note", 10);
    fields.objects("parts", 1, 3).forEach(part -> part.decimal("n"));
    fields.requiredText("missing", 10);

    assertThat(faults(fields))
        .containsExactly(
            new Fault("/name", "must be a text"),
            new Fault("/size", "must be a number"),
            new Fault("/colour", "must be one of: red, green"),
            new Fault("/version", "must be a whole number from 1 on"),
            new Fault("/inner/note", "must not contain control characters or line ends"),
            new Fault("/parts/1", "must be an object"),
            new Fault("/parts/0/n", "must be a number"),
            new Fault("/missing", "is required"));
  }

  @Test
  void withoutAFaultTheCheckPasses() {
    JsonFields fields = read("{\"name\": \"maize\", \"colour\": \"GREEN\", \"version\": 2}");

    assertThat(fields.requiredText("name", 5)).isEqualTo("maize");
    assertThat(fields.value("colour", Colour.class)).contains(Colour.GREEN);
    assertThat(fields.count("version")).contains(2);
    fields.check();
  }

  @ParameterizedTest
  @CsvSource({"a/b, /a~1b", "a~b, /a~0b", "~1, /~01", "/~, /~1~0", "plain, /plain"})
  void namesAreEscapedInAPointer(String name, String pointer) {
    JsonFields fields = read("{\"" + name + "\": {\"" + name + "\": 1}}");

    fields.object(name).text(name, 10);

    assertThat(faults(fields)).containsExactly(new Fault(pointer + pointer, "must be a text"));
  }

  @ParameterizedTest
  @CsvSource({
    "3500.50, 3500.50",
    "'\"3500.50\"', 3500.50",
    "'\" 12 \"', 12",
    "1e3, 1000",
    "0, 0",
    "-2, -2"
  })
  void aNumberMayBeSentAsANumberOrAsAText(String json, BigDecimal number) {
    JsonFields fields = read("{\"n\": " + json + "}");

    assertThat(fields.decimal("n"))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    fields.check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"1e3\"", "\"1,000\"", "\"ten\"", "true", "[1]", "{}"})
  void anythingElseIsNoNumber(String json) {
    JsonFields fields = read("{\"n\": " + json + "}");

    assertThat(fields.decimal("n")).isEmpty();
    assertThat(faults(fields)).containsExactly(new Fault("/n", "must be a number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1000000000000000",
        "\"1000000000000000\""
      })
  void absurdNumbersAreRefused(String json) {
    JsonFields fields = read("{\"n\": " + json + "}");

    assertThat(fields.decimal("n")).isEmpty();
    assertThat(faults(fields)).extracting(Fault::pointer).containsExactly("/n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.0", "1.5", "\"1\"", "2147483648", "1e999999999", "true"})
  void aCountIsAWholeNumberFromOneOn(String json) {
    JsonFields fields = read("{\"n\": " + json + "}");

    assertThat(fields.count("n")).isEmpty();
    assertThat(faults(fields)).containsExactly(new Fault("/n", "must be a whole number from 1 on"));
  }

  @Test
  void aTextIsMeasuredInCharactersAsAReaderCountsThemAfterCleaning() {
    JsonFields fields = read("{\"a\": \" \uD83C\uDF3D\uD83C\uDF3D\u200B \", \"b\": \"abc\"}");

    assertThat(fields.text("a", 2)).contains("\uD83C\uDF3D\uD83C\uDF3D");
    fields.check();
    assertThat(fields.text("b", 2)).isEmpty();
    assertThat(faults(fields)).containsExactly(new Fault("/b", "must have at most 2 characters"));
  }

  @Test
  void onlyALongTextMayHaveLineEnds() {
    JsonFields fields = read("{\"words\": \"one\\r\\ntwo\"}");

    assertThat(fields.longText("words", 100)).contains("one\ntwo");
    fields.check();
    assertThat(fields.text("words", 100)).isEmpty();
    assertThat(faults(fields)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\": null}", "{\"a\": \"\"}", "{\"a\": \" \\u200b \"}"})
  void anAbsentANullAndABlankTextAreAllNoText(String json) {
    assertThat(read(json).text("a", 10)).isEmpty();
    read(json).check();

    JsonFields required = read(json);
    required.requiredText("a", 10);
    assertThat(faults(required)).containsExactly(new Fault("/a", "is required"));
  }

  @Test
  void aRequiredTextThatIsWrongHasOneFaultAndNotTwo() {
    JsonFields fields = read("{\"a\": 5}");

    fields.requiredText("a", 10);

    assertThat(faults(fields)).containsExactly(new Fault("/a", "must be a text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"p\": null}",
        "{\"p\": {}}",
        "{\"p\": \"x\"}",
        "{\"p\": [{}]}",
        "{\"p\": [{},{},{},{}]}"
      })
  void anArrayHasTheWantedNumberOfObjects(String json) {
    JsonFields fields = read(json);

    assertThat(fields.objects("p", 2, 3)).isEmpty();
    assertThat(faults(fields))
        .containsExactly(new Fault("/p", "must be an array of 2 to 3 objects"));
  }

  @Test
  void anObjectThatIsAbsentOrNullIsEmptyAndAnythingElseIsAFault() {
    JsonFields fields = read("{\"null\": null, \"text\": \"x\"}");

    assertThat(fields.object("absent").names()).isEmpty();
    assertThat(fields.object("null").names()).isEmpty();
    fields.check();
    assertThat(fields.object("text").names()).isEmpty();
    assertThat(faults(fields)).containsExactly(new Fault("/text", "must be an object"));
  }

  @Test
  void aViewOfSomeMembersKeepsPlacesAndFaults() {
    JsonFields fields = read("{\"inner\": {\"a\": 1, \"b\": 2}}");

    JsonFields view = fields.object("inner").only(List.of("a", "c"));

    assertThat(view.names()).containsExactly("a");
    view.refuse("a", "is not allowed");
    assertThat(faults(fields)).containsExactly(new Fault("/inner/a", "is not allowed"));
    assertThat(fields.object("inner").names()).containsExactly("a", "b");
  }

  @Test
  void aMemberThatIsNullIsMentionedButNotThere() {
    JsonFields fields = read("{\"a\": null}");

    assertThat(fields.mentions("a")).isTrue();
    assertThat(fields.has("a")).isFalse();
    assertThat(fields.mentions("b")).isFalse();
  }

  private static JsonFields read(String json) {
    return JsonFields.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Fault> faults(JsonFields fields) {
    return catchThrowableOfType(InvalidInput.class, fields::check).faults();
  }
}
