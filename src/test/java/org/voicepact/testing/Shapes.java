package org.voicepact.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.voicepact.platform.entity.Json;

/** What providers send, from files under {@code src/test/resources} that name where each shape is from. */
public final class Shapes {

  private final JsonNode shapes;

  private Shapes(JsonNode shapes) {
    this.shapes = shapes;
  }

  public static Shapes of(String file) {
    try (InputStream content = Shapes.class.getResourceAsStream("/" + file)) {
      return new Shapes(Json.mapper().readTree(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy, to be changed. */
  public ObjectNode body(String name) {
    return shape(name).path("body").deepCopy();
  }

  public int status(String name) {
    return shape(name).path("status").asInt();
  }

  public ResponseDefinitionBuilder answer(String name) {
    return WireMock.aResponse()
        .withStatus(status(name))
        .withHeader("Content-Type", "application/json")
        .withBody(body(name).toString());
  }

  private JsonNode shape(String name) {
    JsonNode shape = shapes.path(name);
    if (shape.isMissingNode()) {
      throw new AssertionError("there is no shape " + name);
    }
    return shape;
  }
}
