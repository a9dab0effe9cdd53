package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voicepact.platform.entity.Json;

class CanonicalJsonTest {

  /** RFC 8785, 3.2.3: names are sorted by their UTF-16 code units. */
  @Test
  void namesAreSortedAsTheStandardShows() {
    String canonical = canonical("""
            {"\\u20ac": "Euro Sign",
             "\\r": "Carriage Return",
             "\\ufb33": "Hebrew Letter Dalet With Dagesh",
             "1": "One",
             "\\ud83d\\ude00": "Emoji: Grinning Face",
             "\\u0080": "Control",
             "\\u00f6": "Latin Small Letter O With Diaeresis"}
            """);

    assertThat(canonical)
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /** RFC 8785, 3.2.2 and the bytes in 3.2.4. */
  @Test
  void theSampleOfTheStandardGivesItsBytes() {
    byte[] bytes = bytes("""
            {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
             "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
             "literals": [null, true, false]}
            """);

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a"
                + "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d3237"
                + "5d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
  }

  /** RFC 8785, 3.2.2.2: what is escaped in a string, and how. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\\u0008|\\b",
        "\\u0009|\\t",
        "\\u000a|\\n",
        "\\u000c|\\f",
        "\\u000d|\\r",
        "\\u0022|\\\"",
        "\\u005c|\\\\",
        "\\u0000|\\u0000",
        "\\u001f|\\u001f",
        "\\u001F|\\u001f",
        "\\/|/",
        "\\u003c|<"
      })
  void aStringHasOneWayOfEscaping(String sent, String canonical) {
    assertThat(canonical("{\"s\":\"" + sent + "\"}")).isEqualTo("{\"s\":\"" + canonical + "\"}");
  }

  @Test
  void onlyTheMembersOfObjectsAreSortedAndThatAtEveryDepth() {
    assertThat(
            canonical(
                "{\"b\": [{\"d\": \"1\", \"c\": \"2\"}, \"z\", \"a\"], \"a\": {\"y\": true, \"x\": {}}}"))
        .isEqualTo("{\"a\":{\"x\":{},\"y\":true},\"b\":[{\"c\":\"2\",\"d\":\"1\"},\"z\",\"a\"]}");
  }

  @Test
  void theBytesAreUtf8() {
    assertThat(CanonicalJson.bytes(JsonNodeFactory.instance.objectNode().put("e", "\u00e9")))
        .isEqualTo("{\"e\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_8))
        .hasSize(10);
  }

  @Property
  void theOrderInWhichMembersWerePutDoesNotMatter(
      @ForAll @UniqueElements List<@AlphaChars @StringLength(min = 1, max = 5) String> names,
      @ForAll String value) {
    ObjectNode forwards = JsonNodeFactory.instance.objectNode();
    ObjectNode backwards = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      forwards.put(names.get(i), value);
      backwards.put(names.get(names.size() - 1 - i), value);
    }

    assertThat(CanonicalJson.bytes(forwards)).isEqualTo(CanonicalJson.bytes(backwards));
  }

  @Property
  void theCanonicalFormReadsBackAsTheSameAndIsItsOwnCanonicalForm(@ForAll String value) {
    String text = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("value", text);
    byte[] canonical = CanonicalJson.bytes(document);

    assertThat(Json.read(new String(canonical, StandardCharsets.UTF_8))).isEqualTo(document);
    assertThat(bytes(new String(canonical, StandardCharsets.UTF_8))).isEqualTo(canonical);
  }

  private static byte[] bytes(String json) {
    return CanonicalJson.bytes((ObjectNode) Json.read(json));
  }

  private static String canonical(String json) {
    return new String(bytes(json), StandardCharsets.UTF_8);
  }
}
