package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.NotThisFormat;
import org.voicepact.evidence.entity.Proof;

class ProofFormTest {

  private static final ObjectNode PROOF = SampleProofs.declined(new SampleLog()).disclosed();
  private static final int LONGEST = 4 * 1024 * 1024;

  static Stream<Arguments> spoiltForms() {
    return Stream.of(
        form("/type: must be voicepact/proof/1", p -> p.put("type", "voicepact/proof/2")),
        form("/type: is missing", p -> p.remove("type")),
        form("/note: is not known here", p -> p.put("note", "")),
        form("/a~1b~0c: is not known here", p -> p.put("a/b~c", "")),
        form("/checkpoint: must be a text", p -> p.putObject("checkpoint")),
        form("/head: must be an object", p -> p.put("head", "")),
        form("/head/signature: must be Base64", p -> object(p, "/head").put("signature", "AAA")),
        form("/head/signature: must be Base64", p -> object(p, "/head").put("signature", "AB==")),
        form("/head/signature: must be Base64", p -> object(p, "/head").put("signature", "A_8=")),
        form("/head/signature: must be Base64", p -> object(p, "/head").put("signature", "AAAA\n")),
        form("/head/head: must be a text", p -> object(p, "/head").put("head", 1)),
        form("/versions: must be an array of 1 to 1000", p -> p.putArray("versions")),
        form("/versions: must be an array of 1 to 1000", p -> p.putObject("versions")),
        form(
            "/versions/0/hash: must be 64 lower-case hex digits",
            p -> object(p, "/versions/0").put("hash", "A".repeat(64))),
        form("/entries/1/path: is missing", p -> object(p, "/entries/1").remove("path")),
        form(
            "/entries/1/path/0: must have 32 bytes",
            p -> ((ArrayNode) p.at("/entries/1/path")).set(0, "AAAA")),
        form(
            "/entries/1/path/0: must be a text",
            p -> ((ArrayNode) p.at("/entries/1/path")).setNull(0)),
        form("/entries/1: must be an object", p -> ((ArrayNode) p.get("entries")).setNull(1)),
        form("/keys: must be an array of 1 to 999", p -> p.putArray("keys")),
        form("/keys/0/note: is not known here", p -> object(p, "/keys/0").put("note", "")),
        form(
            "/statements/0/statement: is missing",
            p -> object(p, "/statements/0").remove("statement")),
        form("/disclosure: must be an object", p -> p.putNull("disclosure")),
        form("/disclosure/parties: is missing", p -> object(p, "/disclosure").remove("parties")),
        form(
            "/disclosure/parties/0/phone: must be a number in E.164 form",
            p -> object(p, "/disclosure/parties/0").put("phone", "0712555001")),
        form(
            "/disclosure/parties/0/key: must be 64 lower-case hex digits",
            p -> object(p, "/disclosure/parties/0").put("key", "00")),
        form(
            "/disclosure/parties/0/name: must be a text",
            p -> object(p, "/disclosure/parties/0").putNull("name")),
        form(
            "/disclosure/transcript/note: is not known here",
            p -> object(p, "/disclosure/transcript").put("note", "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoiltForms")
  void whatIsNotOfTheFormIsRefusedWithItsPlace(String reason, Consumer<ObjectNode> spoil) {
    ObjectNode spoilt = PROOF.deepCopy();
    spoil.accept(spoilt);

    assertRefused(Checks.bytes(spoilt), reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"text\"", "1"})
  void whatIsNoObjectIsRefused(String file) {
    assertRefused(
        file.getBytes(StandardCharsets.UTF_8),
        "this is no JSON object with texts of whole characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{} {}",
        "{} x",
        "{\"type\": \"voicepact/proof/1\", \"type\": \"voicepact/proof/1\"}",
        "{'type': 'voicepact/proof/1'}",
        "{\"type\": \"voicepact/proof/1\",}",
        "// a comment\n{}",
        "\uFEFF{}",
        "{\"type\": \"a\nb\"}",
        "{\"type\": NaN}",
        "{\"type\": 01}"
      })
  void whatIsNoStrictJsonIsRefused(String file) {
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> Proof.parse(file.getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("this is no JSON: ");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(
            () -> Proof.parse(("{\"type\": " + deep + "}").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void halfACharacterIsRefused() {
    String file = PROOF.toString().replaceFirst("Wanjiku", "\\\\ud83c");
    assertThat(file).contains("\\ud83c");

    assertRefused(
        file.getBytes(StandardCharsets.UTF_8),
        "this is no JSON object with texts of whole characters");
  }

  @Test
  void otherEncodingsAreRefused() {
    assertRefused(new byte[] {'{', (byte) 0xC3, '}'}, "the file is not UTF-8");
    assertRefused(new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'}, "the file is not UTF-8");
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> Proof.parse(PROOF.toString().getBytes(StandardCharsets.UTF_16)));
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> Proof.parse(PROOF.toString().getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void fileMayHaveFourMebibytesAndNoMore() {
    byte[] original = Checks.bytes(PROOF);
    byte[] largest = Arrays.copyOf(original, LONGEST);
    Arrays.fill(largest, original.length, LONGEST, (byte) ' ');
    assertThat(Proof.parse(largest).entries()).hasSize(3);

    byte[] larger = Arrays.copyOf(largest, LONGEST + 1);
    larger[LONGEST] = ' ';
    assertRefused(larger, "the file is longer than 4 MiB");
  }

  @Test
  void orderOfMembersAndWhiteSpaceDoNotMatter() {
    ObjectNode turned = SampleLog.object();
    PROOF.properties().stream()
        .sorted((first, second) -> second.getKey().compareTo(first.getKey()))
        .forEach(member -> turned.set(member.getKey(), member.getValue()));

    assertThat(Proof.parse(turned.toPrettyString().getBytes(StandardCharsets.UTF_8)))
        .usingRecursiveComparison()
        .isEqualTo(Proof.parse(Checks.bytes(PROOF)));
  }

  @Test
  void numbersAreBounded() {
    assertThat(Proof.parse(Checks.bytes(withMany("versions", 1000))).versions()).hasSize(1000);
    assertRefused(
        Checks.bytes(withMany("versions", 1001)), "/versions: must be an array of 1 to 1000");
    assertThat(Proof.parse(Checks.bytes(withMany("statements", 1000))).statements())
        .hasSize(1000);
    assertRefused(
        Checks.bytes(withMany("statements", 1001)), "/statements: must be an array of 0 to 1000");
    // Three of keys.
    assertThat(Proof.parse(Checks.bytes(withMany("entries", 997))).entries()).hasSize(997);
    assertRefused(Checks.bytes(withMany("entries", 998)), "/entries: must be an array of 1 to 997");
  }

  @Test
  void partiesAndPathsAreBounded() {
    assertThat(Proof.parse(Checks.bytes(with("/disclosure/parties", 50)))
            .disclosure()
            .orElseThrow()
            .parties())
        .hasSize(50);
    assertRefused(
        Checks.bytes(with("/disclosure/parties", 51)),
        "/disclosure/parties: must be an array of 1 to 50");
    assertThat(Proof.parse(Checks.bytes(with("/entries/0/path", 64)))
            .entries()
            .get(0)
            .path())
        .hasSize(64);
    assertRefused(
        Checks.bytes(with("/entries/0/path", 65)), "/entries/0/path: must be an array of 0 to 64");
  }

  /** So many elements that say little, so that the file stays small. */
  private static ObjectNode withMany(String name, int count) {
    ObjectNode proof = PROOF.deepCopy();
    ObjectNode element = (ObjectNode) proof.get(name).get(0);
    if (element.has("path")) {
      element.put("entry", "").putArray("path");
    } else if (element.has("canonical")) {
      element.put("canonical", "");
    } else {
      element.put("statement", "").put("signature", "");
    }
    return fill(proof, "/" + name, count);
  }

  private static ObjectNode with(String pointer, int count) {
    return fill(PROOF.deepCopy(), pointer, count);
  }

  private static ObjectNode fill(ObjectNode proof, String pointer, int count) {
    ArrayNode array = (ArrayNode) proof.at(pointer);
    while (array.size() < count) {
      array.add(array.get(0));
    }
    return proof;
  }

  private static ObjectNode object(ObjectNode proof, String pointer) {
    return (ObjectNode) proof.at(pointer);
  }

  private static Arguments form(String reason, Consumer<ObjectNode> spoil) {
    return arguments(reason, spoil);
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> Proof.parse(file))
        .withMessage(reason);
  }
}
