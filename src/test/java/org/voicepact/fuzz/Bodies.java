package org.voicepact.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Bodies for operations, as texts of {@link Octets}. */
final class Bodies {

  private static final List<String> GARBAGE = List.of(
      "",
      "\ufeff",
      "\u0000",
      Octets.raw(0xFF),
      Octets.raw(0xC0, 0xAF),
      Octets.raw(0xED, 0xA0, 0x80),
      Octets.raw(0x1F, 0x8B, 0x08),
      "}",
      "]",
      ",",
      "\"",
      "/* */",
      "&",
      "%",
      "=");

  private static final List<String> WHOLE = List.of(
      "",
      " ",
      "null",
      "[]",
      "\"x\"",
      "{",
      "<a/>",
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
      "a=b&a=c&=&&%ZZ=%",
      "[".repeat(100_000),
      "{\"a\":".repeat(20_000),
      " ".repeat(1024 * 1024 + 1),
      "{\"phone_number\": \"" + "1".repeat(1024 * 1024) + "\"}");

  private final SchemaValues values;

  Bodies(SchemaValues values) {
    this.values = values;
  }

  Arbitrary<String> of(Operation operation) {
    JsonNode schema = operation.body();
    Arbitrary<String> right;
    Arbitrary<String> wrong;
    if (operation.isForm()) {
      right = form(schema, false);
      wrong = form(schema, true);
    } else {
      right = values.valid("", schema);
      wrong = Arbitraries.frequencyOf(
          Tuple.of(4, values.wrong("", schema)), Tuple.of(1, values.chaos(schema)));
    }
    return Arbitraries.frequencyOf(
        Tuple.of(50, right),
        Tuple.of(40, wrong),
        Tuple.of(8, spoilt(right)),
        Tuple.of(1, Arbitraries.of(WHOLE)));
  }

  /** Something is put into it somewhere, or it ends there. */
  private static Arbitrary<String> spoilt(Arbitrary<String> body) {
    return Combinators.combine(
            body,
            Arbitraries.of(GARBAGE),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(true, false))
        .as((text, garbage, place, ends) -> {
          int at = (int) (place * text.length());
          return text.substring(0, at) + garbage + (ends ? "" : text.substring(at));
        });
  }

  private Arbitrary<String> form(JsonNode schema, boolean wrong) {
    List<Arbitrary<String>> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each :
        values.resolved(schema).path("properties").properties()) {
      String name = each.getKey() + "=";
      Arbitrary<String> right =
          values.validText(each.getKey(), each.getValue()).map(text -> name + Octets.encoded(text));
      Arbitrary<String> bad =
          values.wrongText(each.getValue()).map(text -> name + Octets.encoded(text));
      Arbitrary<String> raw = HostileValues.texts().map(text -> name + text);
      fields.add(
          wrong
              ? Arbitraries.frequencyOf(
                  Tuple.of(12, right),
                  Tuple.of(3, bad),
                  Tuple.of(1, raw),
                  Tuple.of(1, Arbitraries.just("")),
                  Tuple.of(1, Combinators.combine(right, bad).as((one, two) -> one + "&" + two)))
              : right);
    }
    return Combinators.combine(fields).as(all -> String.join("&", all));
  }
}
