package org.voicepact.contract.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.PlainDecimal;
import org.voicepact.platform.entity.PlainText;

/**
 * Brings terms that the project does not know into their one spelling: texts and names cleaned, nulls
 * left out of objects and refused in arrays, numbers without zeros at the end.
 */
final class FreeTerms {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 2000;

  /** Names, texts, numbers and so on that one member may hold. */
  private static final int MOST_VALUES = 2000;

  private final List<Fault> faults = new ArrayList<>();
  private int values;

  private FreeTerms() {}

  /** Puts the member into the target in its one spelling, or its faults into the fields; null removes it. */
  static void read(JsonFields fields, String name, ObjectNode target) {
    FreeTerms reader = new FreeTerms();
    reader.copy(name, fields.node(name), target, fields.pointerTo(name));
    fields.refuse(reader.faults);
  }

  static JsonNode number(BigDecimal number) {
    return DecimalNode.valueOf(new BigDecimal(PlainDecimal.spelled(number)));
  }

  private void copy(String name, JsonNode value, ObjectNode target, String pointer) {
    Optional<String> cleanName = text(name, LONGEST_NAME, pointer);
    if (cleanName.isEmpty()) {
      return;
    }
    if (name.isEmpty() || !cleanName.get().equals(name)) {
      // Two names that look alike must not stand beside each other, nor one shadow a known member.
      faults.add(new Fault(
          pointer, "its name must be in NFC, without invisible characters or blanks at its ends"));
    } else if (value.isNull()) {
      target.remove(name);
    } else {
      clean(value, pointer).ifPresent(copy -> target.set(name, copy));
    }
  }

  private Optional<JsonNode> clean(JsonNode value, String pointer) {
    if (++values > MOST_VALUES) {
      faults.add(new Fault(pointer, "is one value too many: a member may hold " + MOST_VALUES));
      return Optional.empty();
    }
    if (value.isTextual()) {
      return text(value.textValue(), LONGEST_TEXT, pointer).map(JsonNodeFactory.instance::textNode);
    }
    if (value.isNumber()) {
      Optional<String> tooLarge = PlainDecimal.tooLarge(value.decimalValue());
      tooLarge.ifPresent(reason -> faults.add(new Fault(pointer, reason)));
      return tooLarge.isPresent() ? Optional.empty() : Optional.of(number(value.decimalValue()));
    }
    if (value instanceof ArrayNode array) {
      return Optional.of(elements(array, pointer));
    }
    if (value instanceof ObjectNode object) {
      return Optional.of(members(object, pointer));
    }
    if (value.isBoolean()) {
      return Optional.of(value);
    }
    faults.add(new Fault(pointer, "must not be null"));
    return Optional.empty();
  }

  private ArrayNode elements(ArrayNode array, String pointer) {
    ArrayNode copy = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < array.size() && !isEnough(); i++) {
      clean(array.get(i), pointer + "/" + i).ifPresent(copy::add);
    }
    return copy;
  }

  private ObjectNode members(ObjectNode object, String pointer) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (isEnough()) {
        break;
      }
      copy(
          member.getKey(),
          member.getValue(),
          copy,
          pointer + "/" + JsonFields.escaped(member.getKey()));
    }
    return copy;
  }

  /** Whether the member is refused anyway, so that nothing is won by reading on. */
  private boolean isEnough() {
    return faults.size() >= JsonFields.MOST_FAULTS || values > MOST_VALUES;
  }

  private Optional<String> text(String raw, int longest, String pointer) {
    PlainText.Cleaned cleaned = PlainText.clean(raw, false, longest);
    if (cleaned.refusal().isPresent()) {
      faults.add(new Fault(pointer, cleaned.refusal().get()));
      return Optional.empty();
    }
    return Optional.of(cleaned.text());
  }
}
