package org.voicepact.fuzz;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.voicepact.fuzz.Operation.Parameter;

/** Paths and queries for operations. */
final class Paths {

  private static final String PAYMENTS = "/api/v1/payments/{id}";

  /**
   * The path and query of a request.
   *
   * @param odd whether it may lead to another resource
   */
  record Target(String text, boolean odd) {}

  private record Segment(String encoded, boolean odd) {}

  private static final List<String> SPOILT = List.of(
      "%s/",
      "%s//",
      "/%s",
      "%s;a=b",
      "%s/.",
      "%s/..",
      "%s/%%2e%%2e/%%2e%%2e",
      "%s/../../../../server.xml",
      "%s%%00",
      "%s%%ZZ",
      "%s%%",
      "%s%%2F",
      "%s%%5c..",
      "%s%%C0%%AF",
      "%s%%FF",
      "%s.json",
      "%s/nothing",
      "%s%%0d%%0aX: y",
      "%s?",
      "%s?&&==&=a&b",
      "%s?%%ZZ=%%",
      "%s?phone_number=%%FF&limit=%%00");

  private final SchemaValues values;

  Paths(SchemaValues values) {
    this.values = values;
  }

  Arbitrary<Target> of(Operation operation) {
    return Combinators.combine(
            path(operation), query(operation), Arbitraries.integers().between(0, 99))
        .as((path, query, chance) -> new Target(path.encoded() + query, path.odd()))
        .flatMap(target -> Arbitraries.frequencyOf(
            Tuple.of(14, Arbitraries.just(target)), Tuple.of(1, spoilt(target))));
  }

  private static Arbitrary<Target> spoilt(Target target) {
    String path = target.text();
    return Arbitraries.oneOf(
        Arbitraries.of(SPOILT)
            .map(form -> new Target(form.formatted(path).replace(' ', '+'), true)),
        Arbitraries.of(
            new Target(path.replaceFirst("v1", "%761"), true),
            new Target(path.replaceFirst("/v1", "//v1"), true),
            new Target(path.replaceFirst("/v1", "/v1/x/.."), true),
            new Target(path.replaceFirst("/v1", "/v1;x=y"), true),
            new Target(path.replaceFirst("api", "API"), true),
            new Target(path + "?" + "a=b&".repeat(500), true),
            new Target(path + "x".repeat(9_000), true)));
  }

  private Arbitrary<Segment> path(Operation operation) {
    List<Parameter> parameters = operation.parameters("path");
    if (parameters.isEmpty()) {
      return Arbitraries.just(new Segment(operation.path(), false));
    }
    List<Arbitrary<Segment>> each = parameters.stream()
        .map(parameter -> segment(parameter, meaning(operation, parameter)))
        .toList();
    return Combinators.combine(each).as(segments -> {
      String path = operation.path();
      boolean odd = false;
      for (int i = 0; i < segments.size(); i++) {
        path =
            path.replace("{" + parameters.get(i).name() + "}", segments.get(i).encoded());
        odd |= segments.get(i).odd();
      }
      return new Segment(path, odd);
    });
  }

  /** Of what it is a name; ids of payments have no form of their own in the document. */
  private static String meaning(Operation operation, Parameter parameter) {
    return operation.path().startsWith(PAYMENTS) && parameter.name().equals("id")
        ? "payment_id"
        : parameter.name();
  }

  private Arbitrary<Segment> segment(Parameter parameter, String meaning) {
    return Arbitraries.frequencyOf(
        Tuple.of(
            9,
            values
                .validText(meaning, parameter.schema())
                .map(text -> new Segment(Octets.encoded(text), text.isEmpty()))),
        Tuple.of(
            1,
            values
                .wrongText(parameter.schema())
                .map(text -> new Segment(Octets.encoded(text), true))));
  }

  private Arbitrary<String> query(Operation operation) {
    List<Arbitrary<String>> fields = new ArrayList<>();
    for (Parameter parameter : operation.parameters("query")) {
      Arbitrary<String> right =
          field(parameter, values.validText(parameter.name(), parameter.schema()));
      Arbitrary<String> wrong = field(parameter, values.wrongText(parameter.schema()));
      fields.add(Arbitraries.frequencyOf(
          Tuple.of(8, Arbitraries.just("")),
          Tuple.of(8, right),
          Tuple.of(2, wrong),
          Tuple.of(1, Arbitraries.just("&" + parameter.name())),
          Tuple.of(1, Combinators.combine(right, wrong).as(String::concat))));
    }
    fields.add(Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.just("")),
        Tuple.of(1, HostileValues.texts().map(text -> "&unknown=" + Octets.encoded(text)))));
    return Combinators.combine(fields)
        .as(all -> String.join("", all))
        .map(query -> query.isEmpty() ? "" : "?" + query.substring(1));
  }

  private static Arbitrary<String> field(Parameter parameter, Arbitrary<String> value) {
    return value.map(text -> "&" + parameter.name() + "=" + Octets.encoded(text));
  }
}
