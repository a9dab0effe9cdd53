package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Changes at random, of bytes and of what they mean. */
class RandomMutationTest {

  private static final SampleLog LOG = new SampleLog();
  private static final ObjectNode PROOF = SampleProofs.confirmed(LOG).disclosed();

  /** Of another contract: RSA-PSS signs the same thing in many ways, and each of them is genuine. */
  private static final JsonNode OTHER =
      SampleProofs.confirmed(new SampleLog(), "AG-2026-000009").disclosed();

  private static final Judged JUDGED = judged();

  private static Judged judged() {
    try {
      return new Judged(Checks.bytes(PROOF), LOG.fingerprint());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Property(tries = 5000, shrinking = ShrinkingMode.OFF)
  void changedBytesAreRefused(@ForAll Random random) {
    byte[] changed = JUDGED.original();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int place = random.nextInt(changed.length);
      int length = 1 + random.nextInt(4);
      changed = switch (random.nextInt(4)) {
        case 0 -> spliced(changed, place, 1, new byte[] {(byte) random.nextInt(256)});
        case 1 -> spliced(changed, place, 0, new byte[] {(byte) random.nextInt(256)});
        case 2 -> spliced(changed, place, length, new byte[0]);
        default ->
          spliced(
              changed,
              place,
              0,
              Arrays.copyOfRange(changed, place, Math.min(place + length, changed.length)));
      };
    }

    assertThat(JUDGED.wrongAcceptance(changed)).isEmpty();
  }

  @Property(tries = 5000, shrinking = ShrinkingMode.OFF)
  void changedMeaningIsRefused(@ForAll Random random) {
    ObjectNode changed = PROOF.deepCopy();
    change(changed, random);
    // What is disclosed may be left out.
    if (changed.has("disclosure") && changed.get("disclosure").has("transcript")) {
      assertThat(JUDGED.wrongAcceptance(Checks.bytes(changed))).isEmpty();
    }
  }

  private static void change(ObjectNode proof, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(proof, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ArrayNode array) {
      changeArray(array, random);
    } else {
      ObjectNode object = (ObjectNode) container;
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      object.set(name, changedValue(object.get(name), random));
    }
  }

  private static void changeArray(ArrayNode array, Random random) {
    if (array.isEmpty()) {
      array.add(randomValue(random));
      return;
    }
    int place = random.nextInt(array.size());
    switch (random.nextInt(4)) {
      case 0 -> array.remove(place);
      case 1 -> array.insert(place, array.get(random.nextInt(array.size())));
      case 2 -> array.set(place, array.get(random.nextInt(array.size())));
      default -> array.set(place, changedValue(array.get(place), random));
    }
  }

  private static JsonNode changedValue(JsonNode value, Random random) {
    if (!value.isTextual() || random.nextInt(4) == 0) {
      return randomValue(random);
    }
    String text = value.textValue();
    int place = random.nextInt(text.length() + 1);
    return switch (random.nextInt(4)) {
      case 0 -> TextNode.valueOf(text.substring(0, place));
      case 1 -> TextNode.valueOf(text.substring(place));
      case 2 ->
        TextNode.valueOf(
            text.substring(0, place) + (char) random.nextInt(0x250) + text.substring(place));
      default ->
        TextNode.valueOf(
            place == text.length()
                ? ""
                : text.substring(0, place)
                    + (char) (text.charAt(place) ^ (1 << random.nextInt(7)))
                    + text.substring(place + 1));
    };
  }

  /** Something from the proof itself, from one of another installation, or nothing of sense. */
  private static JsonNode randomValue(Random random) {
    List<JsonNode> all = new ArrayList<>();
    collectAll(random.nextBoolean() ? PROOF : OTHER, all);
    return random.nextInt(8) == 0
        ? new ObjectMapper().valueToTree(random.nextBoolean() ? random.nextInt() : null)
        : all.get(random.nextInt(all.size())).deepCopy();
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static void collectAll(JsonNode node, List<JsonNode> all) {
    all.add(node);
    node.forEach(child -> collectAll(child, all));
  }

  private static byte[] spliced(byte[] bytes, int place, int removed, byte[] added) {
    int end = Math.min(bytes.length, place + removed);
    byte[] result = Arrays.copyOf(bytes, bytes.length - (end - place) + added.length);
    System.arraycopy(added, 0, result, place, added.length);
    System.arraycopy(bytes, end, result, place + added.length, bytes.length - end);
    return result;
  }
}
