package org.voicepact.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An operation of an OpenAPI document.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param mediaType of its request body; empty where it has none
 * @param body the schema of its request body
 */
record Operation(
    String method, String path, List<Parameter> parameters, String mediaType, JsonNode body) {

  /**
   * A parameter.
   *
   * @param place path, query or header
   */
  record Parameter(String place, String name, JsonNode schema) {}

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  static List<Operation> of(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue().properties().stream()
            .filter(each -> METHODS.contains(each.getKey()) && ends(each.getValue()))
            .forEach(each -> operations.add(of(path.getKey(), each))));
    return operations;
  }

  /** Whoever asks for events waits for them without end. */
  private static boolean ends(JsonNode operation) {
    return !operation.path("responses").path("200").path("content").has("text/event-stream");
  }

  private static Operation of(String path, Map.Entry<String, JsonNode> operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode each : operation.getValue().path("parameters")) {
      parameters.add(
          new Parameter(each.path("in").asText(), each.path("name").asText(), each.path("schema")));
    }
    JsonNode content = operation.getValue().path("requestBody").path("content");
    String mediaType = content.isEmpty() ? "" : content.fieldNames().next();
    return new Operation(
        operation.getKey().toUpperCase(Locale.ROOT),
        path,
        List.copyOf(parameters),
        mediaType,
        content.path(mediaType).path("schema"));
  }

  List<Parameter> parameters(String place) {
    return parameters.stream().filter(each -> each.place().equals(place)).toList();
  }

  boolean isForm() {
    return mediaType.equals("application/x-www-form-urlencoded");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
