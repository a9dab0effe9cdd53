package org.voicepact.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The published OpenAPI document of a server, to compare its answers with. */
public final class DocumentedApi {

  private static final int METHOD_NOT_ALLOWED = 405;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private DocumentedApi(ObjectNode document) {
    this.document = document;
  }

  public static DocumentedApi of(String json) {
    try {
      return new DocumentedApi((ObjectNode) MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails where the answer is not what the document says of the operation; paths outside the API are let through. */
  void check(HttpRequest request, Answer answer) {
    String path = request.uri().getPath();
    if (!path.startsWith("/api/") || answer.status() == METHOD_NOT_ALLOWED) {
      // A method that a path does not have may be one that a path with a parameter has in its
      // place.
      return;
    }
    differenceAt(request.method(), path, answer.status(), answer.mediaType(), answer.bytes())
        .ifPresent(difference -> {
          throw new AssertionError(
              request.method() + " " + path + ": " + difference + " in " + answer);
        });
  }

  /** The document itself. */
  public JsonNode json() {
    return document;
  }

  /**
   * How an answer differs from what the document says of an operation.
   *
   * @param template the path as the document has it
   * @param mediaType without its parameters; empty where there is none
   */
  public Optional<String> difference(
      String method, String template, int status, String mediaType, byte[] body) {
    JsonNode operation =
        document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    return difference(operation, status, mediaType, body);
  }

  /** Likewise for the operation that a path leads to; where it leads to none, the answer must say so. */
  public Optional<String> differenceAt(
      String method, String path, int status, String mediaType, byte[] body) {
    Optional<JsonNode> operation = operation(path, method);
    if (operation.isEmpty()) {
      return status == 404 || status == 405
          ? Optional.empty()
          : Optional.of("not documented and answered " + status);
    }
    return difference(operation.get(), status, mediaType, body);
  }

  /** How an answer differs from a problem response (RFC 9457). */
  public Optional<String> problem(String mediaType, byte[] body) {
    JsonNode problem = document.at("/components/responses/NotFound");
    return checkBody(problem, mediaType, body);
  }

  private Optional<String> difference(
      JsonNode operation, int status, String mediaType, byte[] body) {
    JsonNode responses = operation.path("responses");
    JsonNode response = responses.path(Integer.toString(status));
    if (response.isMissingNode() && (status >= 500 || status == 304)) {
      response = responses.path("default");
    }
    response = resolved(response);
    if (response.isMissingNode()) {
      return Optional.of("status not documented: " + status);
    }
    return checkBody(response, mediaType, body);
  }

  private Optional<String> checkBody(JsonNode response, String mediaType, byte[] body) {
    JsonNode content = response.path("content");
    if (body.length == 0) {
      return Optional.empty();
    }
    if (!content.has(mediaType)) {
      return Optional.of("media type not documented: " + mediaType);
    }
    if (!mediaType.endsWith("json")) {
      return Optional.empty();
    }
    var errors = schemas
        .computeIfAbsent(content.path(mediaType).path("schema"), this::schema)
        .validate(new String(body, StandardCharsets.UTF_8), InputFormat.JSON);
    return errors.isEmpty() ? Optional.empty() : Optional.of("not as documented: " + errors);
  }

  private Schema schema(JsonNode part) {
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("allOf", MAPPER.createArrayNode().add(part));
    schema.set("components", document.path("components"));
    return registry.getSchema(schema.toString(), InputFormat.JSON);
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
