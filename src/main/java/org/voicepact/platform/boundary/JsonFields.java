package org.voicepact.platform.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Json;
import org.voicepact.platform.entity.PlainDecimal;
import org.voicepact.platform.entity.PlainText;
import org.voicepact.platform.entity.UnreadableInput;
import org.voicepact.platform.entity.WireValue;

/**
 * Reads the members of a JSON object and collects every fault with its JSON pointer, so that a caller
 * learns of all of them at once. A getter that found a fault returns an empty value; {@link #check}
 * must be called before anything is done with the values.
 */
public final class JsonFields {

  /** More than these are not listed. */
  public static final int MOST_FAULTS = 100;

  private final ObjectNode object;
  private final String pointer;
  private final List<Fault> faults;

  private JsonFields(ObjectNode object, String pointer, List<Fault> faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /**
   * Reads a body; no body at all is the empty object.
   *
   * @throws UnreadableInput where it is not one JSON object
   */
  public static JsonFields read(InputStream body) {
    try {
      JsonNode root = Json.mapper().readTree(body);
      if (root == null || root.isMissingNode()) {
        return new JsonFields(JsonNodeFactory.instance.objectNode(), "", new ArrayList<>());
      }
      if (root instanceof ObjectNode fields) {
        return new JsonFields(fields, "", new ArrayList<>());
      }
      throw new UnreadableInput("The body must be a JSON object");
    } catch (StreamConstraintsException e) {
      throw new UnreadableInput("The JSON is nested more than " + Json.MAX_NESTING
          + " deep, or one of its numbers or names is too long");
    } catch (JsonProcessingException e) {
      throw new UnreadableInput("The body is not well-formed JSON" + place(e));
    } catch (IOException e) {
      throw new UnreadableInput("The body could not be read as UTF-8 JSON");
    }
  }

  private static String place(JsonProcessingException e) {
    String reason = e.getOriginalMessage().startsWith("Duplicate field")
        ? " (a member stands in it twice)"
        : "";
    return e.getLocation() == null
        ? reason
        : reason + ", at line " + e.getLocation().getLineNr() + ", column "
            + e.getLocation().getColumnNr();
  }

  /** Fails with all that was wrong so far. */
  public void check() {
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }

  public void refuse(String member, String detail) {
    add(new Fault(pointerTo(member), detail));
  }

  /** A body of nothing but faults must not become a larger answer. */
  private void add(Fault fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  /** Likewise, unless something is known to be wrong with the member already. */
  public void refuseOnce(String member, String detail) {
    if (faults.stream().noneMatch(fault -> fault.pointer().equals(pointerTo(member)))) {
      refuse(member, detail);
    }
  }

  /** Adds faults that were found by looking into a member by other means. */
  public void refuse(List<Fault> found) {
    found.forEach(this::add);
  }

  /** Refuses every member that is not known: what is not understood must not be left out in silence. */
  public void refuseOthers(Collection<String> known) {
    for (String name : names()) {
      if (!known.contains(name)) {
        refuse(name, "is not a member of this request");
      }
    }
  }

  /** Whether the member is there, be it {@code null}. */
  public boolean mentions(String member) {
    return object.has(member);
  }

  /** Whether the member is there and is not {@code null}. */
  public boolean has(String member) {
    return object.hasNonNull(member);
  }

  public JsonNode node(String member) {
    return object.path(member);
  }

  /** A text of one line, cleaned; empty where it is absent or blank. */
  public Optional<String> text(String member, int longest) {
    return text(member, longest, false);
  }

  /** A text that may have line ends. */
  public Optional<String> longText(String member, int longest) {
    return text(member, longest, true);
  }

  public String requiredText(String member, int longest) {
    return required(member, text(member, longest));
  }

  public String requiredLongText(String member, int longest) {
    return required(member, longText(member, longest));
  }

  private String required(String member, Optional<String> text) {
    if (text.isEmpty()) {
      refuseOnce(member, "is required");
    }
    return text.orElse("");
  }

  private Optional<String> text(String member, int longest, boolean multiline) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      refuse(member, "must be a text");
      return Optional.empty();
    }
    PlainText.Cleaned cleaned = PlainText.clean(node.textValue(), multiline, longest);
    if (cleaned.refusal().isPresent()) {
      refuse(member, cleaned.refusal().get());
      return Optional.empty();
    }
    return cleaned.text().isEmpty() ? Optional.empty() : Optional.of(cleaned.text());
  }

  /** A number, sent as a JSON number or as a text in plain decimal. */
  public Optional<BigDecimal> decimal(String member) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    Optional<BigDecimal> number = node.isNumber()
        ? Optional.of(node.decimalValue())
        : node.isTextual() ? PlainDecimal.typed(node.textValue().strip()) : Optional.empty();
    if (number.isEmpty()) {
      refuse(member, "must be a number");
      return number;
    }
    Optional<String> tooLarge = PlainDecimal.tooLarge(number.get());
    tooLarge.ifPresent(reason -> refuse(member, reason));
    return tooLarge.isPresent() ? Optional.empty() : number;
  }

  /** Likewise one that is more than 0. */
  public Optional<BigDecimal> positive(String member) {
    Optional<BigDecimal> number = decimal(member);
    if (number.isPresent() && number.get().signum() <= 0) {
      refuse(member, "must be more than 0");
      return Optional.empty();
    }
    return number;
  }

  /** A whole number from 1 on. */
  public Optional<Integer> count(String member) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 1) {
      refuse(member, "must be a whole number from 1 on");
      return Optional.empty();
    }
    return Optional.of(node.intValue());
  }

  public <E extends Enum<E> & WireValue> Optional<E> value(String member, Class<E> type) {
    JsonNode node = object.get(member);
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    Optional<E> value = node.isTextual() ? WireValue.of(type, node.textValue()) : Optional.empty();
    if (value.isEmpty()) {
      refuse(member, "must be one of: " + WireValue.allowed(type));
    }
    return value;
  }

  /** The objects of an array; the array must have from {@code fewest} to {@code most}. */
  public List<JsonFields> objects(String member, int fewest, int most) {
    JsonNode node = object.get(member);
    if (!(node instanceof ArrayNode array) || array.size() < fewest || array.size() > most) {
      refuse(member, "must be an array of " + fewest + " to " + most + " objects");
      return List.of();
    }
    List<JsonFields> fields = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof ObjectNode element) {
        fields.add(new JsonFields(element, pointerTo(member) + "/" + i, faults));
      } else {
        add(new Fault(pointerTo(member) + "/" + i, "must be an object"));
      }
    }
    return fields;
  }

  /** The object under a member, with its own pointers; the empty object where it is absent. */
  public JsonFields object(String member) {
    JsonNode node = object.get(member);
    if (node != null && !node.isNull() && !node.isObject()) {
      refuse(member, "must be an object");
    }
    ObjectNode inner =
        node instanceof ObjectNode fields ? fields : JsonNodeFactory.instance.objectNode();
    return new JsonFields(inner, pointerTo(member), faults);
  }

  /** A view of the same members and faults in which only these are left. */
  public JsonFields only(List<String> members) {
    return new JsonFields(object.deepCopy().retain(members), pointer, faults);
  }

  public Iterable<String> names() {
    return object::fieldNames;
  }

  /** The JSON pointer to a member (RFC 6901). */
  public String pointerTo(String member) {
    return pointer + "/" + escaped(member);
  }

  /** A name as it stands in a JSON pointer. */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
