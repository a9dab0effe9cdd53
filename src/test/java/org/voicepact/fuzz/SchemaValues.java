package org.voicepact.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values for the schemas of an OpenAPI document: as they should be, and wrong in one place or in several. */
final class SchemaValues {

  private final JsonNode document;
  private final Known known;

  SchemaValues(JsonNode document, Known known) {
    this.document = document;
    this.known = known;
  }

  /** JSON that the schema allows, though not always the rules beyond it. */
  Arbitrary<String> valid(String name, JsonNode schema) {
    JsonNode resolved = resolved(schema);
    return known.json(name, schema.path("$ref").asText()).orElseGet(() -> switch (type(resolved)) {
      case "object" -> object(resolved, -1, false);
      case "array" -> array(name, resolved, bound(resolved, "minItems", 0), 3);
      case "string" -> validText(name, schema).map(HostileValues::quoted);
      default -> validText(name, schema);
    });
  }

  /** JSON in which one value, at whatever depth, is at an edge, of another type, hostile, absent or there twice. */
  Arbitrary<String> wrong(String name, JsonNode schema) {
    JsonNode resolved = resolved(schema);
    return switch (type(resolved)) {
      case "object" ->
        Arbitraries.frequencyOf(
            Tuple.of(1, HostileValues.json()),
            Tuple.of(1, object(resolved, -1, false).map(SchemaValues::withAnotherMember)),
            Tuple.of(12, objectWithOneWrong(resolved)));
      case "array" ->
        Arbitraries.frequencyOf(
            Tuple.of(1, HostileValues.json()),
            Tuple.of(1, array(name, resolved, 0, 0)),
            Tuple.of(1, array(name, resolved, most(resolved) + 1, most(resolved) + 1)),
            Tuple.of(3, wrong(name, resolved.path("items")).map(item -> "[" + item + "]")));
      case "string" ->
        Arbitraries.frequencyOf(
            Tuple.of(2, HostileValues.json()),
            Tuple.of(2, edges(resolved).map(HostileValues::quoted)));
      default -> Arbitraries.oneOf(HostileValues.json(), edges(resolved));
    };
  }

  /** JSON of which any part may be wrong. */
  Arbitrary<String> chaos(JsonNode schema) {
    return object(resolved(schema), -1, true);
  }

  private static String withAnotherMember(String object) {
    return object.equals("{}")
        ? "{\"another\": 1}"
        : object.substring(0, object.length() - 1) + ", \"another\": [1]}";
  }

