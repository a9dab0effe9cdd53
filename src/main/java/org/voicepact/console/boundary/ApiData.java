package org.voicepact.console.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.voicepact.platform.entity.Json;

/** What an operation of the API answers, as its callers read it: JSON, here as maps, lists, texts and numbers. */
final class ApiData {

  private ApiData() {}

  /**
   * @param answer what the operation's method returns
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> of(Object answer) {
    Object entity = answer instanceof Response response ? response.getEntity() : answer;
    try {
      return Json.mapper().readValue(json(entity), Map.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(Object entity) {
    if (entity instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return entity instanceof String written ? written : Json.write(entity);
  }
}
