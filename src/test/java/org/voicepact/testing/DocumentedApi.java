package org.voicepact.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The published OpenAPI document of a server, to compare its answers with. */
final class DocumentedApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private DocumentedApi(ObjectNode document) {
    this.document = document;
  }

  static DocumentedApi of(String json) {
    try {
      return new DocumentedApi((ObjectNode) MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails where the answer is not what the document says of the operation; paths outside the API are let through. */
  void check(HttpRequest request, Answer answer) {
    String path = request.uri().getPath();
    if (!path.startsWith("/api/")) {
      return;
    }
    Optional<JsonNode> operation = operation(path, request.method());
    if (operation.isEmpty()) {
      if (answer.status() != 404 && answer.status() != 405) {
        throw new AssertionError(
            "not documented: " + request.method() + " " + path + " answered " + answer);
      }
      return;
    }
    JsonNode responses = operation.get().path("responses");
    JsonNode response = responses.path(Integer.toString(answer.status()));
    if (response.isMissingNode() && (answer.status() >= 400 || answer.status() == 304)) {
      response = responses.path("default");
    }
    response = resolved(response);
    if (response.isMissingNode()) {
      throw new AssertionError(
          "status not documented: " + request.method() + " " + path + " answered " + answer);
    }
    checkBody(request, answer, response);
  }

  private void checkBody(HttpRequest request, Answer answer, JsonNode response) {
    if (answer.bytes().length == 0) {
      return;
    }
    JsonNode content = response.path("content").path(answer.mediaType());
    if (content.isMissingNode()) {
      throw new AssertionError("media type not documented: " + request.method() + " "
          + request.uri().getPath() + " answered " + answer.status() + " " + answer.mediaType());
    }
    if (!answer.mediaType().endsWith("json")) {
      return;
    }
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("allOf", MAPPER.createArrayNode().add(content.path("schema")));
    schema.set("components", document.path("components"));
    var errors = registry
        .getSchema(schema.toString(), InputFormat.JSON)
        .validate(answer.text(), InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new AssertionError("not as documented: " + request.method() + " "
          + request.uri().getPath() + " " + errors + " in " + answer);
    }
  }

  private JsonNode resolved(JsonNode response) {
    String reference = response.path("$ref").asText();
    return reference.isEmpty() ? response : document.at(reference.substring(1));
  }

  /** The operation whose path has the fewest parameters, of those that match. */
  private Optional<JsonNode> operation(String path, String method) {
    List<Map.Entry<String, JsonNode>> matching = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> paths = document.path("paths").fields();
        paths.hasNext(); ) {
      Map.Entry<String, JsonNode> each = paths.next();
      String template = Pattern.quote(each.getKey()).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
      if (path.replaceAll("(?<=.)/$", "").matches(template)) {
        matching.add(each);
      }
    }
    matching.sort(
        (one, other) -> Long.compare(parameters(one.getKey()), parameters(other.getKey())));
    return matching.stream()
        .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(operation -> !operation.isMissingNode())
        .findFirst();
  }

  private static long parameters(String template) {
    return template.chars().filter(c -> c == '{').count();
  }
}