  private Arbitrary<String> objectWithOneWrong(JsonNode schema) {
    int size = schema.path("properties").size();
    if (size == 0) {
      return HostileValues.json();
    }
    List<Arbitrary<String>> objects = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      objects.add(object(schema, i, false));
    }
    return Arbitraries.oneOf(objects);
  }

  /**
   * @param broken the index of the member that is wrong; -1 for none
   * @param anyBroken whether any may be
   */
  private Arbitrary<String> object(JsonNode schema, int broken, boolean anyBroken) {
    List<Arbitrary<String>> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
      String name = each.getKey();
      Arbitrary<String> right = member(name, valid(name, each.getValue()));
      if (members.size() == broken || anyBroken) {
        Arbitrary<String> wrong = member(name, wrong(name, each.getValue()));
        members.add(Arbitraries.frequencyOf(
            Tuple.of(8, wrong),
            Tuple.of(anyBroken ? 8 : 0, right),
            Tuple.of(1, Arbitraries.just("")),
            Tuple.of(1, right.map(member -> member + ", " + member))));
      } else {
        members.add(Arbitraries.frequencyOf(
            Tuple.of(6, right), Tuple.of(isRequired(schema, name) ? 0 : 4, Arbitraries.just(""))));
      }
    }
    if (members.isEmpty()) {
      return Arbitraries.of("{}", "{\"a\": 1}");
    }
    return Combinators.combine(members)
        .as(all -> all.stream().filter(member -> !member.isEmpty()).toList())
        .map(present -> "{" + String.join(", ", present) + "}");
  }

  private static Arbitrary<String> member(String name, Arbitrary<String> value) {
    return value.map(text -> "\"" + name + "\": " + text);
  }

  private static boolean isRequired(JsonNode schema, String name) {
    return StreamSupport.stream(schema.path("required").spliterator(), false)
        .anyMatch(each -> each.asText().equals(name));
  }

  private Arbitrary<String> array(String name, JsonNode schema, int least, int most) {
    return valid(name, schema.path("items"))
        .list()
        .ofMinSize(least)
        .ofMaxSize(Math.max(least, most))
        .map(List::toString);
  }

  /** The text of a single value that the schema allows, as it stands in a query, a path or a form. */
  Arbitrary<String> validText(String name, JsonNode schema) {
    JsonNode resolved = resolved(schema);
    String pattern = resolved.path("pattern").asText();
    return (type(resolved).equals("string") ? known.texts(name, pattern) : Known.numbers(name))
        .map(texts -> (Arbitrary<String>)
            Arbitraries.frequencyOf(Tuple.of(6, texts), Tuple.of(1, bySchema(resolved))))
        .orElseGet(() -> bySchema(resolved));
  }

  private static Arbitrary<String> bySchema(JsonNode schema) {
    if (schema.has("enum")) {
      return Arbitraries.of(texts(schema.path("enum")));
    }
    if (schema.has("pattern")) {
      return Patterns.matching(schema.path("pattern").asText());
    }
    Arbitrary<String> made = switch (type(schema)) {
      case "integer", "number" ->
        Arbitraries.integers()
            .between(bound(schema, "minimum", 1), bound(schema, "maximum", 100_000))
            .map(String::valueOf);
      case "boolean" -> Arbitraries.of("true", "false");
      default ->
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars(' ')
            .ofMinLength(1)
            .ofMaxLength(Math.min(40, bound(schema, "maxLength", 40)));
    };
    return schema.has("examples")
        ? Arbitraries.oneOf(Arbitraries.of(texts(schema.path("examples"))), made)
        : made;
  }

  /** The text of a single value that is wrong, or just not. */
  Arbitrary<String> wrongText(JsonNode schema) {
    return Arbitraries.oneOf(HostileValues.texts(), edges(resolved(schema)));
  }

  private static Arbitrary<String> edges(JsonNode schema) {
    List<String> edges = new ArrayList<>();
    for (String limit : List.of("minLength", "maxLength")) {
      if (schema.has(limit)) {
        for (int beyond = -1; beyond <= 1; beyond++) {
          edges.add("x".repeat(Math.max(0, schema.path(limit).asInt() + beyond)));
          edges.add("\ud83d\ude00".repeat(Math.max(0, schema.path(limit).asInt() + beyond)));
        }
      }
    }
    for (String limit : List.of("minimum", "maximum")) {
      if (schema.has(limit)) {
        for (int beyond = -1; beyond <= 1; beyond++) {
          edges.add(Long.toString(schema.path(limit).asLong() + beyond));
        }
      }
    }
    texts(schema.path("enum")).stream()
        .limit(2)
        .forEach(value -> edges.addAll(List.of(value.toUpperCase(), " " + value, value + "x")));
    edges.addAll(List.of("", "2147483647", "9223372036854775807", "999999999999999.99"));
    Arbitrary<String> known = Arbitraries.of(edges);
    return schema.has("pattern")
        ? Arbitraries.oneOf(known, Patterns.nearly(schema.path("pattern").asText()))
        : known;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static int bound(JsonNode schema, String name, int absent) {
    return schema.path(name).asInt(absent);
  }

  private static int most(JsonNode schema) {
    return bound(schema, "maxItems", 20);
  }

  private static String type(JsonNode schema) {
    return schema.has("properties") ? "object" : schema.path("type").asText("object");
  }

  /** The schema with what it refers to; OpenAPI 3.1 lets both stand side by side. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    if (reference.isEmpty()) {
      return schema;
    }
    ObjectNode both = (ObjectNode) document.at(reference.substring(1)).deepCopy();
    schema.properties().forEach(each -> both.putIfAbsent(each.getKey(), each.getValue()));
    return both;
  }
}
