package org.voicepact.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import org.voicepact.platform.control.HmacSha256;

/** Makes the requests of a run. The same seed makes the same requests, but for ids that the server has named. */
final class Requests {

  private static final int GENERATION_SIZE = 1_000;
  private static final List<String> OTHER_METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW");

  private final List<Operation> operations;
  private final Map<Operation, RandomGenerator<FuzzRequest>> generators;

  /**
   * @param credentials each a list of header fields
   */
  Requests(JsonNode document, Known known, List<List<String>> credentials, Mode mode) {
    this.operations = Operation.of(document);
    SchemaValues values = new SchemaValues(document, known);
    this.generators = operations.stream()
        .collect(Collectors.toMap(
            operation -> operation,
            operation -> of(operation, values, known, credentials)
                .map(request -> signed(request, mode))
                .generator(GENERATION_SIZE)));
  }

  List<Operation> operations() {
    return operations;
  }

  /** The request with a number: each operation has its turn. */
  FuzzRequest next(long seed, int number) {
    Operation operation = operations.get(number % operations.size());
    Random random = new Random(seed * 1_000_003 + number);
    return generators.get(operation).next(random).value();
  }

  private static Arbitrary<FuzzRequest> of(
      Operation operation, SchemaValues values, Known known, List<List<String>> credentials) {
    Arbitrary<String> right = Arbitraries.just(operation.method());
    Arbitrary<String> method =
        Arbitraries.frequencyOf(Tuple.of(16, right), Tuple.of(1, Arbitraries.of(OTHER_METHODS)));
    Arbitrary<String> body = operation.mediaType().isEmpty()
        ? Arbitraries.frequencyOf(
            Tuple.of(30, Arbitraries.just("")), Tuple.of(1, Arbitraries.of("{}", "x", "a=b")))
        : new Bodies(values).of(operation);
    return Combinators.combine(
            new Paths(values).of(operation),
            method,
            Arbitraries.of(credentials),
            HeaderFields.of(operation, known),
            body,
            Arbitraries.frequency(Tuple.of(20, false), Tuple.of(1, true)))
        .as((target, verb, credential, fields, text, chunked) -> {
          List<String> all = new ArrayList<>(credential);
          all.addAll(fields);
          byte[] bytes = text.isEmpty() && operation.mediaType().isEmpty() ? null : Octets.of(text);
          return new FuzzRequest(
              operation, verb, target.text(), target.odd(), all, bytes, chunked && bytes != null);
        });
  }

  /** Nearly every call of a webhook is genuine, where the server wants them signed. */
  private static FuzzRequest signed(FuzzRequest request, Mode mode) {
    if (mode.webhookSecret().isEmpty()
        || !request.operation().isForm()
        || request.body() == null
        || request.body().length % 10 == 0) {
      return request;
    }
    List<String> fields = new ArrayList<>(request.fields());
    fields.add("X-Signature: " + signature(mode, request.body()));
    return new FuzzRequest(
        request.operation(),
        request.method(),
        request.target(),
        request.odd(),
        fields,
        request.body(),
        request.chunked());
  }

  static String signature(Mode mode, byte[] body) {
    byte[] key = mode.webhookSecret().getBytes(StandardCharsets.UTF_8);
    return "sha256=" + HexFormat.of().formatHex(HmacSha256.of(key, body));
  }
}
