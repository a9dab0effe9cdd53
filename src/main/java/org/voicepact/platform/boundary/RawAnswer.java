package org.voicepact.platform.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.voicepact.platform.entity.Json;

/** What came back from a call of a provider, read to its end: perhaps its answer, perhaps that of a proxy. */
public record RawAnswer(int status, String body) {

  public static RawAnswer of(Response response) {
    String body = response.hasEntity() ? response.readEntity(String.class) : "";
    return new RawAnswer(response.getStatus(), body);
  }

  /** The object that the body is; empty where it is something else, as a page. */
  public Optional<JsonNode> object() {
    try {
      return Optional.of(Json.mapper().readTree(body)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
